import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';

/**
 * The first parts of a view as they are now, the others as they were drawn last, until those are
 * wanted too: what was there stays there, and nothing blinks.
 *
 * @param parts keyed by their place, so that one is drawn into the place of the one before it
 * @param count how many are drawn anew
 */
export function useKeptRest(parts: readonly VNode[], count: number): readonly VNode[] {
  const before = useRef<readonly VNode[]>([]);
  before.current =
    count < parts.length ? [...parts.slice(0, count), ...before.current.slice(count)] : parts;
  return before.current;
}
