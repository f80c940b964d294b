import type { ComponentChild } from 'preact';
import { useEffect, useReducer, useRef } from 'preact/hooks';
import { afterFrame } from './after-frame';

/** A panel's worth of items: all that the view waits for when it opens. */
const FIRST = 10;
/** Two panels' worth more: a frame later, unasked. */
const SOON = 30;
const MORE = 60;

/**
 * Draws a long list as far as it is scrolled: ten thousand items cost no more than thirty.
 *
 * @param of what the list is of: of something else it begins again with its first screens
 * @returns the items to draw, an element to put behind them, and a way to draw more of them where
 *   somebody comes near their end without scrolling
 */
export function useIncremental<T>(
  items: readonly T[],
  of: unknown,
): { visible: readonly T[]; sentinel: ComponentChild; drawMore: () => void } {
  const drawn = useRef({ of, count: FIRST });
  const [, draw] = useReducer((times: number, _: undefined) => times + 1, 0);
  const mark = useRef<HTMLDivElement>(null);
  if (drawn.current.of !== of) drawn.current = { of, count: Math.min(drawn.current.count, SOON) };
  const { count } = drawn.current;
  const more = count < items.length;
  const drawUpTo = (next: number) => {
    drawn.current = { of, count: next };
    draw(undefined);
  };
  useEffect(() => {
    if (!more || !mark.current) return undefined;
    if (count < SOON) return afterFrame(() => drawUpTo(SOON));
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) drawUpTo(count + MORE);
      },
      { rootMargin: '800px' },
    );
    observer.observe(mark.current);
    return () => observer.disconnect();
  }, [more, count, of]);
  return {
    visible: items.slice(0, count),
    sentinel: more ? <div ref={mark} style={{ height: '1px' }} /> : null,
    drawMore: () => more && drawUpTo(count + MORE),
  };
}
