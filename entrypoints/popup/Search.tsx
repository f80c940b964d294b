import type { ComponentChild, RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Overview } from '../../components/ladder/Overview';
import { Heard } from '../../components/search/Heard';
import { ResultList } from '../../components/search/ResultList';
import { SearchField } from '../../components/search/SearchField';
import type { Ladder } from '../../data/ladder';
import { useLookUp } from '../wiring/ladder/use-look-up';
import { heardWords } from '../wiring/words/heard-words';
import { nothingWords } from '../wiring/words/nothing-words';

interface Props {
  ladders: readonly Ladder[];
  mine: { ladder: Ladder; level: string };
  /** What stands above the field. */
  header: ComponentChild;
  input: RefObject<HTMLInputElement>;
  /** What scrolls under the field. */
  list: RefObject<HTMLDivElement>;
  /** @param levels two that were asked for by name, to be shown there too */
  onOpen: (ladder: string, subSkill: string, levels?: readonly string[]) => void;
  onCopy: (text: string) => void;
}

/**
 * The field and what it finds. Of the popup this alone is drawn anew for a key: what was typed is
 * its own and nobody else's.
 */
export function Search({ ladders, mine, header, input, list, onOpen, onCopy }: Props) {
  const [query, setQuery] = useState('');
  const answer = useLookUp(ladders, mine, query);

  const search = (words: string) => {
    // The best match stands on top, whatever was scrolled to among the answers before. Done while
    // those still stand, it costs no layout of its own.
    if (list.current) list.current.scrollTop = 0;
    setQuery(words);
  };

  return (
    <>
      <div class="popup-top">
        {header}
        <SearchField
          value={query}
          onInput={search}
          inputRef={input}
          label={i18n.t('search.label')}
          placeholder={i18n.t('search.placeholder')}
        />
        <Heard of={answer} words={() => heardWords(answer, query)} />
      </div>
      <div class="popup-results" ref={list}>
        {query.trim() === '' ? (
          <Overview ladder={mine.ladder} onOpen={(subSkill) => onOpen(mine.ladder.id, subSkill)} />
        ) : (
          <ResultList
            ladders={ladders}
            results={answer.results}
            didYouMean={answer.didYouMean}
            nothing={nothingWords(query)}
            nearest={answer.nearest}
            mine={{ ladder: mine.ladder.id, level: mine.level }}
            levelsFor={answer.levelsFor}
            onQuery={(words) => {
              search(words);
              input.current?.focus();
            }}
            onOpen={(result) =>
              onOpen(result.ladder.id, result.subSkill.id, answer.namedFor(result) ?? [])
            }
            onCopy={onCopy}
          />
        )}
      </div>
    </>
  );
}
