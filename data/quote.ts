import { describe } from './quote/describe';
import { QuoteFinder } from './quote/finder';
import type { Found, Quote } from './quote/types';

export { type WordChange, wordDiff } from './quote/compare';
export type { QuoteFinder } from './quote/finder';
export type { SliceOptions } from './quote/slices';
export type { TextChange } from './quote/text-index';
export type { Confidence, Found, Quote } from './quote/types';

export const describeQuote = describe;
export function createQuoteFinder(text: string): QuoteFinder {
  return new QuoteFinder(text);
}
export function findQuote(text: string, quote: Quote): Found | null {
  return new QuoteFinder(text).find(quote);
}
