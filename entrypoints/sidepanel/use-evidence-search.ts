import { useMemo, useRef } from 'preact/hooks';
import type { Evidence } from '../../data/evidence';
import { createEvidenceSearch, type EvidenceSearch } from '../../data/search';

/** The search over all evidence, following its changes one record at a time. */
export function useEvidenceSearch(
  evidence: readonly Evidence[] | undefined,
): Pick<EvidenceSearch, 'search'> {
  const known = useRef(new Map<string, Evidence>());
  const search = useRef(createEvidenceSearch());
  return useMemo(() => {
    const now = new Map((evidence ?? []).map((one) => [one.id, one]));
    for (const id of known.current.keys()) if (!now.has(id)) search.current.remove(id);
    for (const [id, one] of now) if (known.current.get(id) !== one) search.current.add(one);
    known.current = now;
    void search.current.prepare();
    // A new object each time, so that what was searched before is searched again.
    return { search: (query, options) => search.current.search(query, options) };
  }, [evidence]);
}
