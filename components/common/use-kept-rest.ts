import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';

/**
 * The first parts of a view as they are now, the others as they were drawn last, until those are
 * wanted too: what was there stays there, and nothing blinks. What has moved into the first is not
 * drawn a second time.
 *
 * @param parts keyed by their place, so that one is drawn into the place of the one before it
 * @param count how many are drawn anew
 */
export function useKeptRest(parts: readonly VNode[], count: number): readonly VNode[] {
  const before = useRef<readonly VNode[]>([]);
  before.current = count < parts.length ? withRest(parts.slice(0, count), before.current) : parts;
  return before.current;
}

function withRest(first: readonly VNode[], before: readonly VNode[]): readonly VNode[] {
  const keys = new Set(first.map(({ key }) => key));
  return [...first, ...before.slice(first.length).filter(({ key }) => !keys.has(key))];
}
