import search, { type Match } from 'approx-string-match';
import { findQuote, type Quote } from '../../../data/quote';

export interface Range {
  start: number;
  end: number;
}

/** Finds a quote in a text; what is compared. */
export interface Finder {
  name: string;
  find(text: string, quote: Quote): Range | null;
}

export const rung: Finder = { name: 'Rung', find: findQuote };

/** Weights of the four signs in Hypothesis' client: quote, prefix, suffix, position. */
const QUOTE = 50;
const PREFIX = 20;
const SUFFIX = 20;
const POSITION = 2;
/** Most differences it looks for: half of the quote, and no more than this. */
const MOST_ERRORS = 256;

/**
 * The algorithm of Hypothesis' client, as it is published: every approximate match of the quote with
 * up to half of its characters changed is scored by likeness, context and position; the best wins,
 * however bad.
 */
export const hypothesis: Finder = {
  name: 'Hypothesis',
  find(text, { exact, prefix, suffix, start }) {
    if (exact.length === 0) return null;
    const matches = approximate(text, exact, Math.min(MOST_ERRORS, exact.length / 2));
    let best: Match | null = null;
    let most = -1;
    for (const match of matches) {
      const before = text.slice(Math.max(0, match.start - prefix.length), match.start);
      const after = text.slice(match.end, match.end + suffix.length);
      const score =
        QUOTE * (1 - match.errors / exact.length) +
        PREFIX * (prefix === '' ? 1 : likeness(before, prefix)) +
        SUFFIX * (suffix === '' ? 1 : likeness(after, suffix)) +
        POSITION * (start === undefined ? 1 : 1 - Math.abs(match.start - start) / text.length);
      if (score > most) {
        most = score;
        best = match;
      }
    }
    return best;
  },
};

/** Verbatim matches if there are any, else approximate ones. */
function approximate(text: string, part: string, errors: number): Match[] {
  const matches: Match[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    matches.push({ start: at, end: at + part.length, errors: 0 });
  }
  return matches.length > 0 ? matches : search(text, part, errors);
}

function likeness(text: string, wanted: string): number {
  if (text === '') return 0;
  const [match] = approximate(text, wanted, wanted.length);
  return match ? 1 - match.errors / wanted.length : 0;
}
