import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type InChromium, launchChromium } from './harness/chromium';
import { pickerFrame, pickerGone, pickerShown } from './harness/picker';
import { selectText } from './harness/select';
import { type Site, serve } from './harness/serve';
import { paintedIn } from './harness/tagger';
import { closeViews, startAfresh } from './support/afresh';
import { PASSAGE, page, paragraphs, REVIEW, storeEvidence } from './support/kept-review';
import { middleOf } from './support/mouse';
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

/** Has a gesture let Rung into a page that shows its evidence. */
async function letIn(tab: Page): Promise<void> {
  await selectText(tab, OTHER);
  await rung.command('tag');
  await pickerFrame(tab);
  await rung.key('Escape');
  await pickerGone(tab);
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
}

/** Goes to another page, does something there, and comes back to the page as it was left. */
async function leave(
  tab: Page,
  meanwhile: () => Promise<unknown>,
  next = site.url('/next'),
): Promise<void> {
  await tab.evaluate(() => {
    const persisted = new Promise((resolve) =>
      addEventListener('pageshow', (event) => resolve(event.persisted), { once: true }),
    );
    Object.assign(window, { persisted });
  });
  await tab.goto(next);
  await meanwhile();
  await tab.goBack({ waitUntil: 'commit' });
  const persisted = () =>
    tab.evaluate(() => (window as unknown as { persisted: boolean }).persisted);
  expect(await persisted()).toBe(true);
}

it('shows the evidence there is now in a page that is gone back to, and was asked on before', async () => {
  await storeEvidence(rung.storage, site.url('/notes'), PASSAGE);
  const tab = await rung.open(site.url('/notes'));
  await letIn(tab);

  await leave(tab, async () => {
    await storeEvidence(rung.storage, site.url('/notes'), OTHER, { id: 'two' });
  });
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE, OTHER].sort());

  await leave(tab, () => rung.storage.clear());
  await expect.poll(() => paintedIn(tab)).toEqual([]);
});

it('takes from a page that is gone back to what is deleted there, and shows it again when that is undone', async () => {
  await storeEvidence(rung.storage, site.url('/notes'), PASSAGE);
  const tab = await rung.open(site.url('/notes'));
  await letIn(tab);
  // On the way to another site the browser takes back what the gesture gave.
  await leave(tab, async () => {}, site.elsewhere('/next'));
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);

  await tab.evaluate(() => getSelection()?.removeAllRanges());
  const { x, y } = await middleOf(tab, PASSAGE);
  await tab.mouse.move(x - 9, y);
  await tab.mouse.move(x, y);
  const card = await pickerShown(tab);
  await card.getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => paintedIn(tab)).toEqual([]);
  await card.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
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
