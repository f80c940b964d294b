/**
 * So many problems of one kind are collected of a file: more than anyone reads at once, and little
 * enough that a file which is wrong in a million places does not take all memory.
 */
export const MOST_PROBLEMS = 1000;

/** The first of what comes, no more than `most` of it; what is behind those is not made. */
export function firstOf<T>(all: Iterable<T>, most: number): T[] {
  const first: T[] = [];
  for (const one of all) {
    if (first.push(one) >= most) break;
  }
  return first;
}
