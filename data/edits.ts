/**
 * The fewest edits that turn `a` into `b`, or into a beginning of `b` with `asPrefix`: optimal
 * string alignment, Damerau-Levenshtein in which no letters are touched twice.
 */
export function editsBetween(a: string, b: string, asPrefix = false): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (beforeLast[j - 2] as number) + 1);
      }
      row.push(least);
    }
    [beforeLast, last] = [last, row];
  }
  return asPrefix ? Math.min(...last) : (last[b.length] as number);
}

/**
 * How many edits a word of a given length may be off and still be meant: two as a rule, fewer where
 * two would make another word, one more in long words.
 */
export function mostEdits(length: number): number {
  if (length < 4) return 0;
  if (length < 6) return 1;
  return length < 9 ? 2 : 3;
}
