import { storage } from 'wxt/utils/storage';
import { inTurn } from './in-turn';
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

/** The bundled ladders, then these own ones in the order of their names. */
export function withBundled(own: Record<string, Ladder>): Ladder[] {
  const sorted = Object.values(own).sort((a, b) => a.name.localeCompare(b.name));
  return [...BUNDLED_LADDERS, ...sorted];
}

/** Adds an own ladder, or replaces the one with the same id. */
export async function keepLadder(ladder: Ladder): Promise<void> {
  await keepLadders([ladder]);
}

/** The same for several: all of them, or none where the browser refuses. */
export async function keepLadders(ladders: readonly Ladder[]): Promise<void> {
  if (ladders.length === 0) return;
  await changeOwn((own) => ({
    ...own,
    ...Object.fromEntries(ladders.map((ladder) => [ladder.id, ladder])),
  }));
}

/** Takes an own ladder out of the library. Evidence tagged with it stays. */
export async function dropLadder(id: string): Promise<void> {
  await dropLadders([id]);
}

/** The same for several. */
export async function dropLadders(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await changeOwn((own) =>
    Object.fromEntries(Object.entries(own).filter(([id]) => !ids.includes(id))),
  );
}

function changeOwn(change: (own: Record<string, Ladder>) => Record<string, Ladder>): Promise<void> {
  return inTurn('ladders', async () => {
    await ownLaddersItem.setValue(change(await ownLaddersItem.getValue()));
  });
}
