import type { StorableRecord } from '../evidence/newer-record';
import { isEvidence } from '../evidence/record';

/** What an import does to a collection. Store `added` and `updated`; nothing else changes. */
export interface MergedEvidence {
  /** Records that were not there, with their own ids. */
  readonly added: StorableRecord[];
  /** Newer versions of records that are there, with the ids these have here. */
  readonly updated: StorableRecord[];
  /** What stands here now in the place of each of `updated`, in the same order. */
  readonly replaced: StorableRecord[];
  /** Records that bring nothing: what is here is the same or newer. */
  readonly unchanged: StorableRecord[];
}

/**
 * Merges two collections without losing anything and without making duplicates.
 *
 * Two records are the same where their ids are. A record whose id is not here is also the same as
 * one here that says the same: the same words between the same words of the same document, for the
 * same sub-skill and level, of the same kind, with the same note and the same day given for it. Not
 * so where that one has its like by id among theirs: then theirs has both, and both are kept. Of two
 * that are the same the one modified later wins, and mine where they are equally old; what a newer
 * Rung wrote is never replaced by what this one writes.
 *
 * Merging the result again changes nothing, and a collection merged into nothing stays whole.
 * Neither collection is changed. Time and memory grow with the number of records.
 *
 * @param mine what is stored
 * @param theirs what is imported, in any order, possibly with the same record twice
 */
export function mergeEvidence(
  mine: readonly StorableRecord[],
  theirs: readonly StorableRecord[],
): MergedEvidence {
  const result: MergedEvidence = { added: [], updated: [], replaced: [], unchanged: [] };
  const take = (here: StorableRecord, one: StorableRecord) => {
    if (one.schema < here.schema || modifiedAt(one) <= modifiedAt(here)) {
      result.unchanged.push(one);
      return;
    }
    result.updated.push(one.id === here.id ? one : { ...one, id: here.id });
    result.replaced.push(here);
  };

  const incoming = new Map<string, StorableRecord>();
  for (const one of [...theirs].sort(latestFirst)) {
    if (incoming.has(one.id)) result.unchanged.push(one);
    else incoming.set(one.id, one);
  }
  const stored = new Map(mine.map((one) => [one.id, one]));
  const alike = byContent(mine.filter(({ id }) => !incoming.has(id)));

  // Latest first on both sides: the i-th latest of mine meets the i-th latest of theirs, so a
  // second merge pairs them in the same way and finds nothing newer.
  for (const one of incoming.values()) {
    const here = stored.get(one.id) ?? alike.get(contentOf(one) ?? '')?.shift();
    if (here) take(here, one);
    else result.added.push(one);
  }
  return result;
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
 * All that a person said with a record, and of which passage: where two agree in it, one of them can
 * go without a loss. `undefined` for a record that cannot be read.
 */
function contentOf(one: StorableRecord): string | undefined {
  if (!isEvidence(one)) return undefined;
  const { ladder, subSkill, level, kind, note, when, target } = one;
  const [{ exact, prefix, suffix }] = target.selector;
  const said = [ladder, subSkill, level, kind, note, when];
  return JSON.stringify([...said, target.document, exact, prefix, suffix]);
}

function latestFirst(a: StorableRecord, b: StorableRecord): number {
  const [first, second] = [modifiedAt(a), modifiedAt(b)];
  return first === second ? 0 : first > second ? -1 : 1;
}

/** Milliseconds since 1970; a record without a time is older than any. */
function modifiedAt({ modified }: StorableRecord): number {
  const time = typeof modified === 'string' ? Date.parse(modified) : Number.NaN;
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
}
