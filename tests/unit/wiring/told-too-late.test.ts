// @vitest-environment happy-dom
import { h } from 'preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { SiteSwitch } from '../../../entrypoints/wiring/site/SiteSwitch';
import { useToldTooLate } from '../../../entrypoints/wiring/site/use-told-too-late';
import { draw, event, later, mounted, settled, wordsByKey } from '../support/mounted';

const DOC = 'https://docs.google.com/document/u/1/d/abc/edit';

/** Whether the page of a tab was told in time. */
let told: Map<number, unknown>;
let onUpdated: ReturnType<typeof event<[number, { status?: string }]>>;
const executeScript = vi.fn();

beforeEach(() => {
  told = new Map();
  onUpdated = event();
  executeScript.mockReset();
  executeScript.mockImplementation(async ({ target }) => [{ result: told.get(target.tabId) }]);
  Object.assign(browser.tabs, { onUpdated });
  Object.assign(browser, { scripting: { executeScript } });
});

interface Given {
  tabId: number | undefined;
  url: string | null;
  allowed: boolean;
}

const open = (given: Given) =>
  mounted(({ allowed, ...tab }: Given) => useToldTooLate(tab, allowed), given);

it('says of an allowed document whether its page was told in time', async () => {
  told.set(7, false).set(8, true);
  const view = await open({ tabId: 7, url: DOC, allowed: true });
  expect(view.now).toBe(true);
  await view.give({ tabId: 8, url: DOC, allowed: true });
  expect(view.now).toBe(false);
  await view.end();
});

it('is said beside the switch, and the button for it is not read out with that', async () => {
  wordsByKey();
  told.set(7, false);
  const contains = async () => true;
  Object.assign(browser, { permissions: { onAdded: event(), onRemoved: event(), contains } });
  const place = document.createElement('div');
  await draw(h(SiteSwitch, { tabId: 7, url: DOC }), place);
  await settled();
  const status = place.querySelector('[role=status]');
  expect(status?.textContent).toBe('page_reloadFirst');
  expect(status?.querySelector('button')).toBeNull();
  expect(place.querySelector('button')?.textContent).toBe('page_reload');
  await draw(null, place);
});

it.each<[string, Given]>([
  ['a site that is not allowed', { tabId: 7, url: DOC, allowed: false }],
  ['another site', { tabId: 7, url: 'https://example.com/document/d/abc', allowed: true }],
  [
    'the list of documents',
    { tabId: 7, url: 'https://docs.google.com/document/u/0/', allowed: true },
  ],
  ['a tab that is not known', { tabId: undefined, url: DOC, allowed: true }],
  ['an address that is not known', { tabId: 7, url: null, allowed: true }],
])('leaves alone %s', async (_, given) => {
  told.set(7, false);
  const view = await open(given);
  expect(view.now).toBe(false);
  expect(executeScript).not.toHaveBeenCalled();
  await view.end();
});

it('says nothing of a page that does not tell', async () => {
  executeScript.mockRejectedValue(new Error('Cannot access contents of the page.'));
  const view = await open({ tabId: 7, url: DOC, allowed: true });
  expect(view.now).toBe(false);
  await view.end();
});

it('looks again once the tab was loaded anew, and says nothing meanwhile', async () => {
  told.set(7, false);
  const view = await open({ tabId: 7, url: DOC, allowed: true });
  onUpdated.happens(8, { status: 'loading' });
  await settled();
  expect(view.now).toBe(true);
  onUpdated.happens(7, { status: 'loading' });
  await settled();
  expect(view.now).toBe(false);
  onUpdated.happens(7, { status: 'complete' });
  await settled();
  expect(view.now).toBe(true);
  told.set(7, true);
  onUpdated.happens(7, { status: 'complete' });
  await settled();
  expect(view.now).toBe(false);
  await view.end();
});

it('does not hear what was asked before the page was loaded anew', async () => {
  const { promise, keep } = later<unknown>();
  executeScript.mockReturnValueOnce(promise);
  const view = await open({ tabId: 7, url: DOC, allowed: true });
  onUpdated.happens(7, { status: 'loading' });
  keep([{ result: false }]);
  await settled();
  expect(view.now).toBe(false);
  await view.end();
});
