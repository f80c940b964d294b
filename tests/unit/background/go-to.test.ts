import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { documentKey } from '../../../data/document-key';
import { keyOf } from '../../../data/evidence/keys';
import { ask } from '../../../entrypoints/background/ask';
import { goTo } from '../../../entrypoints/background/go-to';
import { inject } from '../../../entrypoints/background/inject';
import { seededRecord } from '../../e2e/harness/seed';

vi.mock('../../../entrypoints/background/ask');
vi.mock('../../../entrypoints/background/inject');

const evidence = seededRecord(0);
const url = evidence.target.source;

const query = vi.fn();
/** Whether the user has allowed the site. */
let allowed = false;
/** How often the page was asked until now. */
const asked = () => vi.mocked(ask).mock.calls.length;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetAllMocks();
  Object.assign(browser.tabs, {
    query,
    get: vi.fn(async () => ({ status: 'complete' })),
    update: vi.fn(async () => {}),
    create: vi.fn(async () => ({ id: 7 })),
  });
  Object.assign(browser.windows, {
    update: vi.fn(async () => {}),
    getLastFocused: async () => ({ id: 2 }),
  });
  Object.assign(browser, { permissions: { contains: async () => allowed } });
  allowed = false;
  await browser.storage.local.set({ [keyOf(evidence)]: evidence });
  vi.mocked(inject).mockResolvedValue([{ frameId: 0 }]);
});
afterEach(() => vi.useRealTimers());

/** Goes to the passage, where the page answers so. */
async function arrive(answer: (sure: boolean) => boolean) {
  vi.mocked(ask).mockImplementation(async (_tab, _frame, question) =>
    answer('sure' in question && question.sure === true),
  );
  const arrival = goTo(evidence.id);
  await vi.runAllTimersAsync();
  return arrival;
}

it('asks the page of an open tab once', async () => {
  query.mockResolvedValue([{ id: 3, url, status: 'complete', discarded: false }]);
  expect(await arrive(() => false)).toBe('not-found');
  expect(asked()).toBe(2);
});

it.each([
  ['sleeps', { status: 'unloaded', discarded: true }],
  ['sleeps in Firefox', { status: 'complete', discarded: true }],
  ['is still loading', { status: 'loading', discarded: false }],
])('is patient with a tab that %s', async (_what, state) => {
  query.mockResolvedValue([{ id: 3, url, ...state }]);
  expect(await arrive((sure) => sure && asked() > 5)).toBe('there');
});

it('takes no doubtful place in a new page before it had two seconds to render', async () => {
  query.mockResolvedValue([]);
  const start = Date.now();
  let doubted = 0;
  const arrival = await arrive((sure) => {
    if (!sure) doubted ||= Date.now() - start;
    return !sure;
  });
  expect(arrival).toBe('there');
  expect(doubted).toBeGreaterThan(2_000);
  expect(doubted).toBeLessThan(3_000);
});

it('takes the sure place that is rendered meanwhile', async () => {
  query.mockResolvedValue([]);
  expect(await arrive((sure) => !sure || asked() > 4)).toBe('there');
  expect(vi.mocked(ask).mock.lastCall?.[2]).toMatchObject({ type: 'go-to', sure: true });
});

it('asks a page in the end that never says it has loaded', async () => {
  query.mockResolvedValue([{ id: 3, url, status: 'loading', discarded: false }]);
  vi.mocked(browser.tabs.get).mockResolvedValue({ status: 'loading' } as never);
  expect(await arrive((sure) => sure)).toBe('there');
});

it.each([
  ['page', '#:~:text='],
  ['field', undefined],
  ['google-docs', undefined],
  ['pasted', undefined],
] as const)(
  'lets the browser look for a passage only where it can: %s',
  async (surface, search) => {
    const target = { ...evidence.target, surface };
    await browser.storage.local.set({ [keyOf(evidence)]: { ...evidence, target } });
    query.mockResolvedValue([]);
    await arrive(() => true);
    const [{ url: opened } = { url: '' }] = vi.mocked(browser.tabs.create).mock.lastCall ?? [];
    expect(opened).toEqual(search ? expect.stringContaining(search) : url);
  },
);

it.each([
  ['on another machine', 'file://server/review.html', 'not-opened'],
  ['of a page that made it', 'blob:https://example.com/0b5c', 'not-opened'],
  ['that is no page, as the passage was pasted', '', 'no-page'],
])('opens no document %s, and says which it is', async (_, source, arrival) => {
  const target = { ...evidence.target, source };
  await browser.storage.local.set({ [keyOf(evidence)]: { ...evidence, target } });
  query.mockResolvedValue([]);
  expect(await arrive(() => true)).toBe(arrival);
  expect(browser.tabs.create).not.toHaveBeenCalled();
});

it.each([
  ['on another machine', 'file://server/review.html'],
  ['of a page that made it', 'blob:https://example.com/0b5c'],
])('goes to a document %s that the user has opened', async (_, source) => {
  const target = { ...evidence.target, source, document: documentKey(source) };
  await browser.storage.local.set({ [keyOf(evidence)]: { ...evidence, target } });
  query.mockResolvedValue([{ id: 3, url: source, status: 'complete', discarded: false }]);
  expect(await arrive(() => true)).toBe('there');
  expect(browser.tabs.create).not.toHaveBeenCalled();
});

