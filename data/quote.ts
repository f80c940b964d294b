import { describe } from './quote/describe';
import { QuoteFinder } from './quote/finder';
import type { Found, Quote } from './quote/types';

export type { QuoteFinder } from './quote/finder';
export type { Confidence, Found, Quote } from './quote/types';

/**
 * Describes the passage from `start` to `end` (UTF-16 units, end exclusive) so that it can be found
 * again: its words, 128 units of context on each side, more where it is short or stands repeatedly (2,048
 * at most), and its place. Offsets within a surrogate pair or a combining sequence move outwards.
 *
 * @throws RangeError unless both are whole numbers with 0 <= start <= end <= text.length
 */
export const describeQuote = describe;

/** Makes a finder that reads a text once and finds many quotes in it, also in slices and after edits. */
export function createQuoteFinder(text: string): QuoteFinder {
  return new QuoteFinder(text);
}

/**
 * Finds a quote in a text that may have changed. Offsets are UTF-16 units, the end is exclusive; they
 * never cut a character, nor a word unless the quote did. Null when the passage is gone, and for an empty
 * quote or text. Never throws. For many quotes in one text, `createQuoteFinder` reads that only once.
 */
export function findQuote(text: string, quote: Quote): Found | null {
  return new QuoteFinder(text).find(quote);
}
