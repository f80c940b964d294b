import { cuts } from './edges';
import { agreeing } from './exact';
import { type Candidate, CERTAIN, CONTEXT_WEIGHT } from './judge';
import { similarity } from './similarity';
import { stoodBeside } from './stood-beside';
import type { Quote } from './types';

/**
 * Units of text that mark an edge of the quote: two or three words. They seldom stand twice, and where
 * they do, what lies between both edges decides.
 */
const MARK = 12;
/** What stands between the edges now may be longer than the quote by this factor. */
const MOST_GROWTH = 2;
/**
 * Likeness from which what stands between the edges is the quote, reworded: one letter in four differs.
 * Two sentences of English that have nothing to do with each other have about 0.5, as letters recur.
 */
export const ALIKE = 0.75;
/** Occurrences of a mark that are looked at. More tell that it marks nothing. */
const MOST_MARKS = 64;

/** Text that marks an edge, and how far from its first unit the edge is. */
interface Mark {
  text: string;
  edge: number;
}

/**
 * Finds the usual edit, a few words within a sentence, without reading the text word by word: what
 * stands between the words that stood right before and right after the quote, or between one of these
 * and the quote's own other end, when that is much like the quote. Where several places are, each is
 * weighed by likeness and context.
 */
export function* betweenMarks(text: string, quote: Quote): Generator<void, Candidate[]> {
  const { exact, prefix, suffix } = quote;
  const before = { text: prefix.slice(-MARK), edge: MARK };
  const head = { text: exact.slice(0, MARK), edge: 0 };
  const after = { text: suffix.slice(0, MARK), edge: 0 };
  const tail = { text: exact.slice(-MARK), edge: MARK };
  for (const [left, right] of [
    [before, after],
    [before, tail],
    [head, after],
  ] as const) {
    if (left.text.length < MARK || right.text.length < MARK) continue;
    const places = yield* placesBetween(text, quote, left, right);
    if (places.length > 0) return places;
  }
  return [];
}

/** Places between two marks that are much like the quote. */
function* placesBetween(
  text: string,
  quote: Quote,
  left: Mark,
  right: Mark,
): Generator<void, Candidate[]> {
  const { exact, prefix, suffix } = quote;
  const marks: number[] = [];
  for (let at = text.indexOf(left.text); at >= 0; at = text.indexOf(left.text, at + 1)) {
    if (marks.push(at) > MOST_MARKS) return [];
  }
  const places: Candidate[] = [];
  const reach = exact.length * MOST_GROWTH + 2 * MARK;
  for (const at of marks) {
    yield;
    const start = at + left.edge;
    const gap = text.slice(start, start + reach).indexOf(right.text);
    const end = start + gap + right.edge;
    if (gap < 0 || end === start || cuts(text, start) || cuts(text, end)) continue;
    const words = text.slice(start, end);
    const likeness = similarity(exact, words);
    if (likeness < ALIKE || stoodBeside(quote, words)) continue;
    const context =
      agreeing(text, start, prefix, -1) / Math.max(1, prefix.length) +
      agreeing(text, end, suffix, 1) / Math.max(1, suffix.length);
    const support = CERTAIN + likeness + CONTEXT_WEIGHT * context;
    places.push({ start, end, verbatim: false, support });
  }
  return places;
}
