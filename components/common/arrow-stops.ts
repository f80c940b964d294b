/** What the arrow keys stop at carries this attribute. */
const STOP = '[data-stop]';

/** What is folded away still has a box in Chromium, but takes no focus. */
const visible = (element: HTMLElement) => element.checkVisibility();

/**
 * Moves the focus to the next or previous stop inside a container, or back to its home field.
 *
 * @param step 1 for down, -1 for up
 * @returns the stop that has the focus now; `null` where the focus went home or stayed
 */
export function moveStop(
  container: HTMLElement,
  home: HTMLElement | null,
  step: 1 | -1,
): HTMLElement | null {
  const stops = [...container.querySelectorAll<HTMLElement>(STOP)].filter(visible);
  const current = currentStop();
  const at = current ? stops.indexOf(current) : -1;
  const target = stops[at < 0 ? (step > 0 ? 0 : -1) : at + step];
  if (!target) {
    if (step < 0) home?.focus();
    return null;
  }
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'nearest' });
  return target;
}

/** The stop the focus is on, if any. */
export function currentStop(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>(STOP) ?? null;
}
