import { storage } from 'wxt/utils/storage';
import { inTurn } from './in-turn';
import { isSame } from './json-value';
import type { Ladder } from './ladder';
import intercom from './ladders/intercom-pm.json';
import webflow from './ladders/webflow-pm.json';

/** The ladders that come with Rung. Tests hold them to the schema, so no start pays for it. */
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
 * The bundled ladders, then the given own ones in the order of their names. Where a newer version of
 * Rung bundles a ladder under the id of an own one, the own one stays: the evidence under that id was
 * tagged on it.
 */
export function withBundled(own: Record<string, Ladder>): Ladder[] {
  const sorted = Object.values(own).sort((a, b) => a.name.localeCompare(b.name));
  return [...BUNDLED_LADDERS.filter(({ id }) => !Object.hasOwn(own, id)), ...sorted];
}

/** Ladders with the one the user is on before all others, which stay in their order. */
export function mineFirst(ladders: readonly Ladder[], mine: string): Ladder[] {
  return [...ladders].sort((a, b) => Number(b.id === mine) - Number(a.id === mine));
}

/** The own ladder with an id, before and after a change; `null` where there was or is none. */
export interface LadderChange {
  readonly id: string;
  readonly before: Ladder | null;
  readonly after: Ladder | null;
}

/** Adds an own ladder, or replaces the one with the same id. */
export function keepLadder(ladder: Ladder): Promise<LadderChange[]> {
  return changeOwn(() => [[ladder.id, ladder]]);
}

/** Adds own ladders, skipping ids already taken; all or none if the browser refuses. */
export function addLadders(ladders: readonly Ladder[]): Promise<LadderChange[]> {
  return changeOwn((own) =>
    ladders.filter(({ id }) => !Object.hasOwn(own, id)).map((ladder) => [ladder.id, ladder]),
  );
}

/** Adds an own ladder under a free id: its own, or its own with the next free number appended. */
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
 * Puts ladders back as they were, except those changed again since: the later change is kept nowhere
 * else.
 *
 * @returns how many were put back
 */
export async function undoLadders(changes: readonly LadderChange[]): Promise<number> {
  const undone = await changeOwn((own) =>
    changes
      .filter(({ id, after }) => isSame(ownOne(own, id), after))
      .map(({ id, before }) => [id, before]),
  );
  return undone.length;
}

/** Sets own ladders by id to what the work returns; `null` takes one out. */
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
