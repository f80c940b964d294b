import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { documentKey } from '../../data/document-key';
import type { InChromium } from './harness/chromium';
import { pickerFrame, pickerGone } from './harness/picker';
import { selectText } from './harness/select';
import type { Site } from './harness/serve';
import { saveInPicker } from './harness/steps';
import { paintedIn } from './harness/tagger';
import { PASSAGE, page, paragraphs, REVIEW } from './support/kept-review';
import { allowBySwitch, forgetSites } from './support/permission';
import { shareChromium } from './support/shared-chromium';
import { oneStored } from './support/stored';
import { notedIn } from './support/worlds';

const SAVED = page(`<h1>Self-review</h1>${paragraphs(REVIEW)}`, 'Self-review 2026');
const textarea = `<textarea name="text" rows="12" cols="60">${REVIEW.join('\n\n')}</textarea>`;
const PAGES = {
  '/reviews/new': page(
    `<form method="post" action="/reviews">${textarea}<button>Save</button></form>`,
  ),
  // What a form is sent to answers with where the document is now.
  '/reviews': { status: 303, headers: { location: '/reviews/12' }, body: '' },
  '/reviews/12': SAVED,
  '/reviews/12/edit': page(`<form method="post" action="/reviews">${textarea}</form>`),
  '/wiki/new': page(`<main contenteditable="true">${paragraphs(REVIEW)}</main>
    <button onclick="location.replace('/reviews/12')">Save</button>`),
  '/team': page(`<h1>The team's year</h1><p>From a colleague's review: “${PASSAGE}”, and so it went
    on. Nobody else has seen as much of it.</p>`),
};

/** The page has been looked at again by then, milliseconds, also on a busy machine. */
const LOOKED_MS = 6_000;

let site: Site;
let rung: InChromium;

shareChromium(PAGES, (shared) => {
  ({ site, rung } = shared);
});
afterEach(() => forgetSites(rung));

const SWITCH = 'Always show my evidence on 127.0.0.1';
const LOOK = 'Look for evidence from before this page was saved';

async function openEvidence(): Promise<Page> {
  const panel = await rung.sidePanel();
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  return panel;
}

async function allow(panel: Page): Promise<void> {
  await allowBySwitch(rung, panel, panel.getByRole('checkbox', { name: SWITCH }));
}

/** Selects the passage where it is written. */
function selectInField(tab: Page): Promise<void> {
  return tab.evaluate((passage) => {
    const field = document.querySelector('textarea');
    const start = field?.value.indexOf(passage) ?? -1;
    field?.focus();
    field?.setSelectionRange(start, start + passage.length);
  }, PASSAGE);
}

/** Tags the passage in the page at a path, with real keys. */
async function tag(path: string): Promise<Page> {
  const tab = await rung.open(site.url(path));
  if (await tab.$('textarea')) await selectInField(tab);
  else await selectText(tab, PASSAGE);
  await rung.command('tag');
  await saveInPicker(await pickerFrame(tab), 'customer');
  await rung.key('Escape');
  await pickerGone(tab);
  await oneStored(rung.storage);
  return tab;
}

async function save(tab: Page): Promise<void> {
  await tab.getByRole('button', { name: 'Save' }).click();
  await tab.waitForURL(site.url('/reviews/12'));
}

const question = (panel: Page) =>
  panel.getByText('1 piece of evidence stands on this page but is filed under an earlier address.');
const filedUnder = async () => (await oneStored(rung.storage)).target;
const at = (path: string) => ({ source: site.url(path), document: documentKey(site.url(path)) });

