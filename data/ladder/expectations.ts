import { findLevel, findSubSkill, levelIndex } from './lookup';
import type { Dimension, Ladder, Level } from './schema';

/** What is expected at one level of one sub-skill, in one dimension. */
export interface LevelExpectations {
  dimension: Dimension;
  /** Stated at this level. */
  fresh: string[];
  /**
   * Still expected from lower levels, nearest level first. A level that adds to the one below
   * carries over everything it carries itself.
   */
  carried: { from: Level; statements: string[] }[];
  /**
   * True where this level stands alone and leaves the cell empty: `carried` then holds what the
   * nearest lower level said last. It is the best reading there is, not a promise of the source.
   */
  unstated: boolean;
  /** Where nothing is expected yet: the level at which this dimension begins. */
  startsAt: Level | undefined;
}

/**
 * What is expected in a sub-skill at a level, per dimension: what is new there, and what is
 * carried over from which level.
 *
 * Dimensions that the sub-skill uses at no level are left out, so a cell is never blank: it has
 * something of its own, or something carried over, or the level at which it begins.
 *
 * @returns one entry per dimension in the ladder's order; `[]` for an unknown sub-skill or level
 */
export function expectationsAt(
  ladder: Ladder,
  subSkillId: string,
  levelId: string,
): LevelExpectations[] {
  const found = findSubSkill(ladder, subSkillId);
  const index = levelIndex(ladder, levelId);
  if (!found || index < 0) return [];
  const { skillArea, subSkill } = found;

  const stated = (level: Level, dimension: Dimension) =>
    subSkill.expectations[level.id]?.[dimension.id] ?? [];
  const used = ladder.dimensions.filter((dimension) =>
    ladder.levels.some((level) => stated(level, dimension).length > 0),
  );

  return used.map((dimension) => {
    const fresh = stated(ladder.levels[index] as Level, dimension);
    const carried = levelsBelow(ladder, skillArea.addsTo, levelId)
      .map((from) => ({ from, statements: stated(from, dimension) }))
      .filter((entry) => entry.statements.length > 0);
    if (fresh.length > 0 || carried.length > 0) {
      return { dimension, fresh, carried, unstated: false, startsAt: undefined };
    }
    const last = ladder.levels
      .slice(0, index)
      .findLast((level) => stated(level, dimension).length > 0);
    if (last) {
      const statements = stated(last, dimension);
      return {
        dimension,
        fresh,
        carried: [{ from: last, statements }],
        unstated: true,
        startsAt: undefined,
      };
    }
    const startsAt = ladder.levels
      .slice(index)
      .find((level) => stated(level, dimension).length > 0);
    return { dimension, fresh, carried, unstated: false, startsAt };
  });
}

function levelsBelow(ladder: Ladder, addsTo: Record<string, string>, levelId: string): Level[] {
  const below: Level[] = [];
  for (let id = addsTo[levelId]; id !== undefined; id = addsTo[id]) {
    const level = findLevel(ladder, id);
    // parseLadder has made sure that `addsTo` only ever leads downwards, so this ends.
    if (level) below.push(level);
  }
  return below;
}
