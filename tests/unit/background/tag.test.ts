import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Browser, browser } from 'wxt/browser';
import { ask } from '../../../entrypoints/background/ask';
import { reach } from '../../../entrypoints/background/inject';
import { refuseInPopup } from '../../../entrypoints/background/refuse';
import {
  readSelection,
  showHover,
  tagAgain,
  tagFromPopup,
  tagSelection,
} from '../../../entrypoints/background/tag';
import { noteWritten } from '../../../entrypoints/background/written';
import type { Draft, ReadReply } from '../../../entrypoints/wiring/messages/reading';

vi.mock('../../../entrypoints/background/ask');
vi.mock('../../../entrypoints/background/inject');
vi.mock('../../../entrypoints/background/refuse');
vi.mock('../../../entrypoints/background/written');

/** A tab as the shortcut gives it before its grant has come. */
const EARLY = { id: 3, windowId: 1 } as Browser.tabs.Tab;
const SITE = 'https://editor.example/*';

const get = vi.fn();
const contains = vi.fn();
const getAll = vi.fn();
/** What the frame with the keyboard says of itself, beyond that it has it. */
let says: object;
/** What it reads. */
let reads: ReadReply | undefined;
/** Whether the page around shows what it is asked to; `undefined` where it does not answer. */
let shows: true | undefined;

beforeEach(() => {
  vi.resetAllMocks();
  says = {};
  reads = { ok: true, draft: {} as Draft, box: null };
  shows = true;
  Object.assign(browser.tabs, { get });
  Object.assign(browser, { permissions: { contains }, commands: { getAll } });
  getAll.mockResolvedValue([{ name: 'tag', shortcut: 'Ctrl+Shift+Y' }, { name: 'open-panel' }]);
  get.mockResolvedValue({ ...EARLY, url: 'https://notes.example/1', title: 'Notes' });
  vi.mocked(reach).mockResolvedValue([{ frameId: 0 }]);
  vi.mocked(ask).mockImplementation(async (_tab, _frame, { type }) => {
    if (type === 'probe') {
      const here = { focused: true, isUserHere: true, hasSelection: true };
      return { isTop: true, takesPicker: true, ...here, ...says };
    }
    return type === 'read' ? reads : shows;
  });
});

/** What the tagger was asked of a kind. */
const asked = (type: string) =>
  vi.mocked(ask).mock.calls.flatMap(([, , question]) => (question.type === type ? [question] : []));

it('reads with the address that the tab has once the page is open', async () => {
  await tagSelection(EARLY);
  expect(asked('read')).toMatchObject([{ source: 'https://notes.example/1', title: 'Notes' }]);
});

it('reads again where the page became another document meanwhile, and files nothing under the first', async () => {
  const at = (url: string) => ({ ...EARLY, url, title: url });
  get.mockResolvedValueOnce(at('https://notes.example/1'));
  get.mockResolvedValue(at('https://notes.example/2'));
  await tagSelection(EARLY);
  expect(asked('read')).toMatchObject([
    { source: 'https://notes.example/1' },
    { source: 'https://notes.example/2', title: 'https://notes.example/2' },
  ]);
  expect(asked('show')).toHaveLength(1);
});

it('reads once where only the place in the document changes meanwhile', async () => {
  get.mockResolvedValueOnce({ ...EARLY, url: 'https://notes.example/1' });
  get.mockResolvedValue({ ...EARLY, url: 'https://notes.example/1#goals' });
  await tagSelection(EARLY);
  expect(asked('read')).toHaveLength(1);
});

it('says that nothing came of a page that is another each time', async () => {
  let page = 0;
  get.mockImplementation(async () => ({ ...EARLY, url: `https://notes.example/${++page}` }));
  await tagSelection(EARLY);
  expect(asked('show')).toMatchObject([{ request: { view: 'refused', why: 'no-answer' } }]);
});

