import { levelIndex, nextLevel } from '../ladder/lookup';
import type { Ladder, Level } from '../ladder/schema';

const BETWEEN_LEVELS =
  /^(vs|versus|and|or|to|from|between|difference|differences|compare|compared)$/;

/** Whether a folded word stands between two levels that are compared, and says nothing else. */
export function isBetweenLevels(word: string): boolean {
  return BETWEEN_LEVELS.test(word);
}

/**
 * The lower of two levels that follow one another: shown with its next, as any level is, the two
 * stand side by side.
 *
 * @param first by ladder id
 * @param second by ladder id
 * @returns by ladder id; without the ladders in which the two are not neighbours
 */
export function lowerOfNeighbours(
  ladders: readonly Ladder[],
  first: ReadonlyMap<string, Level>,
  second: ReadonlyMap<string, Level>,
): Map<string, Level> {
  const lowerOnes = new Map<string, Level>();
  for (const ladder of ladders) {
    const [one, other] = [first.get(ladder.id), second.get(ladder.id)];
    if (!one || !other) continue;
    const isLower = levelIndex(ladder, one.id) < levelIndex(ladder, other.id);
    const [lower, upper] = isLower ? [one, other] : [other, one];
    if (nextLevel(ladder, lower.id)?.id === upper.id) lowerOnes.set(ladder.id, lower);
  }
  return lowerOnes;
}
