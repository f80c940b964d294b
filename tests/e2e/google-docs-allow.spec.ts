import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import {
  type DocsInChromium,
  docsInChromium,
  drawnBoxes,
  storeEvidence,
} from './harness/google-docs';
import { closeViews, SETTLED } from './support/afresh';
import { allowedSites, answerBrowser, forgetSites } from './support/permission';

const PASSAGE = 'cut the time to a first report from nine days to two, and the share of new';
const ALWAYS = 'Always show my evidence on docs.google.com';
const AFTER_RELOAD = 'after a reload';
const PATIENTLY = { timeout: 10_000 };

let docs: DocsInChromium;

beforeAll(async () => {
  docs = await docsInChromium(false);
});
afterEach(async () => {
  await closeViews(docs.rung);
  await forgetSites(docs.rung);
  await docs.rung.storage.clear();
  await docs.rung.storage.set(SETTLED);
});
afterAll(() => docs?.close());

/** A document with evidence in it, open before the site is allowed. */
async function openDocument() {
  const page = await docs.open();
  await storeEvidence(docs.rung.storage, page, PASSAGE);
  return page;
}

/** Opens the popup with its shortcut, which lets Rung know the page in front. */
async function popupByKey(): Promise<Page> {
  await docs.rung.command('_execute_action');
  return docs.rung.view('/popup.html');
}

it('says so in the next popup where it was allowed from a popup, which the question closes', async () => {
  const { rung } = docs;
  const page = await openDocument();
  const first = await popupByKey();
  await first.getByRole('checkbox', { name: ALWAYS }).click();
  await answerBrowser(rung, first, 'allow');
  await expect.poll(() => allowedSites(rung), PATIENTLY).toEqual(['https://docs.google.com/*']);

  await page.bringToFront();
  const second = await popupByKey();
  await second.getByText(AFTER_RELOAD).waitFor();
  await second.getByRole('button', { name: 'Reload' }).click();
  await expect.poll(async () => (await drawnBoxes(page)).length, PATIENTLY).toBeGreaterThan(0);
});

// The browser asks for a site only once.
it('says that a document that is open already has to be loaded anew, and does it', async () => {
  const { rung } = docs;
  const page = await openDocument();
  const panel = await rung.sidePanel();
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  expect(await panel.getByText(AFTER_RELOAD).count()).toBe(0);
  await panel.getByRole('checkbox', { name: ALWAYS }).click();
  await panel.getByText(AFTER_RELOAD).waitFor();
  expect(await allowedSites(rung)).toEqual(['https://docs.google.com/*']);

  await panel.getByRole('button', { name: 'Reload' }).click();
  await expect.poll(async () => (await drawnBoxes(page)).length, PATIENTLY).toBeGreaterThan(0);
  await expect.poll(() => panel.getByText(AFTER_RELOAD).count()).toBe(0);
});
