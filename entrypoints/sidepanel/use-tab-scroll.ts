import type { RefObject } from 'preact';
import { useCallback, useRef } from 'preact/hooks';
import type { Place, Tab } from '../../data/panel-place';
import type { PlaceControl } from './use-place';

/** What a tab shows: where any of it is another, its scroll position says nothing any more. */
const SHOWN = ['ladder', 'subSkill', 'levels', 'query', 'filter'] as const;

/** The same control, which leads back to where a tab was scrolled to when it was left. */
export function useTabScroll(
  { place, go }: PlaceControl,
  room: RefObject<HTMLElement>,
): PlaceControl {
  const left = useRef(new Map<Tab, Place>());
  const goOn = useCallback(
    (change: Partial<Place>) => {
      const next = { ...place, ...change };
      if (next.tab === place.tab) return go(change);
      left.current.set(place.tab, { ...place, scroll: room.current?.scrollTop ?? 0 });
      const before = left.current.get(next.tab);
      const isSame = before && SHOWN.every((part) => before[part] === next[part]);
      go({ scroll: isSame ? before.scroll : 0, ...change });
    },
    [place, go],
  );
  return { place, go: goOn };
}
