import { CONTEXT } from './describe';

/** Where a script puts no space between its words, nothing is left out. */
const PART_AT_START = /^\S{0,40}\s+/;
const PART_AT_END = /\s+\S{0,40}$/;

/**
 * What stood before and after a passage, as people read it: without the part of a word at the far
 * end, and with an ellipsis where the document went on.
 *
 * @param prefix and `suffix` as `describeQuote` gives them: shorter where the document ends
 */
export function contextWords(prefix: string, suffix: string): { before: string; after: string } {
  return {
    before: prefix.length < CONTEXT ? prefix : `… ${prefix.replace(PART_AT_START, '')}`,
    after: suffix.length < CONTEXT ? suffix : `${suffix.replace(PART_AT_END, '')} …`,
  };
}
