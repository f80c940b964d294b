import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Ladder, Level } from '../../data/ladder';
import type { SearchResult } from '../../data/search';
import { useRestLater } from '../common/use-rest-later';
import { DidYouMean } from './DidYouMean';
import { Result } from './Result';

interface Props {
  ladders: readonly Ladder[];
  query: string;
  results: readonly SearchResult[];
  didYouMean: string | null;
  /** Shown where nothing was found: the closest there is. */
  nearest: readonly SearchResult[];
  mine: { ladder: string; level: string };
  /** The levels to show side by side for a result. */
  levelsFor: (result: SearchResult) => readonly Level[];
  onQuery: (query: string) => void;
  onOpen: (result: SearchResult) => void;
  onCopy: (text: string) => void;
}

/** What was found, best first, the one you stand on open; or what to try where nothing was. */
export function ResultList(props: Props) {
  const { ladders, query, results, didYouMean, nearest, mine, levelsFor } = props;
  const [active, setActive] = useState(0);
  useEffect(() => setActive(0), [results]);

  const lines = (found: readonly SearchResult[], openOne: boolean) =>
    found.flatMap((result, index) => {
      const ladder = ladders.find((one) => one.id === result.ladder.id);
      if (!ladder) return [];
      return (
        <Result
          // Another key, other results: each is drawn into the place of the one before it.
          key={index}
          ladder={ladder}
          result={result}
          levels={levelsFor(result)}
          mine={ladder.id === mine.ladder ? mine.level : ''}
          open={openOne && index === active}
          showLadder={result.ladder.id !== mine.ladder}
          onFocus={() => setActive(index)}
          onOpen={() => props.onOpen(result)}
          onCopy={props.onCopy}
        />
      );
    });
  const drawn = useRestLater(lines(results, true), 1, results);

  if (results.length > 0) {
    return (
      <>
        <div class="visually-hidden" role="status">
          <h2>{i18n.t('search.found', results.length)}</h2>
        </div>
        {didYouMean && <DidYouMean words={didYouMean} onQuery={props.onQuery} />}
        <ol class="results">{drawn}</ol>
      </>
    );
  }
  return (
    <>
      <div class="nothing-found" role="status">
        <p>{i18n.t('search.nothing', [query])}</p>
        <p class="soft">{i18n.t('search.whatToType')}</p>
      </div>
      {didYouMean && <DidYouMean words={didYouMean} onQuery={props.onQuery} />}
      {nearest.length > 0 && (
        <>
          <p class="search-note">{i18n.t('search.nearest')}</p>
          <ol class="results">{lines(nearest, false)}</ol>
        </>
      )}
    </>
  );
}
