import type { Evidence } from '../evidence/record';
import { EvidenceIndex } from './evidence-index';
import { markerOf, marksIn } from './marks';
import { type QueryTerms, queryWords, termsOf } from './query-terms';
import type { Range } from './types';

export interface EvidenceMatch {
  id: string;
  /** 0 to 1, higher is better; comparable within one answer. */
  score: number;
  /** What to mark in the quote, the note and the document's title. */
  marks: { quote: Range[]; note: Range[]; title: Range[] };
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
      index.add({ id, texts: textsOf(record) });
    }
    return true;
  };

  return {
    get size() {
      let known = index.size;
      for (const id of waiting.keys()) if (!index.has(id)) known += 1;
      return known;
    },
    search(query, { limit = LIMIT } = {}) {
      catchUp(Number.POSITIVE_INFINITY);
      const terms = termsOf(index, query, queryWords(query));
      const marker = markerOf(terms);
      return rankRecords(index, terms, query.trim().toLowerCase(), limit)
        .slice(0, limit)
        .map(({ slot, score }) => {
          const record = index.records[slot];
          const [quote, note, title] = (record?.texts ?? []).map(([text]) =>
            marksIn(index, text, marker),
          );
          return {
            id: record?.id ?? '',
            score: 1 - Math.exp(-score),
            marks: { quote: quote ?? [], note: note ?? [], title: title ?? [] },
          };
        });
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
  slot: number;
  score: number;
}

function rankRecords(
  index: EvidenceIndex,
  query: QueryTerms,
  verbatim: string,
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
  const ranked = bestOf(scores, highest, most, Math.max(limit, VERBATIM_CANDIDATES));
  // Newer records have higher slots and come first among equals.
  ranked.sort((a, b) => b.score - a.score || b.slot - a.slot);
  if (query.words.length < 2) return ranked;
  const leaders = ranked.slice(0, VERBATIM_CANDIDATES);
  for (const leader of leaders) {
    const texts = index.records[leader.slot]?.texts ?? [];
    if (texts.some(([text]) => text.toLowerCase().includes(verbatim))) leader.score += VERBATIM;
  }
  leaders.sort((a, b) => b.score - a.score || b.slot - a.slot);
  return [...leaders, ...ranked.slice(VERBATIM_CANDIDATES)];
}

/** How finely scores are told apart when the lowest are dropped. */
const STEPS = 512;
/** Of those that score alike the newest are enough. */
const MOST_EQUALS = 2000;

/**
 * The records that may be among the best `count`, in no order: sorting ten thousand that share a
 * first letter would take longer than finding them.
 */
function bestOf(scores: Float32Array, highest: number, most: number, count: number) {
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
    if (score <= 0 || score < least) continue;
    if (stepOf(score) > from || (stepOf(score) === from && best.length < MOST_EQUALS)) {
      best.push({ slot, score: score / most });
    }
  }
  return best;
}
