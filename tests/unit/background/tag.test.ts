import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Browser, browser } from 'wxt/browser';
import { ask } from '../../../entrypoints/background/ask';
import { inject } from '../../../entrypoints/background/inject';
import { tagSelection } from '../../../entrypoints/background/tag';
import type { Draft } from '../../../entrypoints/wiring/messages';

vi.mock('../../../entrypoints/background/ask');
vi.mock('../../../entrypoints/background/inject');

/** A tab as the shortcut gives it before its grant has come. */
const EARLY = { id: 3, windowId: 1 } as Browser.tabs.Tab;
const SITE = 'https://editor.example/*';

const get = vi.fn();
const contains = vi.fn();
const getAll = vi.fn();
/** What the frame with the keyboard says of itself, beyond that it has it. */
let says: object;

beforeEach(() => {
  vi.resetAllMocks();
  says = {};
  Object.assign(browser.tabs, { get });
  Object.assign(browser, { permissions: { contains }, commands: { getAll } });
  getAll.mockResolvedValue([{ name: 'tag', shortcut: 'Ctrl+Shift+Y' }, { name: 'open-panel' }]);
  get.mockResolvedValue({ ...EARLY, url: 'https://notes.example/1', title: 'Notes' });
  vi.mocked(inject).mockResolvedValue([{ frameId: 0 }]);
  vi.mocked(ask).mockImplementation(async (_tab, _frame, { type }) => {
    if (type === 'probe') {
      return { isTop: true, takesPicker: true, focused: true, hasSelection: true, ...says };
    }
    return type === 'read' ? { ok: true, draft: {} as Draft, box: null } : undefined;
  });
});

/** What the tagger was asked of a kind. */
const asked = (type: string) =>
  vi.mocked(ask).mock.calls.flatMap(([, , question]) => (question.type === type ? [question] : []));

it('reads with the address that the tab has once the page is open', async () => {
  await tagSelection(EARLY);
  expect(asked('read')).toMatchObject([{ source: 'https://notes.example/1', title: 'Notes' }]);
});

it('tells the tagger the shortcuts as they are now', async () => {
  await tagSelection(EARLY);
  expect(asked('read')).toMatchObject([{ shortcuts: ['Ctrl+Shift+Y'] }]);
});

it('reads nothing from a page that does not say where it is', async () => {
  get.mockResolvedValue(EARLY);
  await tagSelection(EARLY);
  expect(asked('read')).toEqual([]);
  expect(asked('show')).toMatchObject([{ request: { view: 'refused', why: 'no-access' } }]);
});

it.each([
  ['offers to allow the site of a closed frame', false, { site: SITE }],
  ['offers nothing where allowing it did not help', true, {}],
])('%s', async (_what, allowed, offered) => {
  says = { unreachable: 'frame-closed', closedSite: SITE };
  contains.mockResolvedValue(allowed);
  await tagSelection(EARLY);
  const request = { view: 'refused', why: 'frame-closed', ...offered };
  expect(asked('show').map((one) => 'request' in one && one.request)).toEqual([request]);
});

it('says why it reads nothing in a closed frame whose site cannot be allowed', async () => {
  says = { unreachable: 'frame-closed', closedSite: 'http://[::1]/*' };
  contains.mockRejectedValue(new Error('Invalid value for origin pattern http://[::1]/*'));
  await tagSelection(EARLY);
  const request = { view: 'refused', why: 'frame-closed' };
  expect(asked('show').map((one) => 'request' in one && one.request)).toEqual([request]);
});

describe('a side panel that has the keyboard', () => {
  const sendMessage = vi.fn();
  beforeEach(() => {
    Object.assign(browser.runtime, { sendMessage });
    sendMessage.mockResolvedValue(true);
  });

  it('tags what is selected, and no picker opens that nobody could type in', async () => {
    says = { focused: false };
    await tagSelection(EARLY);
    expect(sendMessage.mock.lastCall).toEqual([{ to: 'panel', type: 'tag' }]);
    expect(asked('show')).toEqual([]);
  });

  it('is not asked where the page has it', async () => {
    await tagSelection(EARLY);
    expect(sendMessage).not.toHaveBeenCalled();
    expect(asked('show')).toHaveLength(1);
  });

  it.each([
    ['nobody answers', () => Promise.reject(new Error('Receiving end does not exist.'))],
    ['none of them has it', async () => undefined],
  ])('gives way to the picker where %s', async (_, answer) => {
    says = { focused: false };
    sendMessage.mockImplementation(answer);
    await tagSelection(EARLY);
    expect(asked('show')).toHaveLength(1);
  });
});
