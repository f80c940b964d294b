import { isSame } from '../json-value';
import { isEvidenceKey } from './keys';
import type { MergeArea } from './merge-into';
import { isNewerRecord } from './newer-record';
import { isEvidence } from './record';

/** What stands where evidence does and is a record of no Rung, by its storage key. */
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
 * Removes damaged values, but for those that are not as they were read any more. For the caller to do
 * in the evidence's turn, and so with the undo.
 *
 * @returns what puts them back, but for those in whose place something was stored since
 */
export async function removeDamaged(
  area: MergeArea,
  damaged: Damaged,
): Promise<() => Promise<void>> {
  const now = await area.get(null);
  const going = Object.entries(damaged).filter(
    ([key, value]) => Object.hasOwn(now, key) && isSame(now[key], value),
  );
  if (going.length > 0) await area.remove(going.map(([key]) => key));
  return async () => {
    const since = await area.get(null);
    const free = going.filter(([key]) => !Object.hasOwn(since, key));
    if (free.length > 0) await area.set(Object.fromEntries(free));
  };
}
