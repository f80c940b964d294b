import type { Found, Quote } from './types';

/** Quotes longer than this (UTF-16 units, about seven pages) are found by their two ends. */
export const LONG_QUOTE = 20_000;
/** Length of such an end: enough words that each is found as surely as a quote of its own. */
const END = 2_000;
/** A passage that grew or shrank by more than this factor is no longer the passage. */
const MOST_CHANGE = 2;

/**
 * Finds a long quote that does not stand verbatim: its first and last words, in order, about as far
 * apart as they were. This bounds the time that a quote of any length takes. Null when either end is
 * gone.
 *
 * @param find finds a quote that is not long
 */
export function* findByEnds(
  find: (quote: Quote) => Generator<void, Found | null>,
  quote: Quote,
): Generator<void, Found | null> {
  const { exact, prefix, suffix, start } = quote;
  const tailStart = exact.length - END;
  const head = yield* find({
    exact: exact.slice(0, END),
    prefix,
    suffix: exact.slice(END, 2 * END),
    start,
  });
  if (!head) return null;
  const tail = yield* find({
    exact: exact.slice(tailStart),
    prefix: exact.slice(tailStart - END, tailStart),
    suffix,
    start: head.start + tailStart,
  });
  if (!tail) return null;
  const length = tail.end - head.start;
  if (length > exact.length * MOST_CHANGE || length < exact.length / MOST_CHANGE) return null;
  const sure = head.confidence !== 'doubtful' && tail.confidence !== 'doubtful';
  return { start: head.start, end: tail.end, confidence: sure ? 'edited' : 'doubtful' };
}
