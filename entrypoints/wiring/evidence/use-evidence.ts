import { useEffect, useState } from 'preact/hooks';
import { createEvidenceStore, type Evidence, type EvidenceChange } from '../../../data/evidence';
import { idOfKey, keyOf } from '../../../data/evidence/keys';
import { oldestFirst } from '../../../data/evidence/order';
import { joined, type Snapshot } from '../../../data/evidence/snapshot';
import type { EvidenceStore } from '../../../data/evidence/store-types';
import { isSame } from '../../../data/json-value';
import { useRefusal } from '../view/use-refusal';

export interface Collection {
  /** Newest first. */
  readonly evidence: readonly Evidence[];
  /** What a newer Rung wrote, or what is damaged: kept as it is, and not shown. */
  readonly unreadable: readonly unknown[];
}

/** All evidence as far as it is known. */
export interface EvidenceReading {
  /** `undefined` until some of it is read. */
  readonly collection: Collection | undefined;
  /** Whether that is all there is; else it is the newest. */
  readonly complete: boolean;
  /** Why it could not be read; `undefined` where it could. */
  readonly failure: unknown;
  readonly again: () => void;
}

/** All evidence, kept current. */
export function useEvidence(): EvidenceReading {
  return useReading((store, onNewest) => store.inParts(onNewest));
}

/**
 * So many of the newest (see `newest` of the store), and some by id however old they are; kept
 * current. What is tagged meanwhile comes on top.
 */
export function useNewestEvidence(count: number, ids: readonly string[]): EvidenceReading {
  return useReading(async (store) => {
    const newest = await store.newest(count);
    return joined([newest, { evidence: await store.byIds(ids), unreadable: [] }]);
  }, `${count} ${ids.join()}`);
}

/**
 * @param read reads what is wanted, and may tell a part of it before
 * @param wanted names what that is: it is read anew where that changes
 */
function useReading(
  read: (store: EvidenceStore, onNewest: (newest: Snapshot) => void) => Promise<Snapshot>,
  wanted = '',
): EvidenceReading {
  const [known, setKnown] = useState<{ collection: Collection; complete: boolean }>();
  const [failure, setFailure] = useState<unknown>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    const store = createEvidenceStore();
    // What changes while everything is being read comes after it, or it would be lost.
    let waiting: EvidenceChange[] | null = [];
    const unsubscribe = store.subscribe((change) => {
      waiting?.push(change);
      setKnown(
        (before) => before && { ...before, collection: applyChange(before.collection, change) },
      );
    });
    const take = ({ evidence, unreadable }: Snapshot, complete: boolean) => {
      if (!current) return;
      const collection: Collection = { evidence: [...evidence].reverse(), unreadable };
      setKnown({ collection: (waiting ?? []).reduce(applyChange, collection), complete });
    };
    read(store, (newest) => take(newest, false)).then(
      (all) => {
        take(all, true);
        waiting = null;
      },
      (error) => {
        waiting = null;
        if (!current) return;
        // A part of it would look as if the rest were still to come.
        setKnown(undefined);
        setFailure(error);
      },
    );
    return () => {
      current = false;
      unsubscribe();
    };
  }, [round, wanted]);
  const again = () => {
    setFailure(undefined);
    setRound(round + 1);
  };
  return { collection: known?.collection, complete: known?.complete ?? false, failure, again };
}

/**
 * Some of the evidence, by id, without reading all there is; kept current. `undefined` until it is
 * read.
 *
 * @throws while rendering, where it cannot be read: see `Failsafe`
 */
export function useSomeEvidence(ids: readonly string[]): readonly Evidence[] | undefined {
  const [evidence, setEvidence] = useState<readonly Evidence[]>();
  const refuse = useRefusal();
  useEffect(() => {
    let current = true;
    const store = createEvidenceStore();
    const read = async () => {
      try {
        const found = await store.byIds(ids);
        if (current) setEvidence(found);
      } catch (error) {
        if (current) refuse(error);
      }
    };
    const unsubscribe = store.subscribe(({ saved, removed }) => {
      const changed = new Set([...removed.map(idOfKey), ...saved.map(({ id }) => id)]);
      if (ids.some((id) => changed.has(id))) void read();
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
  const concerned = new Set(change.removed.map(idOfKey));
  const kept: Evidence[] = [];
  let isInOrder = true;
  for (const one of before.evidence) {
    const now = saved.get(one.id);
    // One that moved to another document is told of in two changes: there, and no longer here.
    if (!now && concerned.has(one.id) && removed.has(keyOf(one))) continue;
    kept.push(now ?? one);
    if (!now) continue;
    saved.delete(one.id);
    // A backup may know of an earlier day on which it was tagged.
    if (now.created !== one.created) isInOrder = false;
  }
  const fresh = [...saved.values()];
  const newestFirst = (a: Evidence, b: Evidence) => oldestFirst(b, a);
  if (fresh.length > 0) isInOrder = false;
  const evidence = isInOrder ? kept : [...fresh, ...kept].sort(newestFirst);
  // What is damaged may have no id, and is known by what it was; what is new may be known already.
  const gone = [...change.wasUnreadable, ...change.unreadable];
  const unreadable = before.unreadable.filter((one) => !gone.some((other) => isSame(one, other)));
  return { evidence, unreadable: [...unreadable, ...change.unreadable] };
}
