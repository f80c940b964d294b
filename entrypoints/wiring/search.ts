import type { Ladder } from '../../data/ladder';
import { createLadderSearch, type LadderSearch } from '../../data/search';

let made: { ladders: readonly Ladder[]; search: LadderSearch } | undefined;

/**
 * The search over these ladders; made once for as long as they stay the same. Its index is built
 * in slices from the moment it is made, so that the first letter typed finds it ready.
 */
export function ladderSearch(ladders: readonly Ladder[]): LadderSearch {
  if (made?.ladders !== ladders) {
    made = { ladders, search: createLadderSearch([...ladders]) };
    void made.search.prepare();
  }
  return made.search;
}
