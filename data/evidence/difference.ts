import type { Evidence } from './record';

/** What one list of evidence has that another has not. A record that was changed is in both parts. */
export interface Difference {
  readonly gone: readonly Evidence[];
  readonly come: readonly Evidence[];
}

/**
 * What has changed between two lists in the same order. Most often that is a record or two: what is
 * alike at both ends of ten thousand is passed over.
 */
export function difference(before: readonly Evidence[], now: readonly Evidence[]): Difference {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === now.at(-1 - end)) end++;
  const left = new Set(before.slice(start, before.length - end));
  const come: Evidence[] = [];
  for (const one of now.slice(start, now.length - end)) if (!left.delete(one)) come.push(one);
  return { gone: [...left], come };
}
