import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Ladder, Level } from '../../../data/ladder';
import type { SearchResult } from '../../../data/search';
import { ownFirst } from '../../../data/search/own-first';
import { firstPair, levelPair } from './levels';
import { ladderSearch, ownSearch } from './search';

export interface LookUpAnswer {
  readonly results: readonly SearchResult[];
  readonly didYouMean: string | null;
  readonly nearest: readonly SearchResult[];
  /** The levels to show side by side for a result: those the query names, else mine and the next. */
  readonly levelsFor: (result: SearchResult) => readonly Level[];
  /** The ids of two that the query names for a result, and with it those beside it; `null` for none. */
  readonly namedFor: (result: SearchResult) => readonly [string, string] | null;
}

/**
 * How many sub-skills a search shows; past that, another word is quicker than scrolling. Of a level
 * alone all are meant.
 */
const SHOWN = 12;
const NEAREST = 3;

/**
 * The answer to a query, worked out at once: it takes less than a frame. The user's own ladder
 * answers if it can; of the levels that only others have it knows once the index of all ladders is
 * there, built in slices.
 */
export function useLookUp(
  ladders: readonly Ladder[],
  mine: { ladder: Ladder; level: string },
  query: string,
): LookUpAnswer {
  const ready = useReady(ladders, mine.ladder);
  const myLevel = { ladder: mine.ladder.id, level: mine.level };
  const asked = query.trim() !== '';
  const { levels, text } = useMemo(() => {
    const reader = ready ? ladderSearch(ladders) : ownSearch(mine.ladder);
    return asked ? reader.read(query, { myLevel }) : { levels: [], text: '' };
  }, [ladders, mine.ladder, mine.level, query, ready]);
  const levelKeys = levels.map(({ ladder, level }) => `${ladder.id}/${level.id}`).join();

  // The index that is there at last changes what it has something to say about, and no answer else:
  // whoever has moved on in one would find herself at its top again.
  return useMemo(() => {
    const levelIn = (ladderId: string) => {
      const ladder = ladders.find((one) => one.id === ladderId);
      return ladder ? firstPair(ladder, mine) : [];
    };
    if (!asked) {
      return {
        results: [],
        didYouMean: null,
        nearest: [],
        levelsFor: (one) => levelIn(one.ladder.id),
        namedFor: () => null,
      };
    }
    const named = new Map(levels.map(({ ladder, level }) => [ladder.id, level.id]));
    const isOfLevelAlone = levels.length > 0 && text.trim() === '';
    const ask = { myLevel, limit: isOfLevelAlone ? Number.POSITIVE_INFINITY : SHOWN };
    const pairNamed = (result: SearchResult) => {
      const ladder = ladders.find((one) => one.id === result.ladder.id);
      const level = named.get(result.ladder.id);
      return ladder && level ? levelPair(ladder, level) : null;
    };
    // Asked of one ladder, an index of that one says the same in less time than one of all.
    const own = ownSearch(mine.ladder);
    const { results, isOwn } = ownFirst(
      levels,
      mine.ladder.id,
      () => own.search(query, ask),
      () => ladderSearch(ladders).search(query, ask),
    );
    const search = isOwn ? own : ladderSearch(ladders);
    return {
      results,
      didYouMean: search.didYouMean(query) ?? null,
      nearest: results.length > 0 ? [] : search.nearest(query).slice(0, NEAREST),
      levelsFor: (result) => pairNamed(result) ?? levelIn(result.ladder.id),
      namedFor: (result) => {
        const [one, other] = pairNamed(result) ?? [];
        return one && other ? [one.id, other.id] : null;
      },
    };
  }, [ladders, mine.ladder, mine.level, query, levelKeys]);
}

/** Builds the indexes, the user's own ladder's first; true once all are there. */
function useReady(ladders: readonly Ladder[], own: Ladder): boolean {
  const [readyFor, setReadyFor] = useState<readonly Ladder[]>();
  useEffect(() => {
    let current = true;
    void ownSearch(own)
      .prepare()
      .then(() => (current ? ladderSearch(ladders).prepare() : undefined))
      .then(() => {
        if (current) setReadyFor(ladders);
      });
    return () => {
      current = false;
    };
  }, [ladders, own]);
  return readyFor === ladders;
}
