// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { useFrontPage } from '../../../entrypoints/wiring/site/front-page';
import { mounted } from '../support/mounted';

async function inFront(query: () => Promise<unknown[]>) {
  Object.assign(browser.tabs, { query });
  return (await mounted(useFrontPage, undefined)).now;
}

const tab = { id: 3, url: 'https://docs.example/review', title: 'Review' };

it('is the page in the active tab', async () => {
  const { id: tabId, url, title } = tab;
  expect(await inFront(async () => [tab])).toEqual({ url, title, tabId, known: true });
});

it.each([
  ['the browser does not say it', () => Promise.reject(new Error('No window'))],
  ['there is no tab', async () => []],
])('is known to be none where %s', async (_, query) => {
  expect(await inFront(query)).toEqual({ url: '', title: '', tabId: undefined, known: true });
});
