import type { RefObject } from 'preact';
import { useSeenParts } from '../common/use-seen-parts';

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
 * Draws the best match in the frame of the key as far as it is likely to be seen, then what else can
 * be seen of the results, and the rest once keys rest.
 *
 * @param list the element whose children are the results, the first of them open
 * @param of what the list shows; something else begins again
 * @param most all there is
 * @param likely how many dimensions are likely to be seen
 */
export function useSeenFirst(
  list: RefObject<HTMLElement>,
  of: unknown,
  most: Drawn,
  likely: number,
): Seen {
  const { parts, busy } = useSeenParts(of, {
    all: most.dimensions + most.others,
    likely,
    lowest: (drawn) => list.current && lastDrawn(list.current, drawn, most.dimensions),
  });
  return {
    dimensions: Math.min(parts, most.dimensions),
    others: Math.max(0, parts - most.dimensions),
    busy,
  };
}

/** The lowest element of those drawn anew. */
function lastDrawn(list: HTMLElement, parts: number, dimensions: number): Element | null {
  if (parts > dimensions) return list.children[parts - dimensions] ?? null;
  const open = list.children[0];
  return open?.querySelectorAll('.dimension')[parts - 1] ?? open ?? null;
}
