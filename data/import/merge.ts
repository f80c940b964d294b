import type { StorableRecord } from '../evidence/newer-record';
import { isEvidence } from '../evidence/record';
import { isSame } from '../json-value';
import { joinedVersion, latestFirst } from './join';

/**
 * What an import does to a collection. Store `added`, `updated` and `renamed`, and remove those
 * of `replaced` that have another id; nothing else changes.
 */
export interface MergedEvidence {
  /** Records that were not there, with their own ids. */
  readonly added: StorableRecord[];
  /** Records that are there and have something new, with the id both sides settle on. */
  readonly updated: StorableRecord[];
  /** Records that say what they said, and only take the id both sides settle on. */
  readonly renamed: StorableRecord[];
  /** What is stored here now for each of `updated`, then for each of `renamed`, in their order. */
  readonly replaced: StorableRecord[];
  /** Records that bring nothing: what is here is the same or newer. */
  readonly unchanged: StorableRecord[];
}

/**
 * Merges two collections without losing anything and without making duplicates.
 *
 * Two records are the same if their ids are. A record whose id is not here is also the same as one
 * here that says the same: the same words between the same words of the same document, for the same
 * sub-skill and level, of the same kind, with the same note and the same given day. It is not if the
 * one here also occurs, by its id, among theirs: then they have both, and both are kept. Two such
 * records get the smaller of their ids, on both sides: otherwise the next change of one would make
 * two of them. `joinedVersion` says what becomes of two versions of a record.
 *
 * Both sides end up the same, whichever takes in the other, except where one has a newer Rung's
 * version of a record and the other an older Rung's later one: each then keeps its own, as neither
 * may be lost. Merging the result again changes nothing, and a collection merged into nothing stays
 * whole. Neither collection is changed. Time and memory grow with the number of records.
 *
 * @param mine what is stored
 * @param theirs what is imported, in any order, possibly with the same record twice
 */
export function mergeEvidence(
  mine: readonly StorableRecord[],
  theirs: readonly StorableRecord[],
): MergedEvidence {
  const added: StorableRecord[] = [];
  const unchanged: StorableRecord[] = [];
  const updates: Replacement[] = [];
  const renamings: Replacement[] = [];
  const take = (before: StorableRecord, one: StorableRecord) => {
    const takesTheirs = one.id < before.id;
    const id = takesTheirs ? one.id : before.id;
    const after = joinedVersion(withId(before, id), withId(one, id));
    if (!isSame(after, withId(before, id))) updates.push({ before, after });
    else if (takesTheirs) renamings.push({ before, after });
    else unchanged.push(one);
  };

  const incoming = new Map<string, StorableRecord>();
  for (const one of [...theirs].sort(latestFirst)) {
    const other = incoming.get(one.id);
    if (other) unchanged.push(one);
    incoming.set(one.id, other ? joinedVersion(other, one) : one);
  }
  const stored = new Map(mine.map((one) => [one.id, one]));
  const alike = byContent(mine.filter(({ id }) => !incoming.has(id)));

  // Latest first on both sides: the i-th latest of mine meets the i-th latest of theirs, so a
  // second merge pairs them in the same way and finds nothing newer.
  for (const one of incoming.values()) {
    const here = stored.get(one.id) ?? alike.get(contentOf(one) ?? '')?.shift();
    if (here) take(here, one);
    else added.push(one);
  }
  return {
    added,
    updated: updates.map(({ after }) => after),
    renamed: renamings.map(({ after }) => after),
    replaced: [...updates, ...renamings].map(({ before }) => before),
    unchanged,
  };
}

interface Replacement {
  readonly before: StorableRecord;
  readonly after: StorableRecord;
}

function withId<T extends StorableRecord>(one: T, id: string): T {
  return one.id === id ? one : { ...one, id };
}

function byContent(records: StorableRecord[]): Map<string, StorableRecord[]> {
  const found = new Map<string, StorableRecord[]>();
  for (const one of records.sort(latestFirst)) {
    const content = contentOf(one);
    if (content === undefined) continue;
    const others = found.get(content);
    if (others) others.push(one);
    else found.set(content, [one]);
  }
  return found;
}

/**
 * Everything a person said with a record, and of which passage: if two records agree in it, one of
 * them can go without loss. `undefined` for a record that cannot be read.
 */
function contentOf(one: StorableRecord): string | undefined {
  if (!isEvidence(one)) return undefined;
  const { ladder, subSkill, level, kind, note, when, target } = one;
  const [{ exact, prefix, suffix }] = target.selector;
  const said = [ladder, subSkill, level, kind, note, when];
  return JSON.stringify([...said, target.document, exact, prefix, suffix]);
}
