// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { CoverageGrid } from '../../../components/coverage/CoverageGrid';
import { coverage } from '../../../data/coverage';
import type { Ladder } from '../../../data/ladder';
import { BUNDLED_LADDERS } from '../../../data/library';

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
