// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EvidenceItem } from '../../../components/evidence/EvidenceItem';
import { Filters } from '../../../components/evidence/Filters';
import type { TagFormProps } from '../../../components/tagging/TagForm';
import type { Evidence } from '../../../data/evidence';
import { EVERYTHING, type EvidenceFilter } from '../../../data/evidence/filter';
import type { Ladder } from '../../../data/ladder';
import { BUNDLED_LADDERS } from '../../../data/library';
import { DEFAULT_SETTINGS } from '../../../data/settings';
import { useTagging } from '../../../entrypoints/wiring/evidence/use-tagging';
import type { Draft } from '../../../entrypoints/wiring/messages/reading';
import { seededRecord } from '../../e2e/harness/seed';

vi.mock('#i18n', () => ({
  i18n: { t: (key: string, ...parts: unknown[]) => [key, ...parts.flat()].join(' ') },
}));

const [intercom] = BUNDLED_LADDERS as readonly [Ladder, ...Ladder[]];
/** A company's ladder, made from the one that comes with Rung: its ids stay. */
const acme: Ladder = { ...structuredClone(intercom), id: 'acme', name: 'Acme' };
const ladders = [intercom, acme];

const place = document.createElement('div');
beforeEach(() => act(() => render(null, place)));

const tagged = (ladder: string): Evidence => ({ ...seededRecord(0), id: ladder, ladder });
const both = [tagged('intercom-pm'), tagged('acme')];

describe('in the form', () => {
  const draft: Draft = {
    quote: { exact: 'I shipped it.', prefix: '', suffix: '' },
    already: ['intercom-pm'],
    ...{ source: '', title: '', surface: 'page' },
  };

  it.each([
    [intercom, [seededRecord(0).subSkill]],
    [acme, []],
  ])('only evidence of its own ladder has tagged a passage already (%#)', (ladder, expected) => {
    let form: Pick<TagFormProps, 'already'> | undefined;
    const Form = () => {
      const mine = { ladder, level: ladder.levels[0]?.id ?? '' };
      ({ form } = useTagging({ ladders, mine, settings: DEFAULT_SETTINGS }, draft, both));
      return null;
    };
    act(() => render(<Form />, place));
    expect(form?.already).toEqual(expected);
  });
});

describe('in the filter', () => {
  let filter: EvidenceFilter;
  const draw = (change: Partial<EvidenceFilter>, evidence = both) => {
    filter = { ...EVERYTHING, kind: 'self', ...change };
    const rest = { page: null, inputRef: { current: null }, mine: 'intercom-pm' };
    const onFilter = (now: EvidenceFilter) => {
      filter = now;
    };
    const given = { filter, ladders, evidence, onFilter, ...rest };
    // Folded in or out is told when it is first drawn.
    act(() => render(null, place));
    act(() => render(<Filters {...given} />, place));
  };
  const field = (label: string) =>
    [...place.querySelectorAll('label')]
      .find((one) => one.querySelector('.label')?.textContent === label)
      ?.querySelector('select');
  const optionsOf = (label: string) =>
    [...(field(label)?.options ?? [])].map((one) => [one.value, one.textContent]).slice(1);

  it('levels and sub-skills of both can be told apart', () => {
    draw({});
    const { level, subSkill } = seededRecord(0);
    const name = intercom.levels.find(({ id }) => id === level)?.name;
    expect(optionsOf('tag.level')).toEqual([
      [`acme/${level}`, `${name} · Acme`],
      [`intercom-pm/${level}`, `${name} · ${intercom.name}`],
    ]);
    expect(optionsOf('evidence.subSkill').map(([id]) => id)).toEqual([
      `acme/${subSkill}`,
      `intercom-pm/${subSkill}`,
    ]);
  });

  it('one of them can be chosen, or all but mine', () => {
    draw({});
    expect(optionsOf('filter.ladder')).toEqual([
      ['ladder acme', 'Acme'],
      ['ladder intercom-pm', intercom.name],
      ['notLadder intercom-pm', `filter.notLadder ${intercom.name}`],
    ]);
    const choose = (value: string) => {
      const select = field('filter.ladder') as HTMLSelectElement;
      select.value = value;
      act(() => void select.dispatchEvent(new Event('change', { bubbles: true })));
    };
    choose('notLadder intercom-pm');
    expect(filter).toMatchObject({ ladder: null, notLadder: 'intercom-pm', kind: 'self' });
    draw({ notLadder: 'intercom-pm' });
    expect(field('filter.ladder')?.value).toBe('notLadder intercom-pm');
    choose('ladder acme');
    expect(filter).toMatchObject({ ladder: 'acme', notLadder: null });
    choose('');
    expect(filter).toMatchObject({ ladder: null, notLadder: null });
  });

  it('nothing is asked about ladders where there is evidence of one, unless it is narrowed by one', () => {
    draw({}, [tagged('acme')]);
    expect(field('filter.ladder')).toBeUndefined();
    draw({ ladder: 'gone' }, [tagged('acme')]);
    expect(optionsOf('filter.ladder')).toContainEqual(['ladder gone', 'gone']);
    expect(field('filter.ladder')?.value).toBe('ladder gone');
  });
});

describe('in the list', () => {
  const facts = (evidence: Evidence, mine?: string) => {
    const rest = { onChange: async () => true, onRemove: async () => true };
    const item = <EvidenceItem evidence={evidence} ladders={ladders} mine={mine} {...rest} />;
    act(() => render(item, place));
    return [...place.querySelectorAll('.facts > span > span')].map((one) => one.textContent);
  };
  const [, acmes] = both as [Evidence, Evidence];

  it('evidence of another ladder than mine says of which', () => {
    expect(facts(acmes, 'intercom-pm')).toHaveLength(4);
    expect(facts(acmes, 'intercom-pm')[0]).toBe('Acme');
    expect(facts(tagged('gone'), 'acme')[0]).toBe('evidence.unknownLadder gone');
  });

  it.each(['acme', undefined])(
    'and what is of mine does not, nor where I have none: %s',
    (mine) => {
      expect(facts(acmes, mine)).toHaveLength(3);
      expect(facts(acmes, mine)).not.toContain('Acme');
    },
  );
});
