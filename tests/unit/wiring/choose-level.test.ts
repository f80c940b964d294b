// @vitest-environment happy-dom
import { h } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { DEFAULT_SETTINGS, type Settings } from '../../../data/settings';
import { ChooseLevel } from '../../../entrypoints/wiring/ladder/ChooseLevel';
import { LADDER } from '../../fixtures/records';
import { draw, wordsByKey } from '../support/mounted';

const OTHER = { ...LADDER, id: 'other', name: 'Other' };
let place: HTMLElement;

beforeEach(() => {
  wordsByKey();
  place = document.createElement('div');
  document.body.append(place);
});

async function ask(settings: Partial<Settings>): Promise<void> {
  const library = { ladders: [OTHER, LADDER], settings: { ...DEFAULT_SETTINGS, ...settings } };
  await draw(h(ChooseLevel, { library: { ...library, mine: null } }), place);
}
const heading = () => place.querySelector('h1')?.textContent;
const chosen = () => place.querySelector<HTMLInputElement>('input[name=ladder]:checked')?.value;
const restoring = () =>
  [...place.querySelectorAll('button')].find((one) => one.textContent === 'backup_restore');

it('leads from the first run to where a backup is restored', async () => {
  const sendMessage = vi.fn(async () => undefined);
  Object.assign(browser.runtime, { sendMessage });
  await ask({});
  expect([heading(), chosen()]).toEqual(['setup_welcome', 'other']);
  await act(async () => restoring()?.click());
  expect(sendMessage.mock.lastCall).toEqual([
    { to: 'background', type: 'open-options', hash: '#restore' },
  ]);
});

it('says that a level has gone, with its ladder chosen', async () => {
  await ask({ ladder: LADDER.id, level: 'pm9' });
  expect([heading(), chosen()]).toEqual(['setup_levelGone Acme PM', LADDER.id]);
  expect(restoring()).toBeUndefined();
});

it('says that a ladder has gone', async () => {
  await ask({ ladder: 'gone', level: 'pm2' });
  expect([heading(), chosen()]).toEqual(['setup_ladderGone', 'other']);
});
