// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { Options } from '../../../entrypoints/options/Options';
import { draw, event } from '../support/mounted';
import { emptyPlace } from '../support/panel';

it('has one heading for the whole page on the first run, and that of its questions under its section', async () => {
  const getAll = async () => ({ origins: [] });
  Object.assign(browser, { permissions: { onAdded: event(), onRemoved: event(), getAll } });
  const place = emptyPlace();
  await draw(<Options />, place);
  expect([...place.querySelectorAll('h1')].map((one) => one.textContent?.trim())).toEqual([
    'options_title',
  ]);
  const question = place.querySelector('.setup-intro h3');
  expect(question?.textContent).toBe('setup_welcome');
  expect(question?.closest('section')?.querySelector('h2')?.textContent).toBe('options_standing');
});
