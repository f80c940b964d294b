import type { WordSpan } from './align';
import type { Pattern } from './pattern';
import type { TextIndex } from './text-index';

/**
 * Words of the text per bin of the vote. Votes for one place stay within two neighbouring bins until
 * edits shift words by more than this; the alignment looks further than the vote does.
 */
const BIN = 8;
/**
 * Postings read for one vote. Rare words are asked first, so this cuts off only words like "the",
 * which point everywhere. Reading this many takes about a millisecond.
 */
const POSTINGS = 20_000;
/** Places handed on to the alignment. */
export const CANDIDATES = 8;

/**
 * Places in the text where the words of the pattern may stand, as numbers of the word at which the
 * pattern would begin, likeliest first. Every word of the pattern votes, by its information, for the
 * diagonals (place in text minus place in pattern) on which it occurs.
 */
export function candidatePlaces(
  pattern: Pattern,
  index: TextIndex,
  { from, to }: WordSpan,
): number[] {
  const order: number[] = [];
  for (let word = from; word < to; word++) order.push(word);
  order.sort((a, b) => (pattern.bits[b] as number) - (pattern.bits[a] as number));
  const bins = Math.ceil((index.count + pattern.count) / BIN) + 2;
  const votes = new Float32Array(bins);
  const voter = new Int32Array(bins);
  const touched: number[] = [];
  let left = POSTINGS;
  for (const word of order) {
    const all = index.places(pattern.hash[word] as number);
    if (all.length > left && touched.length > 0) break;
    const places = all.length > left ? all.slice(0, left) : all;
    left -= places.length;
    const bits = pattern.bits[word] as number;
    for (const place of places) {
      const bin = Math.floor((place - word + pattern.count) / BIN) + 1;
      if (voter[bin] === word + 1) continue;
      voter[bin] = word + 1;
      if (votes[bin] === 0) touched.push(bin);
      votes[bin] = (votes[bin] as number) + bits;
    }
  }
  return peaks(votes, touched).map((bin) => (bin - 1) * BIN - pattern.count);
}

/** The bins with the most votes in themselves and the next, none beside another. */
function peaks(votes: Float32Array, touched: number[]): number[] {
  const best: number[] = [];
  const worth: number[] = [];
  const consider = (start: number) => {
    const value = (votes[start] as number) + (votes[start + 1] ?? 0);
    if (worth.length === 2 * CANDIDATES && value <= (worth[worth.length - 1] as number)) return;
    let at = worth.length;
    while (at > 0 && (worth[at - 1] as number) < value) at--;
    best.splice(at, 0, start);
    worth.splice(at, 0, value);
    if (best.length > 2 * CANDIDATES) {
      best.pop();
      worth.pop();
    }
  };
  for (const bin of touched) {
    consider(bin);
    if (votes[bin - 1] === 0) consider(bin - 1);
  }
  const chosen: number[] = [];
  for (const bin of best) {
    if (chosen.length === CANDIDATES) break;
    if (!chosen.some((other) => Math.abs(other - bin) < 2)) chosen.push(bin);
  }
  return chosen;
}
