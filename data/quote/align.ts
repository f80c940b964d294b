import type { Pattern } from './pattern';
import type { TextIndex } from './text-index';

/** Which word of the text stands for which word of the pattern, and where those words are. */
export interface Alignment {
  /** For each word of the pattern, its word in the text, or -1. */
  to: Int32Array;
  /** Bits of all matched words less the cost of gaps. */
  score: number;
  /** Offsets of the matched words, by word of the pattern. */
  start: Int32Array;
  end: Int32Array;
}

/**
 * What it costs to leave the sequence of words, in bits: one edit in sixteen words is typical of
 * revised prose, and -log2(1/16) is 4. Half of it, as a gap is left and entered once each.
 */
const GAP_OPEN = 2;
/**
 * What each further word of a gap costs, in bits. A function word ("the", about four bits) is then not
 * worth reaching for across more than about ten words.
 */
const GAP_WORD = 0.2;
/** Words around the expected stretch that are looked at too, for what was inserted or moved. */
const SLACK_LEAST = 40;
/** A word that stands more often in the window tells nothing about where it belongs. */
const REPEATS = 48;
/** Earlier matches looked back at for the best one to follow (minimap2 uses 50 for its chains). */
const LOOK_BACK = 80;

/**
 * Aligns the pattern with the text around word number `place` by chaining equal words: the chain with
 * the most information, words in the same order, gaps paid for. Time grows with the number of equal
 * pairs, so a long quote costs in proportion to its length.
 */
export function align(pattern: Pattern, index: TextIndex, place: number): Alignment | null {
  const slack = Math.max(SLACK_LEAST, pattern.count >> 1);
  const positions = positionsByWord(pattern);
  const pairPattern: number[] = [];
  const pairText: number[] = [];
  const pairStart: number[] = [];
  const pairEnd: number[] = [];
  index.span(place - slack, place + pattern.count + slack, (word, hash, start, end) => {
    const list = positions.get(hash);
    if (!list || list.length > REPEATS) return;
    for (const position of list) {
      pairPattern.push(position);
      pairText.push(word);
      pairStart.push(start);
      pairEnd.push(end);
    }
  });
  const pairs = pairPattern.length;
  if (pairs === 0) return null;
  const score = new Float64Array(pairs);
  const before = new Int32Array(pairs).fill(-1);
  let best = 0;
  for (let at = 0; at < pairs; at++) {
    const i = pairPattern[at] as number;
    const j = pairText[at] as number;
    let top = 0;
    for (let earlier = at - 1; earlier >= 0 && earlier >= at - LOOK_BACK; earlier--) {
      const di = i - (pairPattern[earlier] as number) - 1;
      const dj = j - (pairText[earlier] as number) - 1;
      if (di < 0 || dj < 0) continue;
      const value = (score[earlier] as number) - gapCost(di, dj);
      if (value > top) {
        top = value;
        before[at] = earlier;
      }
    }
    score[at] = top + (pattern.bits[i] as number);
    if ((score[at] as number) > (score[best] as number)) best = at;
  }
  const to = new Int32Array(pattern.count).fill(-1);
  const start = new Int32Array(pattern.count).fill(-1);
  const end = new Int32Array(pattern.count).fill(-1);
  for (let at = best; at >= 0; at = before[at] as number) {
    const i = pairPattern[at] as number;
    to[i] = pairText[at] as number;
    start[i] = pairStart[at] as number;
    end[i] = pairEnd[at] as number;
  }
  return { to, start, end, score: score[best] as number };
}

function gapCost(di: number, dj: number): number {
  return di === 0 && dj === 0 ? 0 : GAP_OPEN + GAP_WORD * Math.max(di, dj);
}

const known = new WeakMap<Pattern, Map<number, number[]>>();

function positionsByWord(pattern: Pattern): Map<number, number[]> {
  let map = known.get(pattern);
  if (map) return map;
  map = new Map();
  for (let word = 0; word < pattern.count; word++) {
    const hash = pattern.hash[word] as number;
    const list = map.get(hash);
    if (list) list.push(word);
    else map.set(hash, [word]);
  }
  known.set(pattern, map);
  return map;
}
