// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { goToEvidence } from '../../../entrypoints/wiring/evidence/go-to-evidence';
import { seededRecord } from '../../e2e/harness/seed';
import { wordsByKey } from '../support/mounted';

const say = vi.fn();

beforeEach(() => {
  say.mockReset();
  wordsByKey();
  keysAre('Alt+Shift+K');
});

const keysAre = (shortcut: string) =>
  Object.assign(browser, { commands: { getAll: async () => [{ name: 'tag', shortcut }] } });

it.each([
  ['not-opened', 'goTo_notOpened Alt+Shift+K'],
  ['closed', 'goTo_closed'],
  ['unread', 'goTo_unread'],
])('says what to do, and lets it stand, where that ended so: %s', async (arrival, text) => {
  Object.assign(browser.runtime, { sendMessage: async () => arrival });
  await goToEvidence(seededRecord(0), say);
  expect(say).toHaveBeenCalledWith({ text, tone: 'error' });
});

it('names the button where the browser gives tagging no keys', async () => {
  keysAre('');
  Object.assign(browser.runtime, { sendMessage: async () => 'opened' });
  await goToEvidence(seededRecord(0), say);
  expect(say).toHaveBeenCalledWith({ text: 'goTo_opened page_noShortcut' });
});

it('says so where nobody answers', async () => {
  const sendMessage = () => Promise.reject(new Error('Receiving end does not exist.'));
  Object.assign(browser.runtime, { sendMessage });
  await goToEvidence(seededRecord(0), say);
  const text = 'failure_other Receiving end does not exist.';
  expect(say).toHaveBeenCalledWith({ text, tone: 'error' });
});

it('names the button that opens a document again that was closed', () => {
  const words = readFileSync('locales/en.yml', 'utf8');
  const said = (key: string) => new RegExp(`^  ${key}: "(.+)"$`, 'm').exec(words)?.[1];
  expect(said('closed')).toContain(`“${said('goTo')}”`);
});
