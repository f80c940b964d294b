import type { Evidence } from '../evidence/record';
import { SLICE } from '../slices';
import { corrected } from './correction';
import { EvidenceIndex } from './evidence-index';
import { markerOf, marksIn } from './marks';
import { queryWords, termsOf } from './query-terms';
import { rankRecords } from './rank-records';
import type { Range } from './types';

/** What may be asked of a search over evidence. */
export interface EvidenceQuestions {
  /**
   * The ids of the records that have the query's words or nearly those, best first, the newest first
   * among equals. Only the first 5,000 words of a passage count.
   *
   * @param options.limit at most this many; 50 if left out
   */
  search(query: string, options?: { limit?: number }): string[];
  /**
   * What to mark of a query in a text that is shown. Apart from the search, because of ten
   * thousand records found only some are ever on screen.
   */
  marksFor(query: string): (text: string) => Range[];
  /** The query with slips of the pen put right, or `undefined` where there are none. */
  didYouMean(query: string): string | undefined;
}

/**
 * Search over evidence: quote, note and title. Asked itself, it answers from all it knows, and first
 * indexes what waits to be.
 */
export interface EvidenceSearch extends EvidenceQuestions {
  /** How many records are indexed, even if as they were before a change. */
  readonly indexed: number;
  /** Whether nothing waits to be indexed. */
  readonly complete: boolean;
  /** The same questions, answered at once from what is indexed so far. */
  readonly soFar: EvidenceQuestions;
  /** Adds a record or replaces the one with its id; what was added first is indexed first. */
  add(record: Evidence): void;
  /** Removes a record; an unknown id is not an error. */
  remove(id: string): void;
  /**
   * Indexes waiting records for a few milliseconds.
   *
   * @returns whether none are left waiting
   */
  indexSome(): boolean;
}

const FIELD = { quote: 1, note: 1.1, title: 0.7 } as const;
const LIMIT = 50;

/**
 * Makes a search over evidence, in which nothing is indexed yet.
 *
 * @param evidence the records there are; later ones come by `add`
 */
export function createEvidenceSearch(evidence: Iterable<Evidence> = []): EvidenceSearch {
  const index = new EvidenceIndex();
  const waiting = new Map<string, Evidence>();
  for (const record of evidence) waiting.set(record.id, record);
  const catchUp = (until = Number.POSITIVE_INFINITY): boolean => {
    for (const [id, record] of waiting) {
      if (performance.now() >= until) return false;
      waiting.delete(id);
      index.add({ id, time: Date.parse(record.created), texts: textsOf(record) });
    }
    return true;
  };
  return {
    ...questionsTo(index, catchUp),
    soFar: questionsTo(index, () => {}),
    get indexed() {
      return index.size;
    },
    get complete() {
      return waiting.size === 0;
    },
    add(record) {
      waiting.set(record.id, record);
    },
    remove(id) {
      waiting.delete(id);
      index.remove(id);
    },
    indexSome() {
      const done = catchUp(performance.now() + SLICE);
      index.settle(done);
      return done;
    },
  };
}

/** @param before what is done before the index is asked */
function questionsTo(index: EvidenceIndex, before: () => void): EvidenceQuestions {
  const read = (query: string) => {
    before();
    return termsOf(index, query, queryWords(query));
  };
  return {
    search(query, { limit = LIMIT } = {}) {
      return rankRecords(index, read(query), query, limit).map(({ record }) => record.id);
    },
    marksFor(query) {
      const marker = markerOf(read(query));
      return (text) => marksIn(index, text, marker);
    },
    didYouMean(query) {
      // Nothing to put right is not worth reading all evidence for.
      if (query.trim() === '') return undefined;
      const meant = corrected(query, read(query));
      if (meant === undefined) return undefined;
      // Words of evidence that was deleted are known for a while, and lead nowhere.
      return rankRecords(index, read(meant), meant, 1).length > 0 ? meant : undefined;
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
