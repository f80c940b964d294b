import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Where the item that has the focus leaves a list, deleted here or in another window, the one that
 * takes its place goes on with the keyboard, or the last one: else it would have to begin at the top
 * of the page again. Of a list that is empty now, that is for whoever draws what is said instead.
 *
 * @param list the element whose children are the items, each of which can take the focus
 */
export function useNextFocused(list: RefObject<HTMLElement>): void {
  const from = fromFocused(list.current);
  useLayoutEffect(() => {
    if (from.length === 0 || document.activeElement !== document.body) return;
    const next = from.find((item) => item.isConnected) ?? list.current?.lastElementChild;
    if (next instanceof HTMLElement) next.focus({ preventScroll: true });
  });
}

/** The item that has the focus, and all behind it. */
function fromFocused(list: HTMLElement | null): readonly Element[] {
  const { activeElement } = document;
  if (!list?.contains(activeElement)) return [];
  const items = [...list.children];
  return items.slice(items.findIndex((item) => item.contains(activeElement)));
}
