import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { leadsOn } from './keys';

const MOVES_ON = ['wheel', 'pointerdown', 'touchstart'] as const;

/**
 * The order of a list that more is found for. Whoever has moved on in it goes on finding what is
 * drawn of it where it was: what is found from then on comes below. Before, and for something else
 * that is looked for, it is the order given.
 *
 * @param list the element whose children are the items drawn
 * @param of what is looked for
 * @param growing whether more may be found
 */
export function useStillOrder<T extends { readonly id: string }>(
  list: RefObject<HTMLElement>,
  items: readonly T[],
  of: unknown,
  growing: boolean,
): readonly T[] {
  const state = useRef({ of, items, moved: false, grew: growing });
  if (state.current.of !== of) state.current = { of, items, moved: false, grew: false };
  const { current } = state;
  current.grew ||= growing;
  if (current.moved && current.grew) {
    current.items = withFirst(current.items.slice(0, list.current?.childElementCount), items);
  } else {
    current.items = items;
  }

  useEffect(() => {
    const move = () => {
      state.current.moved = true;
    };
    const onKey = (event: KeyboardEvent) => leadsOn(event) && move();
    for (const type of MOVES_ON) window.addEventListener(type, move, { passive: true });
    window.addEventListener('keydown', onKey);
    return () => {
      for (const type of MOVES_ON) window.removeEventListener(type, move);
      window.removeEventListener('keydown', onKey);
    };
  }, []);
  return current.items;
}

/** The items with those of `first` that are still among them before all others. */
export function withFirst<T extends { readonly id: string }>(
  first: readonly T[],
  items: readonly T[],
): readonly T[] {
  const byId = new Map(items.map((one) => [one.id, one]));
  const kept = first.flatMap(({ id }) => byId.get(id) ?? []);
  const ids = new Set(kept.map(({ id }) => id));
  return [...kept, ...items.filter(({ id }) => !ids.has(id))];
}
