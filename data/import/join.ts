import { modifiedAfter } from '../evidence/modified';
import type { StorableRecord } from '../evidence/newer-record';
import { type Evidence, isEvidence } from '../evidence/record';
import { sortKeys } from '../json-value';
import { compare } from '../order';

/**
 * Joins two versions of one record: the one modified later, with the note and the day of the other
 * where it has none. Those are entered by hand and exist nowhere else, and someone who changed only
 * the level on another device did not mean to remove them. A passage tagged on two devices counts as
 * tagged on the earlier day, and so stays in the review period it was done in. A version joined from
 * both is modified later than either, so that it prevails everywhere. Of two versions modified at the
 * same time, both sides take the same one.
 *
 * What a newer Rung wrote is never replaced by what this one writes, and never mixed with it.
 *
 * @param here the version that stays where nothing favours the other
 */
export function joinedVersion(here: StorableRecord, other: StorableRecord): StorableRecord {
  if (!isEvidence(here) || !isEvidence(other)) {
    const stays = other.schema < here.schema || modifiedAt(other) <= modifiedAt(here);
    return stays ? here : other;
  }
  const [later, earlier] = isLater(other, here) ? [other, here] : [here, other];
  const kept: Partial<Evidence> = {
    ...(later.note === '' && earlier.note !== '' && { note: earlier.note }),
    ...(later.when === undefined && earlier.when !== undefined && { when: earlier.when }),
    ...(Date.parse(earlier.created) < Date.parse(later.created) && { created: earlier.created }),
  };
  if (Object.keys(kept).length === 0) return later;
  return { ...later, ...kept, modified: modifiedAfter(later.modified, 0) };
}

/** Orders records by the time of their last change, the latest first. */
export function latestFirst(a: StorableRecord, b: StorableRecord): number {
  const [first, second] = [modifiedAt(a), modifiedAt(b)];
  if (first !== second) return first > second ? -1 : 1;
  return compare(a.id, b.id);
}

function isLater(one: Evidence, other: Evidence): boolean {
  const [first, second] = [modifiedAt(one), modifiedAt(other)];
  if (first !== second) return first > second;
  return JSON.stringify(sortKeys(one)) > JSON.stringify(sortKeys(other));
}

/** Milliseconds since 1970; a record without a time is older than any. */
function modifiedAt({ modified }: StorableRecord): number {
  const time = typeof modified === 'string' ? Date.parse(modified) : Number.NaN;
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
}
