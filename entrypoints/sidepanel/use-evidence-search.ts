import { useMemo, useRef, useState } from 'preact/hooks';
import type { Evidence } from '../../data/evidence';
import { createEvidenceSearch, type EvidenceSearch } from '../../data/search';

/** What may be asked of the search; what it knows is kept current for it. */
export type EvidenceQuestions = Pick<EvidenceSearch, 'search' | 'marksFor' | 'didYouMean'>;

/** The search over all evidence, newest first, following its changes one record at a time. */
export function useEvidenceSearch(evidence: readonly Evidence[] | undefined): EvidenceQuestions {
  const known = useRef(new Map<string, Evidence>());
  const [search] = useState(createEvidenceSearch);
  return useMemo(() => {
    const now = new Map((evidence ?? []).map((one) => [one.id, one]));
    for (const id of known.current.keys()) if (!now.has(id)) search.remove(id);
    // The oldest first: of records that answer alike, the search keeps those it met last.
    for (const [id, one] of [...now].reverse()) {
      if (known.current.get(id) !== one) search.add(one);
    }
    known.current = now;
    void search.prepare();
    // New functions each time, so that what was searched before is searched again.
    return {
      search: (query, options) => search.search(query, options),
      marksFor: (query) => search.marksFor(query),
      didYouMean: (query) => search.didYouMean(query),
    };
  }, [evidence]);
}
