import { type Ladder, type Level, levelIndex, nextLevel } from '../../../data/ladder';

/**
 * The levels to set side by side: mine and the next. At the top of the ladder the one below and
 * mine; on a ladder that is not mine, its first two.
 *
 * @param level the level to begin with, such as one that a query named
 */
export function levelPair(ladder: Ladder, level: string): Level[] {
  const index = Math.max(0, levelIndex(ladder, level));
  const here = ladder.levels[index];
  if (!here) return [];
  const next = nextLevel(ladder, here.id);
  const below = ladder.levels[index - 1];
  if (next) return [here, next];
  return below ? [below, here] : [here];
}

/** The levels to begin with on a ladder: mine and the next on mine, the first two on another. */
export function firstPair(ladder: Ladder, mine: { ladder: Ladder; level: string }): Level[] {
  return levelPair(ladder, ladder === mine.ladder ? mine.level : '');
}
