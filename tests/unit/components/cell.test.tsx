// @vitest-environment happy-dom
import type { ComponentProps } from 'preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { Cell } from '../../../components/ladder/Cell';
import type { Level, LevelExpectations } from '../../../data/ladder';
import { LADDER } from '../../fixtures/records';
import { draw, wordsByKey } from '../support/mounted';

const [pm1, pm2] = LADDER.levels as never as readonly [Level, Level];
const dimension = { id: 'all', name: '', meaning: '' };
const EMPTY = { dimension, fresh: [], carried: [], unstated: false, startsAt: undefined };
const CARRIED = [{ from: pm1, statements: ['Talks to customers.', 'Writes it down.'] }];
let place: HTMLElement;

beforeEach(() => {
  wordsByKey();
  place = document.createElement('div');
});

type Rest = Partial<ComponentProps<typeof Cell>>;

/** Draws the second level's cell. */
function show(expectations: Partial<LevelExpectations>, rest: Rest = {}): Promise<void> {
  const props = { marks: undefined, openCarried: false, seenOnly: false, onCopy: vi.fn(), ...rest };
  return draw(<Cell level={pm2} expectations={{ ...EMPTY, ...expectations }} {...props} />, place);
}

const said = () => place.querySelector('p')?.textContent;
const statements = () => [...place.querySelectorAll('.statement')].map((one) => one.textContent);
const details = () => place.querySelector('details');

it('says where something begins that is not expected yet, and that nothing is anywhere', async () => {
  await show({ startsAt: pm2 });
  expect([said(), statements()]).toEqual([`cell_startsAt ${pm2.name}`, []]);
  await show({});
  expect([said(), statements()]).toEqual(['cell_nothing', []]);
});

it.each([
  ['that nothing is new', false, 'cell_nothingNew'],
  ['that nothing was said anew', true, `cell_unstated ${pm2.name}`],
])('says %s before what lower levels say', async (_, unstated, words) => {
  await show({ carried: CARRIED, unstated });
  expect(said()).toBe(words);
  expect(details()).toBeNull();
  expect(place.querySelector('.label')?.textContent).toBe(`cell_from ${pm1.name}`);
  expect(statements()).toEqual(CARRIED[0]?.statements);
});

it('shows what is new first, and folds away what is carried over', async () => {
  await show({ fresh: ['Plans studies.'], carried: CARRIED });
  expect(statements()[0]).toBe('Plans studies.');
  expect(details()?.open).toBe(false);
  expect(details()?.querySelector('summary')?.textContent).toContain('cell_carried');
  expect(details()?.querySelectorAll('.statement')).toHaveLength(2);

  await show({ fresh: ['Plans studies.'], carried: CARRIED }, { openCarried: true });
  expect(details()?.open).toBe(true);
});

it('has nothing to unfold where nothing is carried over', async () => {
  await show({ fresh: ['Plans studies.'] });
  expect(statements()).toEqual(['Plans studies.']);
  expect(details()).toBeNull();
});

it('opens what is carried over where a word that was searched for stands there', async () => {
  const marks = (text: string) => (text.startsWith('Talks') ? [[0, 5] as const] : []);
  await show({ fresh: ['Plans studies.'], carried: CARRIED }, { marks });
  expect(details()?.open).toBe(true);
  expect(place.querySelector('mark')?.textContent).toBe('Talks');
});

it('leaves out what is folded away while keys come, but not what is open', async () => {
  const both = { fresh: ['Plans studies.'], carried: CARRIED };
  await show(both, { seenOnly: true });
  expect(statements()).toEqual(['Plans studies.']);
  await show(both, { seenOnly: true, openCarried: true });
  expect(statements()).toHaveLength(3);
});
