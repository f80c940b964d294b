import type { Ladder } from '../../../data/ladder';
import { createLadderSearch, type LadderSearch } from '../../../data/search';

let made: { ladders: readonly Ladder[]; search: LadderSearch } | undefined;
const own = new WeakMap<Ladder, LadderSearch>();

/** The search over these ladders; made once for as long as they stay the same. */
export function ladderSearch(ladders: readonly Ladder[]): LadderSearch {
  if (made?.ladders !== ladders) made = { ladders, search: createLadderSearch(ladders) };
  return made.search;
}

/**
 * The search over one ladder alone. Its index is there in a moment, however many other ladders
 * there are.
 */
export function ownSearch(ladder: Ladder): LadderSearch {
  let search = own.get(ladder);
  if (!search) {
    search = createLadderSearch([ladder]);
    own.set(ladder, search);
  }
  return search;
}
