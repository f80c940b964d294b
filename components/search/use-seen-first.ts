import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { afterFrame } from '../common/after-frame';

/** Height in CSS pixels of a low part: a dimension of a few lines; a closed result has half of it. */
const LOW_PART = 96;
/**
 * Milliseconds without a key after which what nobody sees yet is drawn: whoever types at the usual
 * pace presses a key every 240, a fast typist every 120 (Dhakal et al. 2018, "Observations on typing
 * from 136 million keystrokes").
 */
const REST = 200;
/** Keys that lead to what is not seen yet. */
const LEADS_ON = /^(Arrow|Page|End$|Tab$)/;

/** How much of a list of results is drawn anew. */
export interface Drawn {
  /** Dimensions of the result that stands open. */
  readonly dimensions: number;
  /** Results after the first. */
  readonly others: number;
}

interface Seen extends Drawn {
  /** Whether some is still to be drawn. */
  readonly busy: boolean;
}

/**
 * Draws the best match in the frame of the key, in the next one what else can be seen, and the rest
 * once keys rest: a list goes on far below the window's edge, and while someone types, most of that
 * work would be for nobody. A key or a wheel that leads there brings it at once.
 *
 * @param list the element whose children are the results, the first of them open
 * @param of what the list shows; something else begins again
 * @param most all there is
 */
export function useSeenFirst(list: RefObject<HTMLElement>, of: unknown, most: Drawn): Seen {
  const [last, setLast] = useState({ of, parts: 1 });
  const all = most.dimensions + most.others;
  const parts = Math.min(all, last.of === of ? last.parts : 1);

  useEffect(() => {
    if (parts >= all) return;
    return afterFrame(() => {
      const last = list.current && lastDrawn(list.current, parts, most.dimensions);
      const room = last ? innerHeight - last.getBoundingClientRect().bottom : 0;
      if (room > 0) setLast({ of, parts: parts + Math.ceil(room / LOW_PART) });
    });
  }, [of, parts, all]);

  useEffect(() => {
    if (parts >= all) return;
    const drawAll = () => setLast({ of, parts: Number.POSITIVE_INFINITY });
    const onKey = ({ key }: KeyboardEvent) => LEADS_ON.test(key) && drawAll();
    const timer = setTimeout(drawAll, REST);
    // Before any other listener of the key: those move through what is there.
    window.addEventListener('keydown', onKey, { capture: true });
    window.addEventListener('wheel', drawAll, { passive: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', onKey, { capture: true });
      window.removeEventListener('wheel', drawAll);
    };
  }, [of, parts, all]);

  return {
    dimensions: Math.min(parts, most.dimensions),
    others: Math.max(0, parts - most.dimensions),
    busy: parts < all,
  };
}

/** The lowest element of those drawn anew. */
function lastDrawn(list: HTMLElement, parts: number, dimensions: number): Element | null {
  if (parts > dimensions) return list.children[parts - dimensions] ?? null;
  const open = list.children[0];
  return open?.querySelectorAll('.dimension')[parts - 1] ?? open ?? null;
}
