import { storage } from 'wxt/utils/storage';
import { inTurn } from './in-turn';
import { isSame } from './json-value';
import type { Ladder } from './ladder';
import intercom from './ladders/intercom-pm.json';
import webflow from './ladders/webflow-pm.json';

/** The ladders Rung brings along. Tests hold them to the schema, so no start pays for it. */
export const BUNDLED_LADDERS: readonly Ladder[] = [intercom as Ladder, webflow as Ladder];

/** The user's own ladders by id, validated by `parseLadder` when they were imported. */
export const ownLaddersItem = storage.defineItem<Record<string, Ladder>>('local:ladders', {
  fallback: {},
  version: 1,
});

/** Every ladder there is: the bundled ones, then the user's own in the order of their names. */
export async function allLadders(): Promise<Ladder[]> {
  return withBundled(await ownLaddersItem.getValue());
}

/**
 * The bundled ladders, then these own ones in the order of their names. Where a newer Rung brings one
 * along under the id of an own one, that stays what the evidence under it was tagged on.
 */
export function withBundled(own: Record<string, Ladder>): Ladder[] {
  const sorted = Object.values(own).sort((a, b) => a.name.localeCompare(b.name));
  return [...BUNDLED_LADDERS.filter(({ id }) => !Object.hasOwn(own, id)), ...sorted];
}

/** What became of the own ladder with an id; `null` where there was none before or is none after. */
export interface LadderChange {
  readonly id: string;
  readonly before: Ladder | null;
  readonly after: Ladder | null;
}

/** Adds an own ladder, or replaces the one with the same id. */
export function keepLadder(ladder: Ladder): Promise<LadderChange[]> {
  return changeOwn(() => [[ladder.id, ladder]]);
}

/**
 * Adds own ladders, all of them or none where the browser refuses, but for those whose id one has
 * already.
 */
export function addLadders(ladders: readonly Ladder[]): Promise<LadderChange[]> {
  return changeOwn((own) =>
    ladders.filter(({ id }) => !Object.hasOwn(own, id)).map((ladder) => [ladder.id, ladder]),
  );
}

/** Adds an own ladder under an id that no other has: its own, with the next number behind it. */
export function keepUnderFreeId(ladder: Ladder): Promise<LadderChange[]> {
  return changeOwn((own) => {
    const taken = new Set(withBundled(own).map(({ id }) => id));
    let id = ladder.id;
    for (let next = 2; taken.has(id); next++) id = `${ladder.id}-${next}`;
    return [[id, { ...ladder, id }]];
  });
}

/** Takes an own ladder out of the library. Evidence tagged with it stays. */
export function dropLadder(id: string): Promise<LadderChange[]> {
  return changeOwn(() => [[id, null]]);
}

/**
 * Puts ladders back as they were, but for those that were changed again since: that came later, and
 * is kept nowhere else.
 *
 * @returns whether all were put back
 */
export async function undoLadders(changes: readonly LadderChange[]): Promise<boolean> {
  const undone = await changeOwn((own) =>
    changes
      .filter(({ id, after }) => isSame(ownOne(own, id), after))
      .map(({ id, before }) => [id, before]),
  );
  return undone.length === changes.length;
}

/** Changes own ladders by what the work says of some ids; `null` takes one out. */
function changeOwn(
  work: (own: Record<string, Ladder>) => [id: string, after: Ladder | null][],
): Promise<LadderChange[]> {
  return inTurn('ladders', async () => {
    const own = await ownLaddersItem.getValue();
    const changes = work(own).map(([id, after]) => ({ id, before: ownOne(own, id), after }));
    if (changes.length === 0) return changes;
    const after = new Map(Object.entries(own));
    for (const change of changes) {
      if (change.after) after.set(change.id, change.after);
      else after.delete(change.id);
    }
    await ownLaddersItem.setValue(Object.fromEntries(after));
    return changes;
  });
}

function ownOne(own: Record<string, Ladder>, id: string): Ladder | null {
  return Object.hasOwn(own, id) ? (own[id] ?? null) : null;
}
