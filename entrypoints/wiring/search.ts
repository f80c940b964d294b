import type { Ladder } from '../../data/ladder';
import { createLadderSearch, type LadderSearch } from '../../data/search';

let made: { ladders: readonly Ladder[]; search: LadderSearch } | undefined;

/** The search over these ladders; built once for as long as they stay the same. */
export function ladderSearch(ladders: readonly Ladder[]): LadderSearch {
  if (made?.ladders !== ladders) made = { ladders, search: createLadderSearch([...ladders]) };
  return made.search;
}
