import { useMemo, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { LAST_DAY } from '../../data/days';
import { EVIDENCE_KINDS, type Evidence, type EvidenceKind } from '../../data/evidence';
import type { EvidenceFilter } from '../../data/evidence/filter';
import { occurring } from '../../data/evidence/occurring';
import type { Ladder } from '../../data/ladder';
import { Button } from '../common/Button';
import { useFocusKept } from '../common/use-focus-kept';

interface Props {
  filter: EvidenceFilter;
  ladders: readonly Ladder[];
  /** All evidence: only what occurs in it is offered. */
  evidence: readonly Evidence[];
  /** Document key of the page in front, where it is known. */
  page: string | null;
  /** Whether more than the text that is searched for holds something back. */
  narrowed: boolean;
  onChange: (change: Partial<EvidenceFilter>) => void;
  onClear: () => void;
}

/** Sub-skill, level, page, kind and days of the evidence that is shown. */
export function FilterFields(props: Props) {
  const { filter, ladders, evidence, page, narrowed, onChange: set, onClear } = props;
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
  const day = (label: string, value: string | null, onChange: (value: string | null) => void) => (
    <label>
      <span class="label">{label}</span>
      <input
        type="date"
        max={LAST_DAY}
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      />
    </label>
  );

  const filters = useRef<HTMLDivElement>(null);
  useFocusKept(filters, (all) => all.querySelector('select'));

  return (
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
      {day(i18n.t('filter.from'), filter.from, (from) => set({ from }))}
      {day(i18n.t('filter.to'), filter.to, (to) => set({ to }))}
      <div class="filter-actions">
        {page !== null && filter.document !== page && (
          <Button look="quiet" onClick={() => set({ document: page })}>
            {i18n.t('filter.thisPage')}
          </Button>
        )}
        {narrowed && (
          <Button look="quiet" onClick={onClear}>
            {i18n.t('filter.clear')}
          </Button>
        )}
      </div>
    </div>
  );
}