describe('on a site that is allowed', () => {
  it('asks about what was tagged in a form that the page was sent from, and moves it', async () => {
    const tab = await tag('/reviews/new');
    const panel = await openEvidence();
    await allow(panel);
    await tab.bringToFront();
    await save(tab);
    await question(panel).waitFor();
    expect(await filedUnder()).toMatchObject(at('/reviews/new'));
    expect(await panel.getByRole('button', { name: LOOK }).count()).toBe(0);

    await panel.getByRole('button', { name: 'Move it here' }).press('Enter');
    await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
    expect(await filedUnder()).toMatchObject({ ...at('/reviews/12'), title: 'Self-review 2026' });
    await question(panel).waitFor({ state: 'detached' });

    await panel.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(filedUnder).toMatchObject({ ...at('/reviews/new'), title: 'Self-review' });
    await question(panel).waitFor();

    await tab.goBack();
    await tab.waitForURL(site.url('/reviews/new'));
    await panel.getByText('Found on this page').waitFor();
    await new Promise((resolve) => setTimeout(resolve, LOOKED_MS));
    expect(await question(panel).count()).toBe(0);
  });

  it('asks where the page was replaced, and not once it is to be left, though it comes again', async () => {
    const tab = await tag('/wiki/new');
    const panel = await openEvidence();
    await allow(panel);
    await tab.bringToFront();
    await save(tab);
    await panel.getByRole('button', { name: 'Leave it' }).click();
    await question(panel).waitFor({ state: 'detached' });
    await tab.reload();
    await new Promise((resolve) => setTimeout(resolve, LOOKED_MS));
    expect(await question(panel).count()).toBe(0);
    expect(await filedUnder()).toMatchObject(at('/wiki/new'));
  });

  it('asks nothing about another document that quotes the passage', async () => {
    const tab = await tag('/reviews/new');
    const panel = await openEvidence();
    await allow(panel);
    await tab.goto(site.url('/team'));
    await new Promise((resolve) => setTimeout(resolve, LOOKED_MS));
    expect(await question(panel).count()).toBe(0);
    // The document comes afterwards all the same.
    await tab.goto(site.url('/reviews/12'));
    await question(panel).waitFor();
  });

  it('asks nothing where a document that was read is opened to be edited', async () => {
    const tab = await tag('/reviews/12');
    const panel = await openEvidence();
    await allow(panel);
    await tab.goto(site.url('/reviews/12/edit'));
    await new Promise((resolve) => setTimeout(resolve, LOOKED_MS));
    expect(await question(panel).count()).toBe(0);
  });

  it('asks about what was tagged in the form that edits a document, once that is saved', async () => {
    const tab = await tag('/reviews/12/edit');
    const panel = await openEvidence();
    await allow(panel);
    await tab.goto(site.url('/reviews/12'));
    await question(panel).waitFor();
  });

  it('asks nothing in another tab', async () => {
    await tag('/reviews/new');
    await allow(await openEvidence());
    const other = await rung.context.newPage();
    await other.goto(site.url('/reviews/12'));
    await other.bringToFront();
    const panel = await rung.view('/sidepanel.html');
    await panel.getByText('Self-review 2026').first().waitFor();
    await new Promise((resolve) => setTimeout(resolve, LOOKED_MS));
    expect(await question(panel).count()).toBe(0);
  });
});

describe('on any other site', () => {
  it('looks into the page that came only once it is asked to, and then asks', async () => {
    const tab = await tag('/reviews/new');
    const panel = await openEvidence();
    await tab.bringToFront();
    await save(tab);
    const look = panel.getByRole('button', { name: LOOK });
    await look.waitFor();
    await new Promise((resolve) => setTimeout(resolve, LOOKED_MS));
    expect([await notedIn(tab), await question(panel).count()]).toEqual([[], 0]);

    await look.press('Enter');
    await question(panel).waitFor();
    expect(await notedIn(tab)).toHaveLength(1);
    const focused = () => panel.evaluate(() => document.querySelector('button:focus')?.textContent);
    await expect.poll(focused).toContain('Move it here');
    await panel.keyboard.press('Enter');
    await expect.poll(filedUnder).toMatchObject(at('/reviews/12'));
    await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
  });

  it('says where nothing of it stands on the page, and offers to look no more', async () => {
    const tab = await tag('/reviews/new');
    const panel = await openEvidence();
    await tab.goto(site.url('/team'));
    await panel.getByRole('button', { name: LOOK }).click();
    await panel
      .getByText("What you tagged in this tab before doesn't stand on this page.")
      .waitFor();
    expect(await panel.getByRole('button', { name: LOOK }).count()).toBe(0);
    expect(await filedUnder()).toMatchObject(at('/reviews/new'));
  });

  it('asks where the shortcut was pressed on the page that came', async () => {
    const tab = await tag('/reviews/new');
    await tab.bringToFront();
    await save(tab);
    await selectText(tab, 'Self-review');
    await rung.command('tag');
    await pickerFrame(tab);
    await rung.key('Escape');
    await pickerGone(tab);
    const panel = await openEvidence();
    await question(panel).waitFor();
  });
});
