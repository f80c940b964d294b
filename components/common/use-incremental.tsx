import type { ComponentChild } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Two panels' worth of items: drawn at once without a pause. */
const FIRST = 30;
const MORE = 60;

/**
 * Draws a long list as far as it is scrolled: ten thousand items cost no more than thirty.
 *
 * @returns the items to draw, and an element to put behind them
 */
export function useIncremental<T>(items: readonly T[]): {
  visible: readonly T[];
  sentinel: ComponentChild;
} {
  const [count, setCount] = useState(FIRST);
  const mark = useRef<HTMLDivElement>(null);
  const more = count < items.length;
  useEffect(() => {
    if (!more || !mark.current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setCount((now) => now + MORE);
      },
      { rootMargin: '800px' },
    );
    observer.observe(mark.current);
    return () => observer.disconnect();
  }, [more, count]);
  return {
    visible: items.slice(0, count),
    sentinel: more ? <div ref={mark} style={{ height: '1px' }} /> : null,
  };
}
