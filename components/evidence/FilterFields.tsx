import { useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { documentTitle } from '../../data/document-title';
import { EVIDENCE_KINDS, type Evidence, type EvidenceKind } from '../../data/evidence';
import type { EvidenceFilter } from '../../data/evidence/filter';
import { levelNamed, occurring, subSkillNamed } from '../../data/evidence/occurring';
import type { Ladder } from '../../data/ladder';
import { Button } from '../common/Button';
import { DayFields } from '../common/DayFields';
import { Select } from '../common/Select';
import { useFocusKept } from '../common/use-focus-kept';

interface Props {
  filter: EvidenceFilter;
  ladders: readonly Ladder[];
  /** Id of the user's own ladder. */
  mine: string;
  /** All evidence: only what occurs in it is offered. */
  evidence: readonly Evidence[];
  /** Document key of the page in front, where it is known. */
  page: string | null;
  /** Whether more than the text that is searched for holds something back. */
  narrowed: boolean;
  onChange: (change: Partial<EvidenceFilter>) => void;
  onClear: () => void;
}

/** Ladder, sub-skill, level, page, kind and days of the evidence that is shown. */
export function FilterFields(props: Props) {
  const { filter, ladders, mine, evidence, page, narrowed, onChange: set, onClear } = props;
  const choices = useMemo(() => occurring(evidence, ladders), [evidence, ladders]);
  const select = (
    label: string,
    value: string | null,
    options: readonly (readonly [value: string, name: string])[],
    onChange: (value: string | null) => void,
    nameOf = (value: string) => value,
  ) => {
    const offered = [['', i18n.t('filter.all')] as const, ...options];
    const chosen = offered.find(([id]) => id === (value ?? ''));
    return (
      <label>
        <span class="label">{label}</span>
        <Select
          value={value ?? ''}
          words={chosen?.[1] ?? nameOf(value ?? '')}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        >
          {/* Nothing may be left of what was filtered by; it still has to say by what. */}
          {!chosen && value !== null && <option value={value}>{nameOf(value)}</option>}
          {offered.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </label>
    );
  };
  /** How often all was cleared: what is no day yet goes with it. */
  const [cleared, setCleared] = useState(0);

  const ofLadders = ladderChoices(filter, choices, ladders, mine);
  const ladder = LADDER_FIELDS.find((field) => filter[field] !== null);

  const filters = useRef<HTMLDivElement>(null);
  useFocusKept(filters, (all) => all.querySelector('select'));

  return (
    <div class="filters" ref={filters}>
      {ofLadders.length > 0 && (
        <div class="filter-ladder">
          {select(
            i18n.t('filter.ladder'),
            ladder ? `${ladder} ${filter[ladder]}` : null,
            ofLadders,
            (value) => {
              const [field, ...id] = value?.split(' ') ?? [];
              set({ ...ANY_LADDER, ...(field && { [field]: id.join(' ') }) });
            },
          )}
        </div>
      )}
      {select(
        i18n.t('evidence.subSkill'),
        filter.subSkill,
        choices.subSkills,
        (subSkill) => set({ subSkill }),
        (key) => subSkillNamed(key, ladders),
      )}
      {select(
        i18n.t('tag.level'),
        filter.level,
        choices.levels,
        (level) => set({ level }),
        (key) => levelNamed(key, ladders),
      )}
      {select(
        i18n.t('filter.page'),
        filter.document,
        choices.documents,
        (document) => set({ document }),
        (key) => documentTitle('', key),
      )}
      {select(
        i18n.t('tag.kind'),
        filter.kind,
        EVIDENCE_KINDS.map((kind) => [kind, i18n.t(`kind.${kind}`)] as const),
        (kind) => set({ kind: kind as EvidenceKind | null }),
      )}
      <DayFields
        key={cleared}
        days={filter}
        half={i18n.t('filter.half')}
        onDay={(end, day) => set({ [end]: day })}
      />
      <div class="filter-actions">
        {page !== null && filter.document !== page && (
          <Button look="quiet" onClick={() => set({ document: page })}>
            {i18n.t('filter.thisPage')}
          </Button>
        )}
        {narrowed && (
          <Button
            look="quiet"
            onClick={() => {
              setCleared(cleared + 1);
              onClear();
            }}
          >
            {i18n.t('filter.clear')}
          </Button>
        )}
      </div>
    </div>
  );
}

const LADDER_FIELDS = ['ladder', 'notLadder', 'unplaced'] as const;
const ANY_LADDER = { ladder: null, notLadder: null, unplaced: null };

/**
 * Each ladder, all but mine, and what has no place on its ladder any more; none where there is but
 * one ladder, all has its place, and nothing is narrowed down by it.
 */
function ladderChoices(
  { ladder, notLadder, unplaced }: EvidenceFilter,
  occurs: Pick<ReturnType<typeof occurring>, 'ladders' | 'changed'>,
  ladders: readonly Ladder[],
  mine: string,
): [value: string, name: string][] {
  const changed = new Set([
    ...occurs.changed.map(([id]) => id),
    ...(unplaced === null ? [] : [unplaced]),
  ]);
  const several = occurs.ladders.length > 1 || ladder !== null || notLadder !== null;
  if (!several && changed.size === 0) return [];
  const name = (id: string) => ladders.find((one) => one.id === id)?.name ?? id;
  const only = new Set([...occurs.ladders.map(([id]) => id), ...(ladder === null ? [] : [ladder])]);
  const others = new Set([mine, ...(notLadder === null ? [] : [notLadder])]);
  return [
    ...[...only].map((id): [string, string] => [`ladder ${id}`, name(id)]),
    ...[...others].map((id): [string, string] => [
      `notLadder ${id}`,
      i18n.t('filter.notLadder', [name(id)]),
    ]),
    ...[...changed].map((id): [string, string] => [
      `unplaced ${id}`,
      i18n.t('filter.unplaced', [name(id)]),
    ]),
  ];
}
