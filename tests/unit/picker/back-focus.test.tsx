// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { Picker } from '../../../entrypoints/picker/Picker';
import { keepSettings } from '../../../entrypoints/wiring/saving/keep-settings';
import { SETTLED } from '../../e2e/support/afresh';
import { loseLevelAndChoose } from '../support/lost-level';
import { draw, settled, wordsByKey } from '../support/mounted';

const host = vi.hoisted(() => ({ request: {} as object }));
vi.mock('../../../entrypoints/picker/connect', () => ({
  connect: async () => ({ ...host, close() {}, resize() {}, unsaved() {}, offersUndo() {} }),
}));

const TAG = {
  view: 'tag',
  draft: {
    ...{ surface: 'page', source: 'https://example.com/', title: 'Review', approximate: false },
    ...{ quote: { exact: 'I shipped it.', prefix: '', suffix: '' }, already: [] },
  },
};
const REFUSED = { view: 'refused', why: 'no-access' };

let place: HTMLElement;

beforeEach(async () => {
  wordsByKey();
  Object.assign(browser.permissions, { contains: async () => false });
  place = document.body.appendChild(document.createElement('div'));
  await keepSettings(SETTLED.settings);
});
afterEach(async () => {
  await draw(null, place);
  place.remove();
});

it.each([
  ['the form', TAG, '.search-field input'],
  ['what is said in its place', REFUSED, '.refused button'],
])(
  'gives the keyboard back to %s once a level that was lost is chosen anew',
  async (_, request, home) => {
    host.request = request;
    await draw(<Picker />, place);
    await settled();
    await loseLevelAndChoose(place);
    expect(document.activeElement).toBe(place.querySelector(home));
  },
);

it('leaves the keyboard with the page where the pointer brought up a card', async () => {
  host.request = { view: 'evidence', ids: [] };
  await keepSettings({ level: 'gone' });
  await draw(<Picker />, place);
  await settled();
  await act(() => keepSettings(SETTLED.settings));
  await settled();
  expect(document.activeElement).toBe(document.body);
});
