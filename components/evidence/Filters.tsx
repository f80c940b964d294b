import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Evidence } from '../../data/evidence';
import { EVERYTHING, type EvidenceFilter, narrowings } from '../../data/evidence/filter';
import type { Ladder } from '../../data/ladder';
import { IconButton } from '../common/Button';
import { FILTER } from '../common/icons';
import { SearchField } from '../search/SearchField';
import { FilterFields } from './FilterFields';
import './filters.css';

interface Props {
  filter: EvidenceFilter;
  ladders: readonly Ladder[];
  /** Id of the user's own ladder. */
  mine: string;
  /** All evidence: only what occurs in it is offered. `undefined` until it is read. */
  evidence: readonly Evidence[] | undefined;
  /** Document key of the page in front, where it is known. */
  page: string | null;
  inputRef: RefObject<HTMLInputElement>;
  onFilter: (filter: EvidenceFilter) => void;
}

/** Text, ladder, sub-skill, level, page, kind and days; folded away but for the text. */
export function Filters({ filter, ladders, mine, evidence, page, inputRef, onFilter }: Props) {
  const narrowed = narrowings({ ...filter, query: '' });
  const [open, setOpen] = useState(narrowed > 0);
  const set = (change: Partial<EvidenceFilter>) => onFilter({ ...filter, id: null, ...change });

  return (
    <>
      <div class="filter-line">
        <SearchField
          inputRef={inputRef}
          value={filter.query}
          onInput={(query) => set({ query })}
          label={i18n.t('filter.search')}
          placeholder={i18n.t('filter.search')}
        />
        <IconButton
          label={narrowed > 0 ? i18n.t('filter.some', narrowed) : i18n.t('filter.open')}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {FILTER}
          {narrowed > 0 && <span class="dot" />}
        </IconButton>
      </div>
      {open && evidence && (
        <FilterFields
          filter={filter}
          ladders={ladders}
          mine={mine}
          evidence={evidence}
          page={page}
          narrowed={narrowed > 0}
          onChange={set}
          onClear={() => {
            onFilter(EVERYTHING);
            // The button goes with the filter.
            inputRef.current?.focus();
          }}
        />
      )}
    </>
  );
}
