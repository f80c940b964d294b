import { type MergedEvidence, mergeEvidence } from '../import/merge';
import { isSame } from '../json-value';
import { idOfKey, isEvidenceKey, keyOf } from './keys';
import { isNewerRecord, type StorableRecord } from './newer-record';
import { snapshotOf } from './snapshot';

/** The part of a storage area that is used here. */
export interface MergeArea {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

export interface StoredMerge {
  readonly merged: MergedEvidence;
  /**
   * Puts back what the merge replaced, damaged values too, and takes out what it added. What was
   * changed or deleted since stays as it is: that was meant, and came later.
   *
   * @returns how many records it took back
   */
  undo(): Promise<number>;
}

/**
 * Merges records into what is stored (see `mergeEvidence`). To be called in the evidence's turn, as
 * what is written depends on what was read.
 *
 * @throws where the browser refuses; what was stored is then as it was
 */
export async function mergeInto(
  area: MergeArea,
  theirs: readonly StorableRecord[],
): Promise<StoredMerge> {
  const stored = Object.entries(await area.get(null)).filter(([key]) => isEvidenceKey(key));
  const { evidence, unreadable } = snapshotOf(stored.map(([, value]) => value));
  const mine = [...evidence, ...unreadable.filter(isNewerRecord)];
  const merged = mergeEvidence(mine, theirs);

  const written = [...merged.added, ...merged.updated, ...merged.renamed];
  const idBefore = new Map(written.map(({ id }) => [id, new Set([id])]));
  for (const [index, { id }] of [...merged.updated, ...merged.renamed].entries()) {
    const before = merged.replaced[index];
    if (before) idBefore.get(id)?.add(before.id);
  }
  /** Whatever was stored under the ids that are written or removed, as it was. */
  const touched = new Set([...idBefore.values()].flatMap((ids) => [...ids]));
  const before = stored.filter(([key]) => touched.has(idOfKey(key)));

  const replace = async (remove: readonly string[], entries: readonly [string, unknown][]) => {
    // What is new is written before the old goes: a failure in between leaves two and never none.
    if (entries.length > 0) await area.set(Object.fromEntries(entries));
    const kept = new Set(entries.map(([key]) => key));
    const going = remove.filter((key) => !kept.has(key));
    if (going.length > 0) await area.remove(going);
  };
  const undo = async () => {
    const now = await area.get(null);
    const untouched = written.filter((one) => isSame(now[keyOf(one)], one));
    const ids = new Set(untouched.flatMap(({ id }) => [...(idBefore.get(id) ?? [])]));
    // Who was writing about a record as it took another id has stored it again under the one it had.
    const since = new Set(Object.keys(now).filter(isEvidenceKey).map(idOfKey));
    for (const { id } of untouched) since.delete(id);
    await replace(
      untouched.map(keyOf),
      before.filter(([key]) => ids.has(idOfKey(key)) && !since.has(idOfKey(key))),
    );
    return untouched.length;
  };
  try {
    await replace(
      before.map(([key]) => key),
      written.map((one) => [keyOf(one), one]),
    );
  } catch (error) {
    await undo().catch(() => undefined);
    throw error;
  }
  return { merged, undo };
}
