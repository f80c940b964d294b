// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS, settingsItem } from '../../../data/settings';
import { Period } from '../../../entrypoints/options/Period';
import { draw, settled, wordsByKey } from '../support/mounted';

it('says that the days are the wrong way round once the fields are left, and of which fields', async () => {
  wordsByKey();
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  const period = { periodFrom: '2026-07-01', periodTo: '2026-12-31' };
  const show = (change: object) =>
    draw(<Period settings={{ ...DEFAULT_SETTINGS, ...period, ...change }} />, place);
  await show({});
  const [from, to] = place.querySelectorAll('input') as unknown as [
    HTMLInputElement,
    HTMLInputElement,
  ];
  const problem = () => place.querySelector('[role=alert]');

  // The month of November, half written.
  to.value = '2026-01-30';
  act(() => void to.dispatchEvent(new Event('change', { bubbles: true })));
  await show({ periodTo: '2026-01-30' });
  expect(problem()?.textContent).toBe('');
  act(() => {
    to.dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget: from }));
  });
  expect(problem()?.textContent).toBe('');
  expect(to.getAttribute('aria-invalid')).toBe('false');

  act(() => void from.dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
  expect(problem()?.textContent).toBe('options_periodWrong');
  for (const field of [from, to]) {
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field.getAttribute('aria-describedby')).toBe(problem()?.id);
  }
  await settled();
});

it.each([
  ['a date half deleted', '', true, 'options_periodHalf'],
  ['a year half written', '0202-12-31', false, 'tag_whenOld'],
])('keeps what is stored in the place of %s, and says so', async (_, value, badInput, words) => {
  wordsByKey();
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  const period = { periodFrom: '2026-07-01', periodTo: '2026-12-31' };
  await settingsItem.setValue({ ...DEFAULT_SETTINGS, ...period });
  await draw(<Period settings={{ ...DEFAULT_SETTINGS, ...period }} />, place);
  const to = place.querySelectorAll('input')[1] as HTMLInputElement;
  const type = async (value: string, badInput: boolean) => {
    Object.defineProperty(to, 'validity', { configurable: true, value: { badInput } });
    to.value = value;
    await act(async () => void to.dispatchEvent(new Event('change', { bubbles: true })));
    await settled();
  };

  await type(value, badInput);
  expect(to.value).toBe(value);
  act(() => void to.dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
  expect(place.querySelector('[role=alert]')?.textContent).toBe(words);
  expect(await settingsItem.getValue()).toMatchObject(period);

  await type('2026-11-30', false);
  act(() => void to.dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
  expect(place.querySelector('[role=alert]')?.textContent).toBe('');
  expect(await settingsItem.getValue()).toMatchObject({ periodTo: '2026-11-30' });
});

it('stores with the next day the one that could not be stored', async () => {
  wordsByKey();
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  await draw(<Period settings={DEFAULT_SETTINGS} />, place);
  const [from, to] = [...place.querySelectorAll('input')] as HTMLInputElement[];
  const choose = async (field: HTMLInputElement | undefined, day: string) => {
    if (field) field.value = day;
    await act(async () => void field?.dispatchEvent(new Event('change', { bubbles: true })));
    await settled();
  };
  const full = vi.spyOn(settingsItem, 'setValue').mockRejectedValueOnce(new Error('Quota'));
  await choose(from, '2026-07-01');
  expect(full).toHaveBeenCalledOnce();
  expect(from?.value).toBe('2026-07-01');
  expect(place.querySelector('[role=alert]')?.textContent).not.toBe('');

  await choose(to, '2026-12-31');
  expect(place.querySelector('[role=alert]')?.textContent).toBe('');
  expect(await settingsItem.getValue()).toMatchObject({
    periodFrom: '2026-07-01',
    periodTo: '2026-12-31',
  });
});
