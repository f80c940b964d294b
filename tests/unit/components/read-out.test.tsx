// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { Tabs } from '../../../components/common/Tabs';
import { CoverageGrid } from '../../../components/coverage/CoverageGrid';
import { About } from '../../../components/ladder/About';
import { Result } from '../../../components/search/Result';
import { coverage } from '../../../data/coverage';
import type { Ladder } from '../../../data/ladder';
import { BUNDLED_LADDERS } from '../../../data/library';
import { draw, wordsByKey } from '../support/mounted';

const [ladder] = BUNDLED_LADDERS as readonly [Ladder, ...Ladder[]];
const [mine, next] = ladder.levels.map(({ id }) => id) as [string, string];
const nothing = () => undefined;

let place: HTMLElement;

beforeEach(() => {
  wordsByKey();
  place = document.createElement('div');
  document.body.replaceChildren(place);
});

/** What a screen reader says of an element. */
function heard(element: Element | null | undefined): string {
  const copy = element?.cloneNode(true) as Element | undefined;
  for (const hidden of copy?.querySelectorAll('[aria-hidden=true]') ?? []) hidden.remove();
  return copy?.textContent?.trim() ?? '';
}

it('says in the grid which level is mine, and which the next', async () => {
  const counted = coverage(ladder, []);
  const rest = { mine, next, onCell: nothing, onSubSkill: nothing };
  await draw(<CoverageGrid ladder={ladder} coverage={counted} {...rest} />, place);
  const columns = [...place.querySelectorAll('th[scope=col]')].map(heard);
  expect(columns[0]).toContain('level_mine');
  expect(columns[1]).toContain('level_next');
  expect(columns[2]).toBe(ladder.levels[2]?.name);
});

it('says among the levels which is mine, and not by its colour alone', async () => {
  await draw(<About ladder={ladder} mine={mine} />, place);
  const marked = [...place.querySelectorAll('dt')].filter((term) =>
    term.textContent?.includes('(level_mine)'),
  );
  expect(marked.map(heard)).toEqual([expect.stringContaining(ladder.levels[0]?.name ?? '')]);
});

it('says what the figure on a tab counts', async () => {
  const tabs = [{ id: 'evidence', name: 'Evidence', count: 12, countWords: '12 pieces' }];
  const rest = { label: '', active: 'evidence', onSelect: nothing, panelId: 'room' };
  await draw(<Tabs tabs={tabs} {...rest} />, place);
  expect(heard(place.querySelector('[role=tab]'))).toBe('Evidence 12 pieces');
  expect(place.querySelector('.tab-count')?.textContent).toBe('12');
});

it('promises no unfolding of a result that a press opens elsewhere', async () => {
  const subSkill = ladder.skillAreas[0]?.subSkills[0] as Ladder['skillAreas'][0]['subSkills'][0];
  const result = {
    ...{ ladder, subSkill, skillArea: { id: 'area', name: 'Area' } },
    ...{ expectations: [], marks: { name: [], definition: [] }, reasons: [] },
  };
  const rest = { ladder, levels: [], mine, open: true, showLadder: false };
  const on = { onFocus: nothing, onOpen: nothing, onCopy: nothing };
  await draw(<Result result={result} {...rest} {...on} />, place);
  expect(place.querySelector('.result-head')?.hasAttribute('aria-expanded')).toBe(false);
});
