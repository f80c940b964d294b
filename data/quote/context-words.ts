import { isWholeContext } from './describe';
import type { Quote } from './types';

/** Where a script puts no space between its words, nothing is left out. */
const PART_AT_START = /^\S{0,40}\s+/;
const PART_AT_END = /\s+\S{0,40}$/;

/**
 * What stood before and after a passage, as people read it: without the part of a word at the far
 * end, and with an ellipsis where the document went on.
 *
 * @param quote as `describeQuote` gives it: its context is shorter where the document ends
 */
export function contextWords(quote: Quote): { before: string; after: string } {
  const { exact, prefix, suffix, start } = quote;
  const whole = isWholeContext(exact.length, prefix.length, suffix.length);
  const wentBefore = start === undefined ? whole.prefix : start > prefix.length;
  return {
    before: wentBefore ? `… ${prefix.replace(PART_AT_START, '')}` : prefix,
    after: whole.suffix ? `${suffix.replace(PART_AT_END, '')} …` : suffix,
  };
}
