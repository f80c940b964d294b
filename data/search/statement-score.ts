import type { LadderIndex } from './ladder-index';
import type { QueryTerms } from './query-terms';

/** Statements of fewer terms than this would win by shortness alone. */
const SHORT = 6;
/** How many terms a statement has on average: longer ones are held back. */
const USUAL = 12;

/** What each term a query may mean is worth in a statement. */
export function termWorth(index: LadderIndex, query: QueryTerms): Map<number, number> {
  const worth = new Map<number, number>();
  for (const word of query.words) {
    for (const { term, weight } of word.alternatives) {
      const value = weight * word.weight * (index.postings(term)?.idf ?? 0);
      if (value > (worth.get(term) ?? 0)) worth.set(term, value);
    }
  }
  return worth;
}

/** What a statement has of the query, long statements held back (BM25's length norm, b = 0.5). */
export function statementScore(terms: Int32Array, worth: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const term of terms) sum += worth.get(term) ?? 0;
  return sum / (0.5 + 0.5 * (Math.max(SHORT, terms.length) / USUAL));
}
