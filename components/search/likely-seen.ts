import { expectationsAt, type Ladder, type Level, type LevelExpectations } from '../../data/ladder';
import type { SearchResult } from '../../data/search';

/** The room for the levels side by side, CSS pixels. */
interface Room {
  readonly width: number;
  readonly height: number;
}

/** Width of a character of running English in the interface's font, and what a line takes. */
const CHARACTER = 6;
const LINE = 19;
/** What stands around a statement, and a dimension's name with its own surroundings. */
const AROUND_STATEMENT = 4;
const DIMENSION_NAME = 36;
const FOLDED = 28;

/**
 * How many of a result's dimensions are likely to begin inside the room there is, told by how much
 * they say. To measure them they would have to be drawn; and what is seen and drawn only in the next
 * frame costs another frame. At least 1.
 */
export function dimensionsLikelySeen(
  ladder: Ladder,
  { subSkill, expectations }: SearchResult,
  levels: readonly Level[],
  { width, height }: Room,
): number {
  const found = new Set(expectations.map(({ text }) => text));
  const cells = levels.flatMap((level) => expectationsAt(ladder, subSkill.id, level.id));
  const column = Math.max(1, width / levels.length);
  let count = 0;
  let top = 0;
  for (const { id } of ladder.dimensions) {
    const here = cells.filter(({ dimension }) => dimension.id === id);
    if (here.length === 0) continue;
    count++;
    top += DIMENSION_NAME + Math.max(...here.map((cell) => heightOf(cell, column, found)));
    if (top >= height) break;
  }
  return Math.max(1, count);
}

function heightOf(
  { fresh, carried }: LevelExpectations,
  column: number,
  found: ReadonlySet<string>,
): number {
  const all = (statements: readonly string[]) =>
    statements.reduce((sum, { length }) => {
      return sum + AROUND_STATEMENT + LINE * Math.ceil((length * CHARACTER) / column);
    }, 0);
  const below = carried.flatMap(({ statements }) => statements);
  const unfolded = fresh.length === 0 || below.some((statement) => found.has(statement));
  return all(fresh) + (unfolded ? all(below) : below.length > 0 ? FOLDED : 0);
}
