import { firstIndex } from '../first-index';
import type { Pattern } from './pattern';
import type { TextIndex } from './text-index';

/** Which word of the text stands for which word of the pattern, and where those words are. */
export interface Alignment {
  /** For each word of the pattern, the number of its word in the text, or -1. */
  to: Int32Array;
  /** Offsets in the text of the matched words, by word of the pattern. */
  start: Int32Array;
  end: Int32Array;
}

/** What to align: words `from` to `to` of the pattern, with words `least` to `most` of the text. */
export interface WordSpan {
  from: number;
  to: number;
  least?: number;
  most?: number;
}

/**
 * What it costs to leave the sequence of words, in bits: a gap in every eighth word is the most that
 * still reads as the same sentence, and -log2(1/8) is 3. With 2 or 4 hardly any passage is found
 * elsewhere; fewer deleted ones are found with more.
 */
export const GAP_OPEN = 3;
/**
 * What each further word of a gap costs, in bits. A function word ("the", about four bits) is then not
 * worth reaching for across more than about ten words.
 */
const GAP_WORD = 0.2;
/**
 * What each word inserted into the quote costs on top, in bits: about half of what a word of prose
 * tells. A stretch with more foreign words than words of the quote is then left out.
 */
export const INSERTED_WORD = 2;
/** Words off the expected diagonal that are looked at: half the pattern, within these bounds. */
const LEAST_SLACK = 80;
const MOST_SLACK = 400;
/** Earlier matches looked back at for the best one to follow (minimap2 uses 50 for its chains). */
const LOOK_BACK = 80;
/** Pairs between two pauses: a few milliseconds. */
const PAUSE = 8_192;

/**
 * Aligns a pattern that is expected to begin at word `place` with the text by chaining equal words:
 * the chain with the most information, words in the same order, gaps paid for. Time grows with the
 * number of equal pairs near the diagonal, so a long quote costs in proportion to its length.
 */
export function* align(
  pattern: Pattern,
  index: TextIndex,
  place: number,
  span: WordSpan,
): Generator<void, Alignment> {
  const pairs = equalPairs(pattern, index, place, span);
  const count = pairs.length / 4;
  const score = new Float64Array(count);
  const before = new Int32Array(count).fill(-1);
  let best = -1;
  for (let at = 0; at < count; at++) {
    if (at % PAUSE === PAUSE - 1) yield;
    const i = pairs[at * 4] as number;
    const j = pairs[at * 4 + 1] as number;
    const inQuote = i < pattern.last;
    let top = 0;
    for (let earlier = at - 1; earlier >= 0 && earlier >= at - LOOK_BACK; earlier--) {
      const skipped = i - (pairs[earlier * 4] as number) - 1;
      const inserted = j - (pairs[earlier * 4 + 1] as number) - 1;
      if (skipped < 0 || inserted < 0) continue;
      let value = score[earlier] as number;
      if (skipped + inserted > 0) {
        value -= GAP_OPEN + GAP_WORD * Math.max(skipped, inserted);
        if (inserted > skipped && inQuote && (pairs[earlier * 4] as number) >= pattern.first) {
          value -= INSERTED_WORD * (inserted - skipped);
        }
      }
      if (value > top) {
        top = value;
        before[at] = earlier;
      }
    }
    score[at] = top + (pattern.bits[i] as number);
    if (best < 0 || (score[at] as number) > (score[best] as number)) best = at;
  }
  const alignment = emptyAlignment(pattern);
  for (let at = best; at >= 0; at = before[at] as number) {
    const i = pairs[at * 4] as number;
    alignment.to[i] = pairs[at * 4 + 1] as number;
    alignment.start[i] = pairs[at * 4 + 2] as number;
    alignment.end[i] = pairs[at * 4 + 3] as number;
  }
  return alignment;
}

/** An alignment without any match. */
export function emptyAlignment(pattern: Pattern): Alignment {
  return {
    to: new Int32Array(pattern.count).fill(-1),
    start: new Int32Array(pattern.count).fill(-1),
    end: new Int32Array(pattern.count).fill(-1),
  };
}

/**
 * Of a word that a quote has again and again ("yes" in a table) those nearest the diagonal are compared:
 * all of them would be as many pairs as the square of the quote's words.
 */
const MOST_EQUAL = 16;

/** Equal words near the diagonal, in text order: word of the pattern, word of the text, its offsets. */
function equalPairs(
  pattern: Pattern,
  index: TextIndex,
  place: number,
  { from, to, least = 0, most = index.count }: WordSpan,
): number[] {
  const slack = Math.min(MOST_SLACK, Math.max(LEAST_SLACK, pattern.count >> 1));
  const pairs: number[] = [];
  index.span(
    Math.max(least, place + from - slack),
    Math.min(most, place + to + slack),
    (word, hash, start, end) => {
      const positions = pattern.positions.get(hash);
      if (!positions) return;
      const expected = word - place;
      const first = firstFrom(positions, Math.max(from, expected - slack));
      const nearest = Math.max(first, firstFrom(positions, expected) - MOST_EQUAL / 2);
      for (let at = nearest; at < nearest + MOST_EQUAL; at++) {
        const position = positions[at];
        if (position === undefined || position >= to || position > expected + slack) break;
        pairs.push(position, word, start, end);
      }
    },
  );
  return pairs;
}

/** Index of the first number of an ascending list that is not below `least`. */
const firstFrom = (list: readonly number[], least: number) =>
  firstIndex(list.length, (at) => (list[at] as number) >= least);
