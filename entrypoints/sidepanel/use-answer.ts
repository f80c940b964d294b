import { useMemo } from 'preact/hooks';
import type { EvidenceFilter } from '../../data/evidence/filter';
import type { PanelSearch } from './use-evidence-search';

/**
 * What the search over evidence says of what stands in its field.
 *
 * @param complete whether all evidence is read
 */
export function useAnswer(filter: EvidenceFilter, search: PanelSearch, complete: boolean) {
  const { query } = filter;
  const searching = query.trim() !== '';
  /** More may be found. */
  const growing = !complete || (searching && search.growing);
  /** Where the words that were searched for stand in a text; `undefined` where none were. */
  const marks = useMemo(
    () => (searching ? search.soFar.marksFor(query) : undefined),
    [search.soFar, query],
  );
  // A word that is still to be met is no slip.
  const meant = useMemo(
    () => (growing ? undefined : search.soFar.didYouMean(query)),
    [search.soFar, query, growing],
  );
  /** Another one with every other answer, and when more was found for the same. */
  const answer = useMemo(() => ({}), [filter, search.growth]);
  return { searching, growing, marks, meant, answer };
}
