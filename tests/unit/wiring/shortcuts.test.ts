// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { tagKeysInWords, useShortcuts } from '../../../entrypoints/wiring/keys/use-shortcuts';
import { mounted, wordsByKey } from '../support/mounted';

beforeEach(wordsByKey);
afterEach(() => vi.restoreAllMocks());

const on = (platform: string) => vi.spyOn(navigator, 'platform', 'get').mockReturnValue(platform);

/** The shortcut that tags as it is shown, where the browser says this of it. */
async function shown(shortcut: string): Promise<string | undefined> {
  const getAll = async () => [{ name: 'tag', shortcut }, { name: 'open-panel' }];
  Object.assign(browser, { commands: { getAll } });
  const shortcuts = await mounted(useShortcuts, undefined);
  const [tag, panel] = shortcuts.now;
  expect(panel).toEqual({ name: 'open-panel' });
  expect(await tagKeysInWords()).toBe(tag?.shortcut);
  await shortcuts.end();
  return tag?.shortcut;
}

it.each([
  ['MacCtrl+Shift+K', 'Control+Shift+K'],
  ['Ctrl+Shift+K', 'Command+Shift+K'],
  ['Alt+Shift+K', 'Option+Shift+K'],
  ['Command+K', 'Command+K'],
  // In Chromium.
  ['⌃⇧K', '⌃⇧K'],
])('%s is called what stands on the keys of a Mac: %s', async (shortcut, words) => {
  on('MacIntel');
  expect(await shown(shortcut)).toBe(words);
});

it('is called as the browser calls it everywhere else', async () => {
  on('Win32');
  expect(await shown('Ctrl+Alt+K')).toBe('Ctrl+Alt+K');
});
