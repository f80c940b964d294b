// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { LevelPair } from '../../../components/ladder/LevelPair';
import type { Level } from '../../../data/ladder';
import { DEFAULT_SETTINGS } from '../../../data/settings';
import { LADDER } from '../../fixtures/records';
import { draw, wordsByKey } from '../support/mounted';
import { emptyPlace, Panel } from '../support/panel';

const [pm1, pm2] = LADDER.levels as never as readonly [Level, Level];
const onLevels = vi.fn();
let selects: HTMLSelectElement[];
let shown: (string | undefined)[];

beforeEach(async () => {
  wordsByKey();
  onLevels.mockReset();
  const place = document.createElement('div');
  const levels = { ladder: LADDER, mine: pm1.id, levels: [pm1, pm2] };
  await draw(<LevelPair {...levels} onLevels={onLevels} />, place);
  selects = [...place.querySelectorAll('select')];
  shown = [...place.querySelectorAll<HTMLElement>('.select-words')].map((one) => one.dataset.words);
});

it('shows of each what its field has chosen', () => {
  expect(shown).toEqual([`${pm1.name} (level_mine)`, pm2.name]);
  expect(shown).toEqual(selects.map((one) => one.selectedOptions[0]?.textContent));
});

function choose(at: number, level: string): void {
  const select = selects[at] as HTMLSelectElement;
  select.value = level;
  act(() => void select.dispatchEvent(new Event('change', { bubbles: true })));
}

it.each([
  ['left', 0, pm2.id],
  ['right', 1, pm1.id],
])('lets the two change places where the level of the other is chosen %s', (_, at, level) => {
  choose(at, level);
  expect(onLevels).toHaveBeenCalledExactlyOnceWith([pm2.id, pm1.id]);
});

it('shows no level beside itself, where it was left so once', async () => {
  const mine = { ladder: LADDER, level: pm1.id };
  const library = { ladders: [LADDER], settings: DEFAULT_SETTINGS, mine };
  const start = { tab: 'ladder', subSkill: 'research', levels: [pm2.id, pm2.id] } as const;
  const place = emptyPlace();
  await draw(<Panel library={library} start={start} />, place);
  const shown = [...place.querySelectorAll<HTMLSelectElement>('.level-pair select')];
  expect(shown.map(({ value }) => value)).toEqual([pm1.id, pm2.id]);
});
