// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { CoverageGrid } from '../../components/coverage/CoverageGrid';
import { coverage } from '../../data/coverage';
import type { Ladder } from '../../data/ladder';
import { BUNDLED_LADDERS } from '../../data/library';

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
