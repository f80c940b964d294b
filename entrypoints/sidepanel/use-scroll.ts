import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Place } from '../../data/panel-place';

/** What the user scrolls with; from then on it is theirs to say where. */
const OWN_SCROLLING = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const;

/**
 * Keeps the scroll position with the place, and takes it up again when the place is opened: as
 * soon as the room has something to show, and with a list that draws itself bit by bit, as soon
 * as it is long enough. Whoever searches or filters begins at the top, where the best match is.
 */
export function useScroll(
  room: RefObject<HTMLElement>,
  place: Place,
  go: (change: Partial<Place>) => void,
  loaded: boolean,
): void {
  /** Where the room shall be scrolled to and cannot be yet. */
  const owed = useRef<number | null>(null);

  useLayoutEffect(() => {
    const element = room.current;
    if (!element) return;
    element.scrollTop = place.scroll;
    owed.current = isShort(element, place.scroll) ? place.scroll : null;
  }, [place.tab, place.ladder, place.subSkill, place.query, place.filter, place.asked, loaded]);

  useEffect(() => {
    const element = room.current;
    if (!element) return undefined;
    const catchUp = new MutationObserver(() => {
      const wanted = owed.current;
      if (wanted === null) return;
      element.scrollTop = wanted;
      if (!isShort(element, wanted)) owed.current = null;
    });
    const giveUp = () => {
      owed.current = null;
    };
    catchUp.observe(element, { childList: true, subtree: true });
    for (const type of OWN_SCROLLING) window.addEventListener(type, giveUp, { passive: true });
    return () => {
      catchUp.disconnect();
      for (const type of OWN_SCROLLING) window.removeEventListener(type, giveUp);
    };
  }, []);

  useEffect(() => {
    const element = room.current;
    if (!element) return undefined;
    const onScrollEnd = () => {
      if (owed.current === null) go({ scroll: element.scrollTop });
    };
    element.addEventListener('scrollend', onScrollEnd);
    return () => element.removeEventListener('scrollend', onScrollEnd);
  }, [go]);
}

/** Whether the element cannot be scrolled as far as wanted. Screens round to parts of a pixel. */
function isShort(element: HTMLElement, wanted: number): boolean {
  return element.scrollTop < wanted - 1;
}
