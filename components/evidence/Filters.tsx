import { SlidersHorizontal } from 'lucide-preact';
import type { RefObject } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { LAST_DAY } from '../../data/days';
import { EVIDENCE_KINDS, type Evidence, type EvidenceKind } from '../../data/evidence';
import { documentNames } from '../../data/evidence/document-names';
import { EVERYTHING, type EvidenceFilter, narrowings } from '../../data/evidence/filter';
import { findSubSkill, type Ladder } from '../../data/ladder';
import { Button, IconButton } from '../common/Button';
import { useFocusKept } from '../common/use-focus-kept';
import { SearchField } from '../search/SearchField';
import './filters.css';

interface Props {
  filter: EvidenceFilter;
  ladders: readonly Ladder[];
  /** All evidence: only what occurs in it is offered. */
  evidence: readonly Evidence[];
  /** Document key of the page in front, where it is known. */
  page: string | null;
  inputRef: RefObject<HTMLInputElement>;
  onFilter: (filter: EvidenceFilter) => void;
}

/** Text, sub-skill, level, page, kind and days; folded away but for the text. */
export function Filters({ filter, ladders, evidence, page, inputRef, onFilter }: Props) {
  const narrowed = narrowings({ ...filter, query: '' });
  const [open, setOpen] = useState(narrowed > 0);
  const set = (change: Partial<EvidenceFilter>) => onFilter({ ...filter, id: null, ...change });
  const choices = useMemo(() => occurring(evidence, ladders), [evidence, ladders]);
  const select = (
    label: string,
    value: string | null,
    options: readonly (readonly [value: string, name: string])[],
    onChange: (value: string | null) => void,
  ) => (
    <label>
      <span class="label">{label}</span>
      <select value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value || null)}>
        <option value="">{i18n.t('filter.all')}</option>
        {/* Nothing may be left of what was filtered by; it still has to say by what. */}
        {value !== null && !options.some(([id]) => id === value) && (
          <option value={value}>{value}</option>
        )}
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );

  const filters = useRef<HTMLDivElement>(null);
  useFocusKept(filters, (all) => all.querySelector('select'));

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
          <SlidersHorizontal aria-hidden="true" />
          {narrowed > 0 && <span class="dot" />}
        </IconButton>
      </div>
      {open && (
        <div class="filters" ref={filters}>
          {select(i18n.t('evidence.subSkill'), filter.subSkill, choices.subSkills, (subSkill) =>
            set({ subSkill }),
          )}
          {select(i18n.t('tag.level'), filter.level, choices.levels, (level) => set({ level }))}
          {select(i18n.t('filter.page'), filter.document, choices.documents, (document) =>
            set({ document }),
          )}
          {select(
            i18n.t('tag.kind'),
            filter.kind,
            EVIDENCE_KINDS.map((kind) => [kind, i18n.t(`kind.${kind}`)] as const),
            (kind) => set({ kind: kind as EvidenceKind | null }),
          )}
          <label>
            <span class="label">{i18n.t('filter.from')}</span>
            <input
              type="date"
              max={LAST_DAY}
              value={filter.from ?? ''}
              onChange={(event) => set({ from: event.currentTarget.value || null })}
            />
          </label>
          <label>
            <span class="label">{i18n.t('filter.to')}</span>
            <input
              type="date"
              max={LAST_DAY}
              value={filter.to ?? ''}
              onChange={(event) => set({ to: event.currentTarget.value || null })}
            />
          </label>
          <div class="filter-actions">
            {page !== null && filter.document !== page && (
              <Button look="quiet" onClick={() => set({ document: page })}>
                {i18n.t('filter.thisPage')}
              </Button>
            )}
            {narrowed > 0 && (
              <Button
                look="quiet"
                onClick={() => {
                  onFilter(EVERYTHING);
                  // The button goes with the filter.
                  inputRef.current?.focus();
                }}
              >
                {i18n.t('filter.clear')}
              </Button>
            )}
          </div>
        </div>
      )}
    </>
  );
}

/** Each by its name, and by its ladder's where the name is not its own. */
function told(options: ReadonlyMap<string, Named>): Map<string, string> {
  const taken = new Map<string, number>();
  for (const { name } of options.values()) taken.set(name, (taken.get(name) ?? 0) + 1);
  return new Map(
    [...options].map(([id, { name, ladder }]) => [
      id,
      (taken.get(name) ?? 0) > 1 ? `${name} · ${ladder}` : name,
    ]),
  );
}

type Options = [value: string, name: string][];

/** A sub-skill or level, with the name of its ladder in case another has one of the same name. */
interface Named {
  readonly name: string;
  readonly ladder: string;
}

function occurring(evidence: readonly Evidence[], ladders: readonly Ladder[]) {
  const subSkills = new Map<string, Named>();
  const levels = new Map<string, Named>();
  for (const one of evidence) {
    const ladder = ladders.find((other) => other.id === one.ladder);
    const ladderName = ladder?.name ?? one.ladder;
    const found = ladder && findSubSkill(ladder, one.subSkill);
    const subSkill = found?.subSkill.name ?? one.subSkill;
    const level = ladder?.levels.find(({ id }) => id === one.level)?.name ?? one.level;
    subSkills.set(`${one.ladder}/${one.subSkill}`, { name: subSkill, ladder: ladderName });
    levels.set(`${one.ladder}/${one.level}`, { name: level, ladder: ladderName });
  }
  const byName = (options: Map<string, string>): Options =>
    [...options].sort(([, a], [, b]) => a.localeCompare(b));
  return {
    subSkills: byName(told(subSkills)),
    levels: byName(told(levels)),
    documents: byName(documentNames(evidence)),
  };
}
