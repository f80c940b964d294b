import { useEffect, useRef, useState } from 'preact/hooks';
import { afterFrame } from './after-frame';
import { leadsOn } from './keys';
import { lowerEdge } from './lower-edge';

/** Height in CSS pixels of a low part: a few lines of text. No part is taken to be lower. */
const LOW_PART = 96;
/**
 * Milliseconds without a key after which what nobody sees yet is drawn: longer than the 240 after
 * which the next key comes at the usual pace, 120 for a fast typist (Dhakal et al. 2018,
 * "Observations on typing from 136 million keystrokes"), or it would be drawn between any two.
 */
const REST = 350;

export interface SeenParts {
  /** How many parts are drawn anew. */
  readonly parts: number;
  /** Whether some are still to be drawn. */
  readonly busy: boolean;
}

interface Options {
  /** How many there are. */
  all: number;
  /** The lowest element of the first `parts`. */
  lowest: (parts: number) => Element | null | undefined;
  /** How many are drawn at once when the view opens; `likely` if left out. */
  atFirst?: number;
  /** How many are drawn in the frame of the key; if left out, as many as were seen before. */
  likely?: number;
  /** How many more are drawn in a frame once keys rest; all if left out. */
  atRest?: number;
}

/**
 * Draws the first parts of a view in the frame of the key, in the next one what else can be seen, and
 * the rest once keys rest: a list goes on far below the window's edge, and while someone types, most
 * of that work would be for nobody. A key or a wheel that leads there brings it at once.
 *
 * @param of what the view shows; something else begins again
 */
export function useSeenParts(of: unknown, options: Options): SeenParts {
  const seenBefore = useRef(1);
  const { all, lowest, likely = seenBefore.current } = options;
  const { atFirst = likely, atRest = Number.POSITIVE_INFINITY } = options;
  const [last, setLast] = useState({ of, parts: atFirst, rests: false });
  const { parts, rests } = last.of === of ? last : { parts: likely, rests: false };

  useEffect(() => {
    if (parts >= all) return undefined;
    return afterFrame(() => {
      if (rests) {
        setLast({ of, parts: parts + atRest, rests });
        return;
      }
      const element = lowest(parts);
      const more = element ? seenBelow(element) : 0;
      seenBefore.current = Math.max(1, parts + more);
      if (more > 0) setLast({ of, parts: parts + more, rests });
    });
  }, [of, parts, rests, all]);

  const drawMore = useRef<((more: number) => void) | null>(null);
  drawMore.current =
    parts < all ? (more) => setLast({ of, parts: parts + more, rests: true }) : null;

  useEffect(() => {
    if (parts >= all) return undefined;
    const timer = setTimeout(() => drawMore.current?.(atRest), REST);
    return () => clearTimeout(timer);
  }, [of, parts, all]);

  // Put up once: a browser notes anew with every wheel listener where the wheel may be turned.
  useEffect(() => {
    const drawAll = () => drawMore.current?.(Number.POSITIVE_INFINITY);
    const onKey = (event: KeyboardEvent) => leadsOn(event) && drawAll();
    // Before any other listener of the key: those move through what is there.
    window.addEventListener('keydown', onKey, { capture: true });
    window.addEventListener('wheel', drawAll, { passive: true });
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true });
      window.removeEventListener('wheel', drawAll);
    };
  }, []);

  return { parts: Math.min(parts, all), busy: parts < all };
}

/**
 * How many parts can be seen below one, as far as can be told before they are drawn: as high as it
 * is. Where they are lower there are more in the frame after. Less than none where it lies below the
 * edge itself.
 */
function seenBelow(element: Element): number {
  const { bottom, height } = element.getBoundingClientRect();
  return Math.ceil((lowerEdge(element) - bottom) / Math.max(LOW_PART, height));
}
