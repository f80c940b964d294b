// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { Setup } from '../../../components/setup/Setup';
import { LADDER } from '../../fixtures/records';
import { draw, settled, wordsByKey } from '../support/mounted';
import { emptyPlace } from '../support/panel';

const [pm1, pm2] = LADDER.levels as never as [{ id: string }, { id: string }];
const onChoose = vi.fn(async () => undefined);
const onCancel = vi.fn();
const onImport = vi.fn();
let place: HTMLElement;

beforeEach(async () => {
  wordsByKey();
  for (const mock of [onChoose, onCancel, onImport]) mock.mockClear();
  place = emptyPlace();
  const chosen = { ladder: LADDER.id, level: pm1.id };
  await draw(<Setup ladders={[LADDER]} {...{ chosen, onChoose, onCancel, onImport }} />, place);
});

const use = () => place.querySelector<HTMLElement>('button[type=submit]');
const submit = () => act(() => void place.querySelector('form')?.requestSubmit());

async function take(level: string): Promise<void> {
  await act(async () => place.querySelector<HTMLElement>(`[value="${level}"]`)?.click());
  await settled();
}

it('has nothing to press as long as nothing is changed', async () => {
  expect(use()?.textContent).toMatch(/^setup_inUse/);
  expect(use()?.getAttribute('aria-disabled')).toBe('true');
  await take(pm2.id);
  expect(use()?.textContent).toMatch(/^setup_choose/);
  expect(use()?.hasAttribute('aria-disabled')).toBe(false);
  submit();
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(LADDER.id, pm2.id);
});

it('is done where Enter is pressed on what is in use', () => {
  submit();
  expect(onChoose).not.toHaveBeenCalled();
  expect(onCancel).toHaveBeenCalledOnce();
});

it('leads to where a ladder is imported from the question for one, with nothing before the next', () => {
  const [ladder] = place.querySelectorAll('fieldset');
  const stops = [...(ladder?.querySelectorAll<HTMLElement>('button, input') ?? [])];
  expect(stops.map((one) => one.textContent)).toEqual(['setup_importOwn', '']);
  expect([...place.querySelectorAll('.setup-actions > *')].length).toBe(2);
  act(() => stops[0]?.click());
  expect(onImport).toHaveBeenCalledOnce();
});

it('goes on at the level in use where another ladder comes into use, and its levels with it', async () => {
  const other = { ...LADDER, id: 'other', levels: [{ ...LADDER.levels[0], id: 'l1', name: 'L1' }] };
  const ladders = [LADDER, other as never];
  const using = (chosen: { ladder: string; level: string }) =>
    draw(<Setup ladders={ladders} {...{ chosen, onChoose }} />, place);
  await using({ ladder: 'other', level: 'l1' });
  place.querySelector<HTMLElement>('[value="l1"]')?.focus();
  await using({ ladder: LADDER.id, level: pm2.id });
  expect((document.activeElement as HTMLInputElement | null)?.value).toBe(pm2.id);
});
