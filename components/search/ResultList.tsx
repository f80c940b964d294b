import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Ladder, Level } from '../../data/ladder';
import type { SearchResult } from '../../data/search';
import { useKeptRest } from '../common/use-kept-rest';
import { DidYouMean } from './DidYouMean';
import { dimensionsLikelySeen } from './likely-seen';
import { Result } from './Result';
import { useSeenFirst } from './use-seen-first';

interface Props {
  ladders: readonly Ladder[];
  results: readonly SearchResult[];
  didYouMean: string | null;
  /** What is said where nothing was found. */
  nothing: string;
  /** Shown there: the closest there is. */
  nearest: readonly SearchResult[];
  mine: { ladder: string; level: string };
  /** The levels to show side by side for a result. */
  levelsFor: (result: SearchResult) => readonly Level[];
  onQuery: (query: string) => void;
  onOpen: (result: SearchResult) => void;
  onCopy: (text: string) => void;
}

/** About so much of a view's height is the best match's. */
const SHARE = 0.6;

/** What was found, best first, the one you stand on open; or what to try where nothing was. */
export function ResultList(props: Props) {
  const { ladders, results, didYouMean, nearest, mine, levelsFor } = props;
  // The one you stand on, of these results; of others it is the best match again.
  const [stand, setStand] = useState({ of: results, index: 0 });
  const active = stand.of === results ? stand.index : 0;
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => keepInSight(list.current?.children[active]), [active]);
  const ladderOf = ({ ladder }: SearchResult) => ladders.find(({ id }) => id === ladder.id);
  const [best] = results;
  const ladder = best && ladderOf(best);
  const likely = useMemo(() => {
    const room = { width: innerWidth, height: innerHeight * SHARE };
    return best && ladder ? dimensionsLikelySeen(ladder, best, levelsFor(best), room) : 1;
  }, [results, ladder]);
  const most = {
    dimensions: ladder?.dimensions.length ?? 0,
    others: Math.max(0, results.length - 1),
  };
  const seen = useSeenFirst(list, results, most, likely);

  const line = (result: SearchResult, index: number, open: boolean) => {
    const ladder = ladderOf(result);
    if (!ladder) return [];
    return (
      <Result
        // Another key, other results: each is drawn into the place of the one before it.
        key={index}
        ladder={ladder}
        result={result}
        levels={levelsFor(result)}
        mine={ladder.id === mine.ladder ? mine.level : ''}
        open={open}
        drawn={index === 0 ? seen.dimensions : undefined}
        seenOnly={index === 0 && seen.busy}
        showLadder={result.ladder.id !== mine.ladder}
        onFocus={() => setStand({ of: results, index })}
        onOpen={() => props.onOpen(result)}
        onCopy={props.onCopy}
      />
    );
  };
  const found = useKeptRest(
    results.flatMap((result, index) => line(result, index, index === active)),
    1 + seen.others,
  );

  if (results.length > 0) {
    return (
      <>
        <h2 class="visually-hidden">{i18n.t('search.found', results.length)}</h2>
        {didYouMean && <DidYouMean words={didYouMean} onQuery={props.onQuery} />}
        <ol class="results" ref={list} aria-busy={seen.busy}>
          {found}
        </ol>
      </>
    );
  }
  return (
    <>
      <div class="nothing-found">
        <p>{props.nothing}</p>
        <p class="soft">{i18n.t('search.whatToType')}</p>
      </div>
      {didYouMean && <DidYouMean words={didYouMean} onQuery={props.onQuery} />}
      {nearest.length > 0 && (
        <>
          <p class="search-note">{i18n.t('search.nearest')}</p>
          <ol class="results">{nearest.flatMap((result, index) => line(result, index, false))}</ol>
        </>
      )}
    </>
  );
}

/** The one before it has closed, and taken its height from above the one that the keyboard came to. */
function keepInSight(result: Element | undefined): void {
  const head = result?.querySelector('.result-head:focus-visible');
  if (!head) return;
  // As much of it as there is room for, and its name in any case.
  result?.scrollIntoView({ block: 'nearest' });
  head.scrollIntoView({ block: 'nearest' });
}
