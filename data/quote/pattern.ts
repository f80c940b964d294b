import type { TextIndex } from './text-index';
import type { Quote } from './types';
import { wordsOf } from './words';

/** A quote and its context as one row of words, weighted by how much each tells in a given text. */
export interface Pattern {
  /** prefix + exact + suffix, cut to what is looked at. */
  text: string;
  /** Where exact begins and ends in it. */
  from: number;
  to: number;
  count: number;
  hash: Uint32Array;
  start: Uint32Array;
  end: Uint32Array;
  /** Numbers of the first word of exact, and of the first word after it. */
  first: number;
  last: number;
  /** Where in the pattern each word stands, by its fingerprint, ascending. */
  positions: Map<number, number[]>;
  /** Information of each word in bits. */
  bits: Float32Array;
  /** Sum over the words of exact. */
  total: number;
}

/**
 * Context used on each side, in UTF-16 units: twice what a quote is described with, so that quotes
 * made elsewhere may bring more, and a whole document as context costs nothing.
 */
const CONTEXT_USED = 256;
/**
 * A word tells log2(words in the text / occurrences) bits (Spärck Jones' inverse document frequency
 * read as information), but no more than this: otherwise one name would outweigh a sentence in a long
 * document. A word in a thousand, which is where content words begin, has ten.
 */
const MOST_BITS = 10;
/** And no less than this, so that a word that fills the text still counts for the order of words. */
const LEAST_BITS = 0.5;
/**
 * A text shorter than this (a page) counts as this long: that a word stands once in two sentences does
 * not make it a common word.
 */
const LEAST_WORDS = 500;

/** Words weighed between two pauses: about a millisecond. */
const PAUSE = 256;

/** Makes the pattern for a quote, before any text is known. */
export function makePattern(quote: Quote): Pattern {
  const prefix = quote.prefix.slice(-CONTEXT_USED);
  const suffix = quote.suffix.slice(0, CONTEXT_USED);
  const text = prefix + quote.exact + suffix;
  const from = prefix.length;
  const to = from + quote.exact.length;
  const words = wordsOf(text);
  let begin = 0;
  let end = words.count;
  // Context is cut at a fixed length, so its outermost word may be half a word.
  if (end > 0 && words.start[0] === 0 && (words.end[0] as number) <= from) begin = 1;
  if (end > begin && words.end[end - 1] === text.length && (words.start[end - 1] as number) >= to) {
    end--;
  }
  const hash = words.hash.slice(begin, end);
  const start = words.start.slice(begin, end);
  const stop = words.end.slice(begin, end);
  let first = 0;
  while (first < hash.length && (stop[first] as number) <= from) first++;
  let last = first;
  while (last < hash.length && (start[last] as number) < to) last++;
  return {
    text,
    from,
    to,
    count: hash.length,
    hash,
    start,
    end: stop,
    first,
    last,
    positions: positionsByWord(hash),
    bits: new Float32Array(hash.length),
    total: 0,
  };
}

/** Weighs the words of a pattern by a text. */
export function* weigh(pattern: Pattern, index: TextIndex): Generator<void, void> {
  pattern.total = 0;
  const words = Math.max(LEAST_WORDS, index.count);
  for (let word = 0; word < pattern.count; word++) {
    const seen = Math.max(1, index.places(pattern.hash[word] as number).length);
    const bits = Math.min(MOST_BITS, Math.max(LEAST_BITS, Math.log2(words / seen)));
    pattern.bits[word] = bits;
    if (word >= pattern.first && word < pattern.last) pattern.total += bits;
    if (word % PAUSE === PAUSE - 1) yield;
  }
}

function positionsByWord(hash: Uint32Array): Map<number, number[]> {
  const positions = new Map<number, number[]>();
  for (let word = 0; word < hash.length; word++) {
    const list = positions.get(hash[word] as number);
    if (list) list.push(word);
    else positions.set(hash[word] as number, [word]);
  }
  return positions;
}
