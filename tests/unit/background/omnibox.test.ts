import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { keepLadder } from '../../../data/library';
import { settingsItem } from '../../../data/settings';
import { endSession, suggest } from '../../../entrypoints/background/omnibox';
import { SETTLED } from '../../e2e/support/afresh';
import { bakersLadder } from '../../fixtures/small-ladder';

vi.mock('#i18n', () => ({
  i18n: { t: (key: string, given: string[] = []) => [key, ...given].join(' ') },
}));

const setDefaultSuggestion = vi.fn();

beforeEach(async () => {
  setDefaultSuggestion.mockReset();
  Object.assign(browser, { omnibox: { setDefaultSuggestion } });
  await settingsItem.setValue(SETTLED.settings);
});
afterEach(() => {
  endSession();
  vi.unstubAllEnvs();
});

/** Every description that the address bar is given for a text. */
async function descriptions(text: string): Promise<string[]> {
  const listed = await suggest(text);
  const [first] = setDefaultSuggestion.mock.lastCall ?? [];
  return [first, ...listed].map(({ description }) => description);
}

it('escapes what Chromium reads as XML', async () => {
  vi.stubEnv('FIREFOX', '');
  expect((await descriptions('alignment evangelism')).join()).toContain(
    'Alignment &#38; Evangelism',
  );
});

it('leaves plain what Firefox shows as it is', async () => {
  vi.stubEnv('FIREFOX', 'true');
  expect((await descriptions('alignment evangelism')).join()).toContain('Alignment & Evangelism');
});

it('lists what other ladders have where the own one has nothing', async () => {
  await settingsItem.setValue({ ...SETTLED.settings, ladder: 'webflow-pm', level: null });
  expect((await descriptions('heartbeat')).join()).toContain('Shipping is our heartbeat');
});

it('leaves out of an own ladder what no description can hold', async () => {
  const name = 'Bakers\u000b of\ud800 the\uffff town';
  await keepLadder({ ...bakersLadder, name });
  await settingsItem.setValue({ ...SETTLED.settings, ladder: bakersLadder.id, level: null });

  const listed = await descriptions('kneading, sourdough care');

  expect(listed.join()).toContain('Bakers of the town');
  for (const one of listed) expect(one).not.toMatch(/[\p{Cc}\p{Cs}\uffff]/u);
});

it('answers the next letter where what is stored could not be read for the first', async () => {
  const refused = vi.spyOn(settingsItem, 'getValue').mockRejectedValueOnce(new Error('IO error'));
  await expect(suggest('r')).rejects.toThrow('IO error');
  expect((await descriptions('roadmap')).join()).toContain('Roadmap creation');
  refused.mockRestore();
});
