// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { Notice } from '../../components/common/Toast';
import { useReloadNotice } from '../../entrypoints/sidepanel/use-reload-notice';
import type { Say } from '../../entrypoints/wiring/use-notice';
import { event, mounted, wordsByKey } from './support/mounted';

const DOC = 'https://docs.google.com/document/u/1/d/abc/edit';
const reload = vi.fn(async () => {});

let onUpdated: ReturnType<typeof event<[number, { status?: string }]>>;
let notice: Notice | null;
const say: Say = (next) => {
  notice = typeof next === 'function' ? next(notice) : next;
};

beforeEach(() => {
  vi.clearAllMocks();
  wordsByKey();
  notice = null;
  onUpdated = event();
  Object.assign(browser.tabs, { onUpdated, reload });
});

const open = (tabId: number | undefined, url: string | null) =>
  mounted((page: { tabId: number | undefined; url: string | null }) => useReloadNotice(page, say), {
    tabId,
    url,
  });

it('offers to load the tab anew that was let know too late, and no other', async () => {
  const view = await open(7, DOC);
  view.now();
  notice?.next?.run();
  expect(reload.mock.calls).toEqual([[7]]);
  await view.end();
});

it.each([
  ['another site', 7, 'https://example.com/document/d/abc'],
  ['the list of documents', 7, 'https://docs.google.com/document/u/0/'],
  ['a tab that is not known', undefined, DOC],
  ['an address that is not known', 7, null],
])('offers nothing for %s', async (_, tabId, url) => {
  const view = await open(tabId, url);
  view.now();
  expect(notice).toBeNull();
  await view.end();
});

it('takes the offer back once the tab loads, or another is in front', async () => {
  const view = await open(7, DOC);
  view.now();
  onUpdated.happens(8, { status: 'loading' });
  onUpdated.happens(7, { status: 'complete' });
  expect(notice).not.toBeNull();
  onUpdated.happens(7, { status: 'loading' });
  expect(notice).toBeNull();

  view.now();
  await view.give({ tabId: 8, url: DOC });
  expect(notice).toBeNull();
  await view.end();
});

it('leaves alone what was said since', async () => {
  const view = await open(7, DOC);
  view.now();
  const other = { text: 'Saved.' };
  notice = other;
  onUpdated.happens(7, { status: 'loading' });
  await view.end();
  expect(notice).toBe(other);
});
