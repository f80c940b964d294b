import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildFolder, FIREFOX_BUILD } from './harness/builds';
import { type InFirefox, launchFirefox } from './harness/firefox';
import { pickerShown } from './harness/picker';
import { selectText } from './harness/select';
import { type Site, serve } from './harness/serve';
import { SETTLED } from './support/afresh';
import { PASSAGE, page, paragraphs, REVIEW } from './support/kept-review';

let site: Site;
let rung: InFirefox;

beforeAll(async () => {
  site = await serve({ '/': page(paragraphs(REVIEW)) });
  rung = await launchFirefox();
  await rung.storage.set(SETTLED);
});
afterAll(async () => {
  await rung?.close();
  await site?.close();
});

/** What stands beside the page's own head and body, and whether it is seen. */
const beside = (tab: Page) =>
  tab.evaluate(() =>
    [...document.documentElement.children]
      .filter(({ localName }) => localName !== 'head' && localName !== 'body')
      .map((one) => (one.getClientRects().length > 0 ? 'seen' : 'not seen')),
  );

it('takes an open picker away with the version that showed it, and shows a new one alone', async () => {
  const tab = await rung.open(site.url());
  await selectText(tab, PASSAGE);
  await rung.command('tag');
  await pickerShown(tab);
  await expect.poll(() => beside(tab)).toEqual(['seen']);

  await rung.browser.installExtension(resolve(buildFolder(FIREFOX_BUILD)));
  await expect.poll(() => beside(tab)).toEqual(['not seen']);

  await tab.bringToFront();
  await selectText(tab, PASSAGE);
  // The page that asks for the shortcut went with the version before.
  await rung.key('Alt+Shift+K');
  await expect.poll(() => beside(tab)).toEqual(['seen']);
});
