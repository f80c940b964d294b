// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Filters } from '../../components/evidence/Filters';
import type { TagFormProps } from '../../components/picker/TagForm';
import type { Evidence } from '../../data/evidence';
import { EVERYTHING } from '../../data/evidence/filter';
import type { Ladder } from '../../data/ladder';
import { BUNDLED_LADDERS } from '../../data/library';
import { DEFAULT_SETTINGS } from '../../data/settings';
import type { Draft } from '../../entrypoints/tagger/messages';
import { useTagging } from '../../entrypoints/wiring/evidence/use-tagging';
import { seededRecord } from '../e2e/harness/seed';

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));

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
  it('levels and sub-skills of both can be told apart', () => {
    const filter = { ...EVERYTHING, kind: 'self' } as const;
    const rest = { page: null, inputRef: { current: null }, onFilter: () => undefined };
    act(() =>
      render(<Filters filter={filter} ladders={ladders} evidence={both} {...rest} />, place),
    );
    const optionsOf = (label: string) => {
      const labels = [...place.querySelectorAll('label')];
      const options = labels
        .find((one) => one.textContent?.startsWith(label))
        ?.querySelectorAll('option');
      return [...(options ?? [])].map((one) => [one.value, one.textContent]).slice(1);
    };
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
});
