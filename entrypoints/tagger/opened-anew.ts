/** What puts a listener up again, for each that is to outlive an opening anew. */
const kept = new Set<() => void>();

/**
 * Listens as `addEventListener` does, also once the page was opened anew as it stands (`document.open`),
 * as editors and previews do that write into a frame: with what was in the document that takes every
 * listener from it and its window, and leaves Rung running there.
 *
 * @param of what is listened to; asked for again then
 */
export function hear<E extends Event>(
  of: () => EventTarget,
  type: string,
  listener: (event: E) => void,
  options: AddEventListenerOptions & { readonly signal: AbortSignal },
): void {
  const { signal } = options;
  if (signal.aborted) return;
  // Where it is still listened to, nothing comes of doing it again.
  const listen = () => of().addEventListener(type, listener as (event: Event) => void, options);
  listen();
  kept.add(listen);
  signal.addEventListener('abort', () => kept.delete(listen), { once: true });
}

/** The window, for `hear`. */
export const inWindow = () => window;

/**
 * Has all go on listening in a page that was opened anew, until aborted, and calls back then. Known by
 * its document element, which is another: there may be none for a while.
 */
export function whenOpenedAnew(onOpened: () => void, signal: AbortSignal): void {
  let element: Element | null = document.documentElement;
  const observer = new MutationObserver(() => {
    const now = document.documentElement as Element | null;
    if (!now || now === element) return;
    element = now;
    for (const listen of kept) listen();
    onOpened();
  });
  observer.observe(document, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
