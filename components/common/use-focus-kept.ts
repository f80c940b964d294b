import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Where what has the focus goes with what is drawn anew, something beside it takes the focus over:
 * else the keyboard would have to begin at the top of the page again.
 *
 * @param surroundings what it stood in, and is drawn by whoever calls this
 * @param heir what takes the focus over; the surroundings themselves if left out
 */
export function useFocusKept(
  surroundings: RefObject<HTMLElement>,
  heir: (surroundings: HTMLElement) => HTMLElement | null = (all) => all,
): void {
  const { activeElement } = document;
  const had = surroundings.current?.contains(activeElement) ? activeElement : null;
  useLayoutEffect(() => {
    const now = surroundings.current;
    if (!had || !now || document.activeElement !== document.body) return;
    // What is still there was moved, which takes the focus from it as well.
    if (had instanceof HTMLElement && now.contains(had)) had.focus({ preventScroll: true });
    if (document.activeElement === document.body) heir(now)?.focus({ preventScroll: true });
  });
}

/** A section's own heading takes the focus over. */
export const headingOf = (section: HTMLElement) => section.querySelector<HTMLElement>('h2');
