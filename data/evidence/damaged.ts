import { isSame } from '../json-value';
import { isEvidenceKey } from './keys';
import type { MergeArea } from './merge-into';
import { isNewerRecord } from './newer-record';
import { isEvidence } from './record';

/** The values stored as evidence that are not records of any version of Rung, by storage key. */
export type Damaged = Readonly<Record<string, unknown>>;

/** Everything of that kind in a storage area. */
export async function damagedIn(area: Pick<MergeArea, 'get'>): Promise<Damaged> {
  const stored = Object.entries(await area.get(null));
  return Object.fromEntries(
    stored.filter(
      ([key, value]) => isEvidenceKey(key) && !isEvidence(value) && !isNewerRecord(value),
    ),
  );
}

/**
 * Removes damaged values, except those that have changed since they were read. Both this and the undo
 * are to be called in the evidence's turn.
 *
 * @returns what puts them back, except where something has been stored in their place since; it resolves
 *   to false where it put nothing back
 */
export async function removeDamaged(
  area: MergeArea,
  damaged: Damaged,
): Promise<() => Promise<boolean>> {
  const now = await area.get(null);
  const going = Object.entries(damaged).filter(
    ([key, value]) => Object.hasOwn(now, key) && isSame(now[key], value),
  );
  if (going.length > 0) await area.remove(going.map(([key]) => key));
  return async () => {
    const since = await area.get(null);
    const free = going.filter(([key]) => !Object.hasOwn(since, key));
    if (free.length > 0) await area.set(Object.fromEntries(free));
    return free.length > 0;
  };
}
