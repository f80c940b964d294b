import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import type { InChromium } from './harness/chromium';
import { seedEvidence } from './harness/seed';
import { selectText } from './harness/select';
import type { Site } from './harness/serve';
import { PASSAGE, page as pageOf, paragraphs, REVIEW, storeEvidence } from './support/kept-review';
import { shareChromium } from './support/shared-chromium';
import { storedEvidence } from './support/stored';

let rung: InChromium;
let site: Site;
let tab: Page;
let panel: Page;

shareChromium({ '/review': pageOf(paragraphs(REVIEW)) }, (shared) => {
  ({ rung, site } = shared);
});

beforeEach(async () => {
  await seedEvidence(rung.storage, 2);
  await storeEvidence(rung.storage, site.url('/review'), REVIEW[4] ?? '');
  tab = await rung.open(site.url('/review'));
  await rung.clickIcon(tab);
  await rung.key('Escape');
  panel = await rung.sidePanel();
  await panel.getByRole('tab', { name: 'Evidence' }).click();
});

/** Deletes the newest piece of evidence, and puts away what is said of that. */
async function deleteOne(): Promise<void> {
  await panel.getByRole('button', { name: 'Delete', exact: true }).first().click();
  await panel.getByText('Deleted', { exact: true }).waitFor();
  await panel.locator('.toast').getByRole('button', { name: 'Close' }).click();
  await panel.locator('.toast').waitFor({ state: 'detached' });
}

const standing = () => panel.locator('.standing').textContent();
/** As the keys that undo, in the panel and in no field of it. */
async function pressUndo(): Promise<void> {
  await panel.evaluate(() => (document.activeElement as HTMLElement).blur());
  await panel.keyboard.press('Control+z');
}

it('the keys that undo take back the level that was chosen last, and not what was deleted before', async () => {
  await deleteOne();
  await panel.getByTitle('Change ladder or level').click();
  await panel.getByRole('radio', { name: 'Webflow PM' }).check();
  await panel.getByRole('radio', { name: 'PM4' }).check();
  await panel.getByRole('button', { name: 'Use PM4' }).click();
  await panel.getByText('Now on Webflow PM, level PM4').waitFor();
  await expect.poll(standing).toMatch(/PM4\s*Webflow PM/);

  await pressUndo();
  await expect.poll(standing).toMatch(/Senior PM\s*Intercom PM/);
  expect(await storedEvidence(rung.storage)).toHaveLength(2);
  await pressUndo();
  expect(await storedEvidence(rung.storage)).toHaveLength(2);
});

it('they bring nothing back after evidence was shown on the page and hidden', async () => {
  await storeEvidence(rung.storage, site.url('/review'), PASSAGE, { id: 'two' });
  await deleteOne();
  await panel.getByRole('button', { name: 'Show on the page' }).click();
  await panel.getByRole('button', { name: 'Hide on the page' }).click();
  await panel.getByRole('button', { name: 'Show on the page' }).waitFor();
  const before = await storedEvidence(rung.storage);
  await pressUndo();
  // What is undone so late is said.
  expect(await panel.getByText('Undone').count()).toBe(0);
  expect(await storedEvidence(rung.storage)).toEqual(before);
});

it('nor after a passage was tagged', async () => {
  await deleteOne();
  await selectText(tab, PASSAGE);
  await panel.getByRole('button', { name: 'Tag the selection' }).click();
  await panel.getByRole('button', { name: /^Tag as/ }).click();
  await panel.locator('.saved').getByRole('button', { name: 'Close' }).click();
  await panel.locator('.saved').waitFor({ state: 'detached' });
  expect(await storedEvidence(rung.storage)).toHaveLength(3);
  await pressUndo();
  expect(await panel.getByText('Undone').count()).toBe(0);
  expect(await storedEvidence(rung.storage)).toHaveLength(3);
});

it('a level that was chosen in the popup can be taken back there', async () => {
  const popup = await rung.popup();
  await popup.getByTitle('Change ladder or level').click();
  await popup.getByRole('button', { name: 'In use: Senior PM' }).waitFor();
  await popup.getByRole('radio', { name: 'Staff PM' }).check();
  await popup.getByRole('button', { name: 'Use Staff PM' }).click();
  await popup.getByRole('button', { name: 'Undo: Now on Intercom PM, level Staff PM' }).click();
  await expect.poll(() => popup.locator('.standing').textContent()).toMatch(/^Senior PM/);
});
