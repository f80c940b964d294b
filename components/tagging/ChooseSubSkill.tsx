import type { RefObject } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { hueOf } from '../../data/hue';
import type { Ladder } from '../../data/ladder';
import type { SearchResult } from '../../data/search';
import { isTooCommon } from '../../data/search/too-common';
import { queryForDisplay } from '../../data/text';
import { DidYouMean } from '../search/DidYouMean';
import { SearchField } from '../search/SearchField';
import { Option } from './Option';
import type { Choosing } from './use-choosing';

interface Props {
  ladder: Ladder;
  choosing: Choosing;
  field: RefObject<HTMLInputElement>;
  /** Ids of the sub-skills the passage is tagged with already. */
  already: readonly string[];
  /** What the query may have meant. */
  meant: string | null;
  /** An option was clicked; `more` where others are to follow. */
  onPick: (one: SearchResult, more: boolean) => void;
}

/** "Which sub-skill?": the field, and the best sub-skills for what stands in it. */
export function ChooseSubSkill({ ladder, choosing, field, already, meant, onPick }: Props) {
  const { query, search, options, answered, current } = choosing;
  const listId = useId();
  const idOf = ({ subSkill }: SearchResult) => `${listId}-${subSkill.id}`;
  const list = useRef<HTMLDivElement>(null);
  // Only where another one is active or they stand otherwise: whoever has scrolled on to click one
  // would lose it under the pointer.
  useLayoutEffect(() => {
    list.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
    // In a low window that may take the field away, which has the keyboard.
    if (current === options[0]) field.current?.scrollIntoView({ block: 'nearest' });
  }, [query, current && idOf(current), options.map(idOf).join(' ')]);
  return (
    <>
      <SearchField
        inputRef={field}
        value={query}
        onInput={search}
        label={i18n.t('tag.which')}
        placeholder={i18n.t('tag.which')}
        onKeyDown={choosing.onKeyDown}
        combobox={{
          listId,
          expanded: options.length > 0,
          ...(current ? { activeId: idOf(current) } : {}),
        }}
      />
      <div role="status">
        {!answered && (
          <p class="soft">
            {i18n.t(isTooCommon(query) ? 'search.tooCommon' : 'tag.nothing', [
              queryForDisplay(query),
            ])}{' '}
            {options.length > 0 && i18n.t('search.nearest')}
          </p>
        )}
        {meant && (
          <DidYouMean
            words={meant}
            onQuery={(words) => {
              search(words);
              field.current?.focus();
            }}
          />
        )}
      </div>
      {/* The field above keeps the focus and points here, as the combobox pattern has it. */}
      <div
        ref={list}
        class="options"
        id={listId}
        role="listbox"
        aria-multiselectable="true"
        aria-label={i18n.t('tag.which')}
        tabIndex={-1}
      >
        {options.map((one) => (
          <Option
            key={`${one.ladder.id}/${one.subSkill.id}`}
            id={idOf(one)}
            result={one}
            hue={hueOf(ladder, one.subSkill.id)}
            active={one === current}
            picked={choosing.isPicked(one)}
            selected={choosing.isChosen(one)}
            already={already.includes(one.subSkill.id)}
            showReason={query.trim() === ''}
            onPick={(more) => onPick(one, more)}
          />
        ))}
      </div>
    </>
  );
}
