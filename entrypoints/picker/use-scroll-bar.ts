import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Milliseconds in which the frame follows what it shows. */
const FOLLOWS = 250;

/**
 * Shows the bar where the frame stays lower than what it shows. While it grows with that, one would
 * only flash by.
 */
export function useScrollBar(body: RefObject<HTMLElement>, shown: unknown): void {
  useEffect(() => {
    const element = body.current;
    if (!element) return undefined;
    const root = document.documentElement;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(waiting);
      waiting = setTimeout(
        () => root.classList.toggle('is-cut', root.scrollHeight > root.clientHeight),
        FOLLOWS,
      );
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    window.addEventListener('resize', look);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', look);
      clearTimeout(waiting);
    };
  }, [shown]);
}