it('says that evidence was deleted meanwhile', async () => {
  await browser.storage.local.remove(keyOf(evidence));
  expect(await arrive(() => true)).toBe('deleted');
});

it('says so where the browser opens no such document', async () => {
  query.mockResolvedValue([]);
  const refusal = new Error('Illegal URL: file:///home/ada/review.html');
  vi.mocked(browser.tabs.create).mockRejectedValue(refusal);
  expect(await arrive(() => false)).toBe('not-opened');
});

it.each([
  ['while it loads', [{ frameId: 0 }], 'loading'],
  ['while it is looked into', null, 'complete'],
])('says so where the document is closed %s', async (_when, frames, status) => {
  query.mockResolvedValue([]);
  vi.mocked(inject).mockResolvedValue(frames);
  vi.mocked(browser.tabs.get)
    .mockResolvedValueOnce({ status } as never)
    .mockRejectedValue(new Error('No tab with id: 7.'));
  expect(await arrive(() => false)).toBe('closed');
});

it('says so where nothing stored can be read', async () => {
  vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('IO error'));
  expect(await arrive(() => true)).toBe('unread');
});

it.each([
  ['where Rung may not look, has the browser find the words', false, /#:~:text=/],
  ['where it may, keeps them out of the browser’s history', true, /^[^#]*$/],
])('opens a page: %s', async (_, isAllowed, address) => {
  allowed = isAllowed;
  query.mockResolvedValue([]);
  await arrive(() => true);
  const [{ url: opened }] = vi.mocked(browser.tabs.create).mock.lastCall ?? [{}];
  expect(opened).toMatch(address);
});

it('takes another tab of the same document for another text', async () => {
  const address = (tab: string) => `https://docs.google.com/document/d/1review/edit?tab=${tab}`;
  const source = address('t.1');
  const target = { ...evidence.target, source, document: documentKey(source) };
  const inTab = { ...evidence, id: 'in-tab', target };
  await browser.storage.local.set({ [keyOf(inTab)]: inTab });
  query.mockResolvedValue([{ id: 3, url: address('t.0'), status: 'complete', discarded: false }]);
  vi.mocked(ask).mockResolvedValue(true as never);
  const arrival = goTo('in-tab');
  await vi.runAllTimersAsync();
  expect(await arrival).toBe('there');
  expect(browser.tabs.create).toHaveBeenCalledOnce();
});

it('goes to the tab in front of the user where the document is open in several', async () => {
  const tab = { url, status: 'complete', discarded: false, active: false };
  query.mockResolvedValue([
    { ...tab, id: 3, windowId: 1, active: true },
    { ...tab, id: 4, windowId: 2 },
    { ...tab, id: 5, windowId: 2, active: true },
  ]);
  expect(await arrive(() => true)).toBe('there');
  expect(browser.tabs.update).toHaveBeenCalledWith(5, { active: true });

  query.mockResolvedValue([
    { ...tab, id: 3, windowId: 1, discarded: true },
    { ...tab, id: 4, windowId: 3 },
  ]);
  expect(await arrive(() => true)).toBe('there');
  expect(browser.tabs.update).toHaveBeenLastCalledWith(4, { active: true });
});

it('brings the tab and its window to the front', async () => {
  query.mockResolvedValue([{ id: 3, windowId: 2, url, status: 'complete', discarded: false }]);
  expect(await arrive(() => true)).toBe('there');
  expect(browser.tabs.update).toHaveBeenCalledWith(3, { active: true });
  expect(browser.windows.update).toHaveBeenCalledWith(2, { focused: true });
  expect(browser.tabs.create).not.toHaveBeenCalled();
});

it.each([
  ['in a new tab', [], 'opened'],
  ['where it is open', [{ id: 3, url, status: 'complete', discarded: false }], 'no-access'],
])('says that the page may not be looked into, %s', async (_, tabs, arrival) => {
  query.mockResolvedValue(tabs);
  vi.mocked(inject).mockResolvedValue(null);
  expect(await arrive(() => true)).toBe(arrival);
  expect(ask).not.toHaveBeenCalled();
});

it('takes a doubtful place in one frame only after it asked every frame for a sure one', async () => {
  query.mockResolvedValue([{ id: 3, url, status: 'complete', discarded: false }]);
  vi.mocked(inject).mockResolvedValue([{ frameId: 0 }, { frameId: 7 }]);
  let sureFrame: number | null = 7;
  vi.mocked(ask).mockImplementation(async (_tab, frameId, question) =>
    'sure' in question && question.sure ? frameId === sureFrame : true,
  );
  expect(await goTo(evidence.id)).toBe('there');
  expect(vi.mocked(ask).mock.lastCall).toMatchObject([3, 7, { sure: true }]);
  sureFrame = null;
  expect(await goTo(evidence.id)).toBe('there');
  expect(vi.mocked(ask).mock.lastCall).toMatchObject([3, 0, { sure: false }]);
});
