import type { Evidence } from '../evidence/record';
import { corrected } from './correction';
import { EvidenceIndex, type IndexedRecord } from './evidence-index';
import { markerOf, marksIn } from './marks';
import { type QueryTerms, queryWords, termsOf } from './query-terms';
import type { Range } from './types';

export interface EvidenceMatch {
  id: string;
  /** 0 to 1, higher is better; comparable within one answer. */
  score: number;
}

/** Search over evidence: quote, note and title. The index is built at the first question. */
export interface EvidenceSearch {
  /** How many records it knows. */
  readonly size: number;
  /**
   * The records that have the query's words or ones almost so, best first.
   *
   * @param options.limit at most so many; 50 if left out
   */
  search(query: string, options?: { limit?: number }): EvidenceMatch[];
  /**
   * What to mark of a query in a text that is shown. Apart from the search, because of ten
   * thousand records found only some are ever on screen.
   */
  marksFor(query: string): (text: string) => Range[];
  /** The query with slips of the pen put right, or `undefined` where there are none. */
  didYouMean(query: string): string | undefined;
  /** Adds a record or replaces the one with its id. */
  add(record: Evidence): void;
  /** Takes a record out; an unknown id is no mistake. */
  remove(id: string): void;
  /** Indexes what waits to be, in slices of a few milliseconds. */
  prepare(): Promise<void>;
}

const FIELD = { quote: 1, note: 1.1, title: 0.7 } as const;
const LIMIT = 50;
/** Records having less than this share of the best one's score are chance. */
const WEAKEST = 0.25;
/** Of so many leaders it is looked whether they have the query word for word. */
const VERBATIM_CANDIDATES = 60;
const VERBATIM = 0.5;
/** Milliseconds, as for the ladders. */
const SLICE = 8;

/** @param evidence the records there are; later ones come by `add` */
export function createEvidenceSearch(evidence: Iterable<Evidence> = []): EvidenceSearch {
  const index = new EvidenceIndex();
  const waiting = new Map<string, Evidence>();
  for (const record of evidence) waiting.set(record.id, record);
  const catchUp = (until: number): boolean => {
    for (const [id, record] of waiting) {
      if (performance.now() >= until) return false;
      waiting.delete(id);
      index.add({ id, time: Date.parse(record.created), texts: textsOf(record) });
    }
    return true;
  };

  const finds = (query: string) =>
    rankRecords(index, termsOf(index, query, queryWords(query)), query, 1).length > 0;

  return {
    get size() {
      let known = index.size;
      for (const id of waiting.keys()) if (!index.has(id)) known += 1;
      return known;
    },
    search(query, { limit = LIMIT } = {}) {
      catchUp(Number.POSITIVE_INFINITY);
      return rankRecords(index, termsOf(index, query, queryWords(query)), query, limit)
        .slice(0, limit)
        .map(({ record, score }) => ({ id: record.id, score: 1 - Math.exp(-score) }));
    },
    marksFor(query) {
      catchUp(Number.POSITIVE_INFINITY);
      const marker = markerOf(termsOf(index, query, queryWords(query)));
      return (text) => marksIn(index, text, marker);
    },
    didYouMean(query) {
      // Nothing to put right is not worth reading all evidence for.
      if (query.trim() === '') return undefined;
      catchUp(Number.POSITIVE_INFINITY);
      const meant = corrected(query, termsOf(index, query, queryWords(query)));
      // Words of evidence that was deleted are known for a while, and lead nowhere.
      return meant !== undefined && finds(meant) ? meant : undefined;
    },
    add(record) {
      waiting.set(record.id, record);
    },
    remove(id) {
      waiting.delete(id);
      index.remove(id);
    },
    async prepare() {
      while (!catchUp(performance.now() + SLICE)) {
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
  };
}

function textsOf({ target, note }: Evidence): [string, number][] {
  return [
    [target.selector[0].exact, FIELD.quote],
    [note, FIELD.note],
    [target.title, FIELD.title],
  ];
}

interface RankedRecord {
  record: IndexedRecord;
  score: number;
}

/** Best first, and the newest first among equals. */
const better = (a: RankedRecord, b: RankedRecord) =>
  b.score - a.score || b.record.time - a.record.time;

function rankRecords(
  index: EvidenceIndex,
  query: QueryTerms,
  typed: string,
  limit: number,
): RankedRecord[] {
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
  if (most === 0) return [];

  let highest = 0;
  for (let slot = 0; slot < scores.length; slot++) {
    if (index.records[slot] === undefined) scores[slot] = 0;
    highest = Math.max(highest, scores[slot] as number);
  }
  const wanted = Math.max(limit, VERBATIM_CANDIDATES);
  const ranked = bestOf(index, scores, highest, most, wanted).sort(better);
  if (query.words.length < 2) return ranked;
  const leaders = ranked.slice(0, VERBATIM_CANDIDATES);
  const verbatim = typed.trim().toLowerCase();
  for (const leader of leaders) {
    const { texts } = leader.record;
    if (texts.some(([text]) => text.toLowerCase().includes(verbatim))) leader.score += VERBATIM;
  }
  leaders.sort(better);
  return [...leaders, ...ranked.slice(VERBATIM_CANDIDATES)];
}

/** How finely scores are told apart when the lowest are dropped. */
const STEPS = 512;
/** Of those that score alike so many are enough, unless more were asked for. */
const MOST_EQUALS = 2000;

/**
 * The records that may be among the best `count`, in no order: sorting ten thousand that share a
 * first letter would take longer than finding them.
 */
function bestOf(
  index: EvidenceIndex,
  scores: Float32Array,
  highest: number,
  most: number,
  count: number,
): RankedRecord[] {
  const mostEquals = Math.max(MOST_EQUALS, count);
  const least = highest * WEAKEST;
  const stepOf = (score: number) => Math.min(STEPS - 1, Math.floor((score / highest) * STEPS));
  const perStep = new Uint32Array(STEPS);
  for (const score of scores) {
    if (score > 0 && score >= least) {
      const step = stepOf(score);
      perStep[step] = (perStep[step] as number) + 1;
    }
  }
  let from = STEPS - 1;
  for (let found = perStep[from] as number; found < count && from > 0; ) {
    from -= 1;
    found += perStep[from] as number;
  }
  const best: RankedRecord[] = [];
  for (let slot = scores.length - 1; slot >= 0; slot--) {
    const score = scores[slot] as number;
    const record = index.records[slot];
    if (!record || score <= 0 || score < least) continue;
    if (stepOf(score) > from || (stepOf(score) === from && best.length < mostEquals)) {
      best.push({ record, score: score / most });
    }
  }
  return best;
}
