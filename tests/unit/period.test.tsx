// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../data/settings';
import { Period } from '../../entrypoints/options/Period';
import { draw, settled, wordsByKey } from './support/mounted';

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

  // The year 2027, half written.
  to.value = '0002-12-31';
  act(() => void to.dispatchEvent(new Event('change', { bubbles: true })));
  await show({ periodTo: '0002-12-31' });
  expect(problem()).toBeNull();
  act(() => {
    to.dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget: from }));
  });
  expect(problem()).toBeNull();
  expect(to.getAttribute('aria-invalid')).toBe('false');

  act(() => void from.dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
  expect(problem()?.textContent).toBe('options_periodWrong');
  for (const field of [from, to]) {
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field.getAttribute('aria-describedby')).toBe(problem()?.id);
  }
  await settled();
});
