import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type InChromium, launchChromium } from './harness/chromium';
import { pickerFrame, pickerGone } from './harness/picker';
import { selectText } from './harness/select';
import { type Site, serve } from './harness/serve';
import { paintedIn } from './harness/tagger';
import { closeViews, startAfresh } from './support/afresh';
import { PASSAGE, page, paragraphs, REVIEW, storeEvidence } from './support/kept-review';
import { answerBrowser, forgetSites } from './support/permission';

const OTHER = 'saying no in fewer words';

let site: Site;
let rung: InChromium;

beforeAll(async () => {
  site = await serve({ '/notes': page(paragraphs(REVIEW)), '/next': page('<p>Another page.</p>') });
  rung = await launchChromium({ keepsPages: true });
});
beforeEach(() => startAfresh(rung));
afterAll(async () => {
  await rung?.close();
  await site?.close();
});

/** Goes to another page, does something there, and comes back to the page as it was left. */
async function leave(tab: Page, meanwhile: () => Promise<unknown>): Promise<void> {
  await tab.evaluate(() => {
    const persisted = new Promise((resolve) =>
      addEventListener('pageshow', (event) => resolve(event.persisted), { once: true }),
    );
    Object.assign(window, { persisted });
  });
  await tab.goto(site.url('/next'));
  await meanwhile();
  await tab.goBack({ waitUntil: 'commit' });
  const persisted = () =>
    tab.evaluate(() => (window as unknown as { persisted: boolean }).persisted);
  expect(await persisted()).toBe(true);
}

it('shows the evidence there is now in a page that is gone back to, and was asked on before', async () => {
  await storeEvidence(rung.storage, site.url('/notes'), PASSAGE);
  const tab = await rung.open(site.url('/notes'));
  await selectText(tab, OTHER);
  await rung.command('tag');
  await pickerFrame(tab);
  await rung.key('Escape');
  await pickerGone(tab);
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);

  await leave(tab, async () => {
    await storeEvidence(rung.storage, site.url('/notes'), OTHER, { id: 'two' });
  });
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE, OTHER].sort());

  await leave(tab, () => rung.storage.clear());
  await expect.poll(() => paintedIn(tab)).toEqual([]);
});

it('shows nothing in a page that is gone back to, if it was to stop showing on its site meanwhile', async () => {
  await storeEvidence(rung.storage, site.url('/notes'), PASSAGE);
  const tab = await rung.open(site.url('/notes'));
  const panel = await rung.sidePanel();
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  await panel.getByRole('checkbox', { name: 'Always show my evidence on 127.0.0.1' }).click();
  await answerBrowser(rung, panel, 'allow');
  // The panel shows again what it has shown, as a gesture lets it.
  await closeViews(rung);
  await tab.reload();
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);

  await leave(tab, () => forgetSites(rung));
  await expect.poll(() => paintedIn(tab)).toEqual([]);
  await tab.evaluate(() => document.body.append('More.'));
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(await paintedIn(tab)).toEqual([]);
});
