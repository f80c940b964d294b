import { useEffect, useState } from 'preact/hooks';
import { createEvidenceStore, type Evidence, type EvidenceChange } from '../../data/evidence';

export interface Collection {
  /** Newest first. */
  readonly evidence: readonly Evidence[];
  /** How many records a newer Rung wrote, which this one keeps and does not show. */
  readonly unreadable: readonly unknown[];
}

/** All evidence, kept current; `undefined` until it is read. */
export function useEvidence(): Collection | undefined {
  const [collection, setCollection] = useState<Collection>();
  useEffect(() => {
    const store = createEvidenceStore();
    // What changes while everything is being read comes after it, or it would be lost.
    let waiting: EvidenceChange[] | null = [];
    const unsubscribe = store.subscribe((change) => {
      if (waiting) waiting.push(change);
      else setCollection((before) => before && applyChange(before, change));
    });
    void store.all().then(({ evidence, unreadable }) => {
      const read: Collection = { evidence: [...evidence].reverse(), unreadable };
      setCollection((waiting ?? []).reduce(applyChange, read));
      waiting = null;
    });
    return unsubscribe;
  }, []);
  return collection;
}

/**
 * Some of the evidence, by id, without reading all there is; kept current. `undefined` until it is
 * read.
 */
export function useSomeEvidence(ids: readonly string[]): readonly Evidence[] | undefined {
  const [evidence, setEvidence] = useState<readonly Evidence[]>();
  useEffect(() => {
    let current = true;
    const store = createEvidenceStore();
    const read = async () => {
      const found = await Promise.all(ids.map((id) => store.byId(id)));
      if (current) setEvidence(found.filter((one) => one !== undefined));
    };
    const unsubscribe = store.subscribe(({ saved, removed }) => {
      if (ids.some((id) => removed.includes(id) || saved.some((one) => one.id === id))) void read();
    });
    void read();
    return () => {
      current = false;
      unsubscribe();
    };
  }, [ids]);
  return evidence;
}

/** The collection after a change in storage: work in proportion to the list, no second read. */
export function applyChange(before: Collection, change: EvidenceChange): Collection {
  const saved = new Map(change.saved.map((one) => [one.id, one]));
  const removed = new Set(change.removed);
  const kept = before.evidence.flatMap((one) => {
    if (removed.has(one.id)) return [];
    const now = saved.get(one.id);
    saved.delete(one.id);
    return [now ?? one];
  });
  const fresh = [...saved.values()];
  const evidence = fresh.length === 0 ? kept : newestFirst([...fresh, ...kept]);
  return { ...before, evidence };
}

function newestFirst(evidence: Evidence[]): Evidence[] {
  return evidence.sort((a, b) => (a.created < b.created ? 1 : a.created > b.created ? -1 : 0));
}
