import { STOP_WORDS } from './common-words';
import type { EvidenceIndex, IndexedRecord } from './evidence-index';
import type { QueryTerms } from './query-terms';
import { foldedWords } from './words';

/** Records having less than this share of the best one's score are chance. */
const WEAKEST = 0.25;
/** How many of the leaders are checked for having the query word for word. */
const VERBATIM_CANDIDATES = 60;
const VERBATIM = 0.5;
/** More places than there are records; with the bits of a score just what a number can hold. */
const PLACES = 2 ** 21;

export interface RankedRecord {
  record: IndexedRecord;
  score: number;
}

/**
 * The records that have the query's words, best first, the newest first among equals.
 *
 * @param typed the query as it was typed
 * @param limit at most this many
 */
export function rankRecords(
  index: EvidenceIndex,
  query: QueryTerms,
  typed: string,
  limit: number,
): RankedRecord[] {
  const { scores, most } = scoresOf(index, query);
  const ranked = most > 0 ? bestOf(index, scores, Math.max(limit, VERBATIM_CANDIDATES)) : [];
  if (ranked.length === 0) {
    // Of words that say nothing by themselves only the very words are an answer.
    const saysNothing = foldedWords(typed).every((word) => STOP_WORDS.has(word));
    return saysNothing ? withWords(index, typed.trim(), limit) : [];
  }
  for (const one of ranked) one.score /= most;
  if (query.words.length > 1) putVerbatimFirst(ranked, typed.trim().toLowerCase());
  return ranked.length > limit ? ranked.slice(0, limit) : ranked;
}

/** What each slot has of the query, and the most there is to have. */
function scoresOf(index: EvidenceIndex, query: QueryTerms) {
  const scores = new Float32Array(index.records.length);
  const best = new Float32Array(index.records.length);
  let most = 0;
  for (const { alternatives, weight } of query.words) {
    const touched: number[] = [];
    let idf = 0;
    for (const { term, weight: sureness } of alternatives) {
      const postings = index.postings(term);
      if (!postings) continue;
      idf = Math.max(idf, postings.idf);
      const factor = sureness * weight * postings.idf;
      for (let k = 0; k < postings.slots.length; k++) {
        const slot = postings.slots[k] as number;
        const value = factor * (postings.weights[k] as number);
        if (best[slot] === 0) touched.push(slot);
        if (value > (best[slot] as number)) best[slot] = value;
      }
    }
    most += weight * (idf || 1);
    for (const slot of touched) {
      scores[slot] = (scores[slot] as number) + (best[slot] as number);
      best[slot] = 0;
    }
  }
  return { scores, most };
}

/**
 * The best `count` records in their order. Score and age are made one number each: ten thousand bare
 * numbers are sorted in a fraction of the time that as many records take.
 */
function bestOf(index: EvidenceIndex, scores: Float32Array, count: number): RankedRecord[] {
  const slots = index.byAge();
  let highest = 0;
  for (const slot of slots) highest = Math.max(highest, scores[slot] as number);
  const least = highest * WEAKEST;
  // The bits of floats above zero are in the order of the floats.
  const bits = new Uint32Array(scores.buffer);
  const keys = new Float64Array(slots.length);
  let found = 0;
  for (let age = 0; age < slots.length; age++) {
    const slot = slots[age] as number;
    const score = scores[slot] as number;
    if (score > 0 && score >= least) keys[found++] = (bits[slot] as number) * PLACES + age;
  }
  const sorted = keys.subarray(0, found).sort();
  const best: RankedRecord[] = [];
  for (let k = found - 1; k >= 0 && best.length < count; k--) {
    const slot = slots[(sorted[k] as number) % PLACES] as number;
    best.push({ record: index.records[slot] as IndexedRecord, score: scores[slot] as number });
  }
  return best;
}

function putVerbatimFirst(ranked: RankedRecord[], verbatim: string): void {
  const leaders = ranked.slice(0, VERBATIM_CANDIDATES);
  for (const leader of leaders) {
    const { texts } = leader.record;
    if (texts.some(([text]) => text.toLowerCase().includes(verbatim))) leader.score += VERBATIM;
  }
  // Equals stay in the order they are in.
  leaders.sort((a, b) => b.score - a.score);
  for (const [place, leader] of leaders.entries()) ranked[place] = leader;
}

/** The newest records that have some words to the letter. */
function withWords(index: EvidenceIndex, words: string, limit: number): RankedRecord[] {
  if (!/[\p{L}\p{N}]/u.test(words)) return [];
  const escaped = words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu');
  const found: RankedRecord[] = [];
  for (const slot of index.byAge().toReversed()) {
    if (found.length === limit) break;
    const record = index.records[slot] as IndexedRecord;
    if (record.texts.some(([text]) => whole.test(text))) found.push({ record, score: 1 });
  }
  return found;
}
