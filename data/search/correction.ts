import type { QueryTerms } from './query-terms';

/**
 * The query with each word that nobody knows replaced by the one it was taken for.
 *
 * @returns `undefined` if there is nothing to replace
 */
export function corrected(query: string, terms: QueryTerms): string | undefined {
  let text = '';
  let from = 0;
  for (const { word, corrected } of terms.words) {
    if (!corrected || corrected === word.text) continue;
    text += query.slice(from, word.start) + corrected;
    from = word.end;
  }
  return from === 0 ? undefined : text + query.slice(from);
}
