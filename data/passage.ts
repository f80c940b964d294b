/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Longest passage that can be tagged, in UTF-16 units: some thirty pages. What is longer proves
 * nothing in particular, and finding it again would keep the page waiting.
 */
export const MAX_PASSAGE = 100_000;

/** White space and characters that show nothing; a passage of these alone is no passage. */
const BLANK = /[\s\u0000\u200B-\u200F\u2060\uFEFF]/;

/** A span without blank characters at its ends; `null` where nothing else is in it. */
export function trimSpan(text: string, { start, end }: Span): Span | null {
  let from = start;
  let to = end;
  while (from < to && BLANK.test(text.charAt(from))) from++;
  while (to > from && BLANK.test(text.charAt(to - 1))) to--;
  return from < to ? { start: from, end: to } : null;
}
