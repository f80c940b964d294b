import { storage } from 'wxt/utils/storage';
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

export function withBundled(own: Record<string, Ladder>): Ladder[] {
  const sorted = Object.values(own).sort((a, b) => a.name.localeCompare(b.name));
  return [...BUNDLED_LADDERS, ...sorted];
}

/** Adds an own ladder, or replaces the one with the same id. */
export async function keepLadder(ladder: Ladder): Promise<void> {
  await ownLaddersItem.setValue({ ...(await ownLaddersItem.getValue()), [ladder.id]: ladder });
}

/** Takes an own ladder out of the library. Evidence tagged with it stays. */
export async function dropLadder(id: string): Promise<void> {
  const { [id]: _dropped, ...rest } = await ownLaddersItem.getValue();
  await ownLaddersItem.setValue(rest);
}