it('tells the tagger the shortcuts as they are now', async () => {
  await tagSelection(EARLY);
  expect(asked('read')).toMatchObject([{ shortcuts: ['Ctrl+Shift+Y'] }]);
});

it('notes where the user writes what was read, and no page that is only read', async () => {
  await tagSelection(EARLY);
  expect(noteWritten).not.toHaveBeenCalled();
  reads = { ok: true, draft: {} as Draft, box: null, writtenSince: 5 };
  await readSelection(EARLY);
  const address = 'https://notes.example/1';
  expect(vi.mocked(noteWritten).mock.calls).toEqual([[{ tabId: 3, address, since: 5 }]]);
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

it('shows the evidence that the caret stands in where nothing is selected', async () => {
  const box = { x: 1, y: 2, width: 3, height: 4 };
  reads = { ok: false, why: 'nothing-selected', here: { ids: ['one'], box } };
  await tagSelection(EARLY);
  const request = { view: 'evidence', ids: ['one'], byKey: true };
  expect(asked('show')).toEqual([{ to: 'tagger', type: 'show', request, box }]);
});

it.each<[string, ReadReply | undefined, string]>([
  ['as the page gives it', { ok: false, why: 'too-large' }, 'too-large'],
  ['where the frame does not answer any more', undefined, 'no-answer'],
])('says why there is nothing to tag, %s', async (_, answer, why) => {
  reads = answer;
  await tagSelection(EARLY);
  expect(asked('show')).toMatchObject([{ request: { view: 'refused', why } }]);
});

describe('a page that lets nobody in', () => {
  beforeEach(() => void vi.mocked(reach).mockResolvedValue('no-access'));

  it('is told of in the popup', async () => {
    await tagSelection(EARLY);
    expect(refuseInPopup).toHaveBeenCalledWith(EARLY, 'no-access');
    expect(asked('read')).toEqual([]);
  });

  it('is told of by the popup itself, where the button there was pressed', async () => {
    expect(await tagFromPopup(EARLY)).toBe('no-access');
    expect(refuseInPopup).not.toHaveBeenCalled();
  });

  it('has no selection', async () => {
    expect(await readSelection(EARLY)).toBeNull();
  });
});

describe('a page that does not answer', () => {
  const nobodyAnswers = () => void vi.mocked(ask).mockResolvedValue(undefined);
  const WAYS = [
    ['lets nobody in for being busy', () => void vi.mocked(reach).mockResolvedValue('no-answer')],
    ['does not say where the selection is', nobodyAnswers],
    [
      'shows nothing of what was read',
      () => {
        shows = undefined;
      },
    ],
    [
      'shows no evidence where the caret stands',
      () => {
        reads = { ok: false, why: 'nothing-selected', here: { ids: ['one'], box: null } };
        shows = undefined;
      },
    ],
    [
      'neither reads nor says so',
      () => {
        reads = undefined;
        shows = undefined;
      },
    ],
  ] as const;

  it.each(WAYS)('is told of in the popup where it %s', async (_, busy) => {
    busy();
    await tagSelection(EARLY);
    expect(vi.mocked(refuseInPopup).mock.calls).toEqual([[EARLY, 'no-answer']]);
  });

  it.each(WAYS)('is told of by the popup itself where it %s', async (_, busy) => {
    busy();
    expect(await tagFromPopup(EARLY)).toBe('no-answer');
    expect(refuseInPopup).not.toHaveBeenCalled();
  });

  it.each([
    ['has not been reached', () => void vi.mocked(reach).mockResolvedValue('no-answer')],
    [
      'is not read',
      () => {
        reads = undefined;
      },
    ],
  ])('is not taken for one without a selection where it %s', async (_, busy) => {
    busy();
    expect(await readSelection(EARLY)).toEqual({ ok: false, why: 'no-answer' });
  });
});

it('tells nobody where the tab has gone meanwhile, and fails for nobody', async () => {
  get.mockRejectedValue(new Error('No tab with id: 3'));
  vi.mocked(refuseInPopup).mockRejectedValue(new Error('No tab with id: 3'));
  await tagSelection(EARLY);
  expect(asked('show')).toEqual([]);
});

it.each([
  ['only in frames inside', [{ frameId: 7 }], {}],
  ['where no picker can be shown', [{ frameId: 0 }], { takesPicker: false }],
])('counts as closed a page that lets Rung in %s', async (_, frames, probed) => {
  vi.mocked(reach).mockResolvedValue(frames);
  says = probed;
  await tagSelection(EARLY);
  expect(refuseInPopup).toHaveBeenCalledWith(EARLY, 'no-access');
  expect(asked('show')).toEqual([]);
});

it('reads in the frame inside that has the keyboard, and shows the picker around it', async () => {
  vi.mocked(reach).mockResolvedValue([{ frameId: 0 }, { frameId: 7 }]);
  vi.mocked(ask).mockImplementation(async (_tab, frameId, { type }) => {
    if (type === 'read') return { ok: true, draft: {} as Draft, box: null };
    const inside = frameId === 7;
    const here = { focused: inside, isUserHere: inside, hasSelection: inside };
    const probe = { isTop: !inside, takesPicker: true, ...here };
    return type === 'probe' ? probe : true;
  });
  await tagSelection(EARLY);
  const frames = vi.mocked(ask).mock.calls.map(([, frame, { type }]) => `${type} ${frame}`);
  expect(frames).toEqual(['probe 0', 'probe 7', 'read 7', 'show 0']);
});

it('tags from the popup, whoever has the keyboard', async () => {
  says = { focused: false };
  expect(await tagFromPopup(EARLY)).toBeNull();
  expect(asked('show')).toMatchObject([{ request: { view: 'tag' } }]);
});

it('reads what is selected without showing anything', async () => {
  expect(await readSelection(EARLY)).toEqual(reads);
  expect(asked('show')).toEqual([]);
});

it('shows evidence beside its passage in the page around all frames', async () => {
  const box = { x: 1, y: 2, width: 3, height: 4 };
  const hover = { to: 'background', type: 'hover', ids: ['one'], box, near: [] } as const;
  await showHover(EARLY, hover);
  await showHover(EARLY, { ...hover, still: true });
  const request = { view: 'evidence', ids: ['one'] };
  const question = { to: 'tagger', type: 'show', request, box, near: [] };
  expect(vi.mocked(ask).mock.calls).toEqual([
    [EARLY.id, 0, question],
    [EARLY.id, 0, { ...question, request: { ...request, still: true } }],
  ]);
});

describe('once the picker has gone', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('waits until the frame that is read has the keyboard back', async () => {
    const gone = { unreachable: 'frame-closed' };
    says = gone;
    const tagging = tagAgain(EARLY);
    await vi.advanceTimersByTimeAsync(150);
    expect(asked('show')).toEqual([]);
    says = {};
    await vi.runAllTimersAsync();
    await tagging;
    expect(asked('show')).toMatchObject([{ request: { view: 'tag' } }]);
  });

  it('waits for nothing where the frame has it already', async () => {
    await tagAgain(EARLY);
    expect(asked('show')).toMatchObject([{ request: { view: 'tag' } }]);
  });

  it('says in the popup that the page lets nobody in any more', async () => {
    vi.mocked(reach).mockResolvedValue('no-access');
    const tagging = tagAgain(EARLY);
    await vi.runAllTimersAsync();
    await tagging;
    expect(refuseInPopup).toHaveBeenCalledWith(EARLY, 'no-access');
  });

  it('says in the end that nobody can look into where the keyboard is', async () => {
    says = { unreachable: 'frame-closed' };
    const tagging = tagAgain(EARLY);
    await vi.runAllTimersAsync();
    await tagging;
    expect(asked('show')).toMatchObject([{ request: { view: 'refused', why: 'frame-closed' } }]);
  });
});
