import type { LadderIndex } from './ladder-index';
import type { QueryTerms } from './query-terms';

/** Statements of fewer terms than this would win by shortness alone. */
const SHORT = 6;
/** How many terms a statement has on average: longer ones are held back. */
const USUAL = 12;

/**
 * What each term a query may mean is worth in a statement, by term; nothing for all others. A list and
 * no map: it is asked for each word of a thousand statements.
 */
export function termWorth(index: LadderIndex, query: QueryTerms): Float64Array {
  const worth = new Float64Array(index.lexicon.size);
  for (const word of query.words) {
    for (const { term, weight } of word.alternatives) {
      const value = weight * word.weight * (index.postings(term)?.idf ?? 0);
      if (value > (worth[term] ?? 0)) worth[term] = value;
    }
  }
  return worth;
}

/** What a statement has of the query, long statements held back (BM25's length norm, b = 0.5). */
export function statementScore(terms: Int32Array, worth: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < terms.length; i++) sum += worth[terms[i] as number] as number;
  return sum / (0.5 + 0.5 * (Math.max(SHORT, terms.length) / USUAL));
}
