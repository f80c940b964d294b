import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { keepLadder } from '../../../data/library';
import { askedItem, placeHash } from '../../../data/panel-place';
import { settingsItem } from '../../../data/settings';
import {
  endSession,
  enterSuggestion,
  startSession,
  suggest,
} from '../../../entrypoints/background/omnibox';
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
  const listed = (await suggest(text)) ?? [];
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

it('lists the best in Firefox, too, whose first line lags behind', async () => {
  const best = 'Roadmap creation';
  for (const [firefox, lines] of [
    ['', 1],
    ['true', 2],
  ] as const) {
    vi.stubEnv('FIREFOX', firefox);
    const named = (await descriptions('roadmap')).filter((one) => one.includes(best));
    expect(named).toHaveLength(lines);
  }
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

it('answers only what was typed last, however many letters came at once', async () => {
  const letters = ['r', 'ro', 'roadma', 'roadmap'];
  const answers = await Promise.all(letters.map((text) => suggest(text)));
  expect(answers.map((lines) => lines !== null)).toEqual([false, false, false, true]);
  const told = setDefaultSuggestion.mock.calls.map(([{ description }]) => description);
  expect(told).toEqual(['omnibox.hint', expect.stringContaining('Roadmap creation')]);
});

describe('the first line', () => {
  it('names what Enter opens, with a line below it also where there is but one result', async () => {
    const [first, ...others] = await descriptions('hiring');
    expect(first).toBe('omnibox.open Uplevels the PM org');
    expect(others).toEqual([expect.stringContaining('Uplevels the PM org')]);
  });

  it('says that nothing matches, above what comes near', async () => {
    const [first, ...others] = await descriptions('zzyzx qwortle');
    expect(first).toBe('search.nothing zzyzx qwortle');
    expect(others).not.toEqual([]);
  });

  it('promises nothing of what was looked for before', async () => {
    await descriptions('roadmap');
    startSession();
    expect(setDefaultSuggestion.mock.lastCall).toEqual([{ description: 'omnibox.hint' }]);
  });
});

it.each([
  ['currentTab', 'update', {}],
  ['newForegroundTab', 'create', { active: true }],
  ['newBackgroundTab', 'create', { active: false }],
] as const)('opens in a tab where no panel can open: %s', async (where, how, more) => {
  const tabs = { update: vi.fn(async () => undefined), create: vi.fn(async () => undefined) };
  Object.assign(browser.windows, { getLastFocused: async () => ({ id: 4 }) });
  Object.assign(browser, { sidePanel: { open: () => Promise.reject(new Error('no gesture')) } });
  Object.assign(browser, { tabs: { ...browser.tabs, ...tabs } });
  await enterSuggestion('alignment evangelism', where);
  const url = expect.stringMatching(/sidepanel\.html#.*alignment-evangelism/);
  expect(tabs[how].mock.calls).toEqual([[{ url, ...more }]]);
  expect(tabs[how === 'update' ? 'create' : 'update']).not.toHaveBeenCalled();
});

describe('Enter where what is stored cannot be read', () => {
  const update = vi.fn(async () => undefined);
  beforeEach(() => {
    update.mockClear();
    vi.spyOn(settingsItem, 'getValue').mockRejectedValueOnce(new Error('IO error'));
    Object.assign(browser, { tabs: { ...browser.tabs, update } });
  });
  const canOpen = (open: () => Promise<void>) => {
    Object.assign(browser.windows, { getLastFocused: async () => ({ id: 4 }) });
    Object.assign(browser, { sidePanel: { open } });
  };

  it('leads to the search in the panel, which says what is wrong', async () => {
    canOpen(async () => undefined);
    await enterSuggestion('roadmap');
    expect(await askedItem.getValue()).toMatchObject({ tab: 'ladder', query: 'roadmap' });
  });

  it('leads there in a tab, too, where no panel can open and no word of a place be left', async () => {
    canOpen(() => Promise.reject(new Error('no gesture')));
    const full = vi.spyOn(askedItem, 'setValue').mockRejectedValue(new Error('Quota'));
    await enterSuggestion('roadmap');
    const [[{ url } = { url: '' }] = []] = update.mock.calls as unknown as [{ url: string }][];
    expect(url).toContain(`sidepanel.html${placeHash('search', 'roadmap')}`);
    full.mockRestore();
  });
});

it.each([
  ['the best match', 'alignment evangelism', { subSkill: 'alignment-evangelism', query: '' }],
  ['the search, where nothing matches', 'zzyzx / qwortle', { query: 'zzyzx / qwortle' }],
])('opens the panel at %s', async (_, text, place) => {
  Object.assign(browser.windows, { getLastFocused: async () => ({ id: 4 }) });
  Object.assign(browser, { sidePanel: { open: async () => undefined } });
  await enterSuggestion(text);
  expect(await askedItem.getValue()).toMatchObject({ tab: 'ladder', window: 4, ...place });
});
