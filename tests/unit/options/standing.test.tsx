// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import intercom from '../../../data/ladders/intercom-pm.json';
import { DEFAULT_SETTINGS, settingsItem } from '../../../data/settings';
import { Options } from '../../../entrypoints/options/Options';
import { draw, event, settled } from '../support/mounted';
import { emptyPlace } from '../support/panel';

const [lower, higher] = intercom.levels as never as [{ id: string }, { id: string; name: string }];
let place: HTMLElement;

beforeEach(() => {
  const getAll = async () => ({ origins: [] });
  Object.assign(browser, { permissions: { onAdded: event(), onRemoved: event(), getAll } });
  place = emptyPlace();
});

const toast = () => place.querySelector('.toast');
const undo = () => toast()?.querySelector<HTMLElement>('[aria-label*=common_undo]');

async function press(selector: string): Promise<void> {
  await act(async () => place.querySelector<HTMLElement>(selector)?.click());
  await settled();
}

it('stores another level, says so and takes it back', async () => {
  const before = { ...DEFAULT_SETTINGS, ladder: intercom.id, level: lower.id };
  await settingsItem.setValue(before);
  await draw(<Options />, place);
  await press(`[value="${higher.id}"]`);
  await press('.setup [type=submit]');
  expect(await settingsItem.getValue()).toMatchObject({ ladder: intercom.id, level: higher.id });
  expect(toast()?.textContent).toContain(`setup_chosen ${intercom.name} ${higher.name}`);
  await act(async () => undo()?.click());
  await settled();
  expect(await settingsItem.getValue()).toEqual(before);
});

it('stores the first answer, to which there is nothing to go back', async () => {
  await draw(<Options />, place);
  await press(`[value="${intercom.id}"]`);
  await press(`[value="${higher.id}"]`);
  await press('.setup [type=submit]');
  expect(await settingsItem.getValue()).toMatchObject({ ladder: intercom.id, level: higher.id });
  expect(toast()?.textContent).toContain('options_saved');
  expect(undo()).toBeNull();
});
