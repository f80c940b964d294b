// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CoverageGrid } from '../../../components/coverage/CoverageGrid';
import { coverage } from '../../../data/coverage';
import type { Ladder } from '../../../data/ladder';
import { BUNDLED_LADDERS } from '../../../data/library';
import { LADDER, record } from '../../fixtures/records';

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));

it('tells an empty cell that shall be filled from one where nothing is expected', () => {
  const ladders = BUNDLED_LADDERS as readonly Ladder[];
  const said = new Set<string>();
  for (const ladder of ladders) {
    const counted = coverage(ladder, []);
    const place = document.createElement('div');
    const rest = { mine: '', next: '', onCell: () => undefined, onSubSkill: () => undefined };
    act(() => render(<CoverageGrid ladder={ladder} coverage={counted} {...rest} />, place));
    const cells = [...place.querySelectorAll('td .visually-hidden')].map((one) => one.textContent);
    const expected = counted.rows
      .flatMap(({ cells }) => cells)
      .map((cell) => (cell.expected ? 'coverage.nothing' : 'coverage.notExpected'));
    expect(cells).toEqual(expected);
    for (const one of expected) said.add(one);
  }
  expect(said.size).toBe(2);
});

it('shortens a count that its column has no room for, and says all of it', () => {
  const [ladder] = BUNDLED_LADDERS as readonly [Ladder, ...Ladder[]];
  const counted = coverage(ladder, []);
  const many = counted.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, at) => ({ ...cell, count: [999, 1200, 12_345][at] ?? 0 })),
  }));
  const place = document.createElement('div');
  const rest = { mine: '', next: '', onCell: () => undefined, onSubSkill: () => undefined };
  act(() =>
    render(<CoverageGrid ladder={ladder} coverage={{ ...counted, rows: many }} {...rest} />, place),
  );
  const cells = [...place.querySelectorAll('tbody tr .cell-count')].slice(0, 3);
  expect(cells.map((one) => one.textContent)).toEqual(['999', '1.2K', '12K']);
});

/** A ladder as it is drawn, with levels of these names. */
function drawn(names: readonly string[]): HTMLElement {
  const [bundled] = BUNDLED_LADDERS as readonly [Ladder, ...Ladder[]];
  const levels = names.map((name, index) => ({ ...bundled.levels[0], id: `l${index}`, name }));
  const ladder = { ...bundled, levels } as Ladder;
  const place = document.createElement('div');
  const rest = { mine: 'l0', next: 'l1', onCell: () => undefined, onSubSkill: () => undefined };
  const counted = coverage(ladder, []);
  act(() => render(<CoverageGrid ladder={ladder} coverage={counted} {...rest} />, place));
  return place;
}

it.each([
  ['short', ['PM1', 'PM2', 'PM3'], false],
  ['long', ['Associate PM', 'PM', 'Principal PM'], true],
  ['many', Array.from({ length: 9 }, (_, level) => `L${level}`), true],
] as const)('shows the names of the levels where they are %s', (_which, names, turned) => {
  const place = drawn(names);
  const heads = [...place.querySelectorAll('th[scope=col]')];
  // Tooltips are nothing for a finger or a keyboard.
  const seen = heads.map((head) => head.querySelector('.level-name')?.textContent);
  expect(seen).toEqual(names);
  expect(place.querySelector('thead .visually-hidden')).toBeNull();
  expect(place.querySelector('thead')?.classList.contains('turned')).toBe(turned);
});

describe('a cell with evidence', () => {
  const evidence = [
    record({ id: 'one' }),
    record({ id: 'two', kind: 'peer' }),
    record({ id: 'three', subSkill: 'planning', level: 'pm3' }),
  ];
  const onCell = vi.fn();
  const onSubSkill = vi.fn();
  let place: HTMLElement;

  beforeEach(() => {
    onCell.mockReset();
    onSubSkill.mockReset();
    place = document.createElement('div');
    const rest = { mine: 'pm2', next: 'pm3', onCell, onSubSkill };
    const counted = coverage(LADDER, evidence);
    act(() => render(<CoverageGrid ladder={LADDER} coverage={counted} {...rest} />, place));
  });

  const cells = () => [...place.querySelectorAll<HTMLElement>('.cell-count')];

  it('says of what it is, and only whose views there are', () => {
    const [research] = cells();
    expect(research?.getAttribute('aria-label')).toBe(
      'Research & data, PM2: evidence.count: coverage.kinds.self, coverage.kinds.peer',
    );
    expect(research?.title).toBe(research?.getAttribute('aria-label'));
    expect(research?.textContent).toBe('2');
  });

  it('leads to its evidence, and the name of a row to all of the sub-skill', () => {
    for (const cell of cells()) act(() => cell.click());
    expect(onCell.mock.calls).toEqual([
      ['research', 'pm2'],
      ['planning', 'pm3'],
    ]);
    act(() => place.querySelector<HTMLElement>('.row-name')?.click());
    expect(onSubSkill.mock.calls).toEqual([['research']]);
  });

  it('says which level is mine, and which is the next', () => {
    const heads = [...place.querySelectorAll('th[scope=col]')];
    expect(heads.map((head) => head.querySelector('.label')?.textContent)).toEqual([
      '',
      'level.mine',
      'level.next',
    ]);
    expect(heads.map((head) => head.className)).toEqual(['', 'mine', 'next']);
  });

  it('calls a gap only what is expected at my level or the next', () => {
    const gaps = [...place.querySelectorAll('td')].filter((one) => one.querySelector('.cell-gap'));
    expect(gaps.length).toBeGreaterThan(0);
    for (const gap of gaps) {
      expect(gap.className).toMatch(/mine|next/);
      expect(gap.textContent).toBe('coverage.nothing');
    }
  });

  it('names a skill area, also where it has but one sub-skill of another name', () => {
    const areas = [...place.querySelectorAll('th.area')].map((one) => one.textContent);
    expect(areas).toEqual(['Insight', 'Delivery']);
  });
});
