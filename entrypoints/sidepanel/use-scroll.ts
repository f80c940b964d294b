import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { Place } from '../../data/place';

/** Keeps the scroll position with the place, and takes it up again when the place is opened. */
export function useScroll(
  room: RefObject<HTMLElement>,
  place: Place,
  go: (change: Partial<Place>) => void,
): void {
  useLayoutEffect(() => {
    if (room.current) room.current.scrollTop = place.scroll;
  }, [place.tab, place.subSkill, place.asked]);

  useEffect(() => {
    const element = room.current;
    if (!element) return undefined;
    const onScrollEnd = () => go({ scroll: element.scrollTop });
    element.addEventListener('scrollend', onScrollEnd);
    return () => element.removeEventListener('scrollend', onScrollEnd);
  }, [go]);
}
