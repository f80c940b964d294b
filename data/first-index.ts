/**
 * The first index from 0 below `length` for which something becomes true that then stays true;
 * `length` where it never does. Asks about log2(`length`) of them.
 */
export function firstIndex(length: number, isTrue: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the last number of an ascending list that is not above `value`, or 0. */
export function lastAtOrBelow(list: ArrayLike<number>, value: number): number {
  return Math.max(0, firstIndex(list.length, (at) => (list[at] as number) > value) - 1);
}
