import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { documentKey } from '../../data/document-key';
import type { InChromium } from './harness/chromium';
import { pickerFrame, pickerGone } from './harness/picker';
import { selectText } from './harness/select';
import type { Site } from './harness/serve';
import { saveInPicker } from './harness/steps';
import { paintedIn } from './harness/tagger';
import { closeViews } from './support/afresh';
import { PASSAGE, page, paragraphs, REVIEW, storeEvidence } from './support/kept-review';
import { shareChromium } from './support/shared-chromium';
import { tagIn } from './support/start-tagging';
import { oneStored } from './support/stored';

const TEAM = 'Reviews of the team';

/** An editor that gives its document an address of its own when it is saved. */
const editor = (body: string) =>
  page(
    `<nav>${TEAM}</nav>${body}<script>
  const save = (change = 'replaceState') => {
    history[change](null, '', '/reviews/12');
    document.title = 'Self-review 2026';
  };
</script>`,
    'Untitled',
  );
const PAGES = {
  '/reviews/new': editor(`<main contenteditable="true">${paragraphs(REVIEW)}</main>`),
  '/framed/new': editor(`<iframe srcdoc="${paragraphs(REVIEW)}"></iframe>`),
  // One document after another, each drawn a moment after the page has its address.
  '/reader/1': page(
    `<nav>${TEAM}</nav><main>${paragraphs(REVIEW)}</main><script>
  const next = () => {
    history.pushState(null, '', '/reader/2');
    setTimeout(() => {
      document.querySelector('main').innerHTML = '<p>The search for a new name went on.</p>';
      document.title = 'Naming';
    }, 500);
  };
</script>`,
  ),
};

/** The page has been looked at again by then, milliseconds, also on a busy machine. */
const LOOKED_MS = 6_000;

let site: Site;
let rung: InChromium;

shareChromium(PAGES, (shared) => {
  ({ site, rung } = shared);
});

async function tag(path: string, painted = [PASSAGE]): Promise<Page> {
  const { page: tab, picker } = await tagIn(rung, site.url(path), PASSAGE);
  await saveInPicker(picker, 'customer');
  await rung.key('Escape');
  await pickerGone(tab);
  await expect.poll(() => paintedIn(tab)).toEqual(painted);
  return tab;
}

async function openEvidence(): Promise<Page> {
  const panel = await rung.sidePanel();
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  return panel;
}

const question = (panel: Page) =>
  panel.getByText('1 piece of evidence stands on this page but is filed under an earlier address.');
const filed = async () => {
  const { source, document, title } = (await oneStored(rung.storage)).target;
  return { source, document, title };
};
const at = (path: string, title: string) => {
  const source = site.url(path);
  return { source, document: documentKey(source), title };
};

it('asks about evidence of a document that got its address with its first save, and moves it', async () => {
  const tab = await tag('/reviews/new');
  const before = at('/reviews/new', 'Untitled');
  const panel = await openEvidence();
  await tab.evaluate('save()');
  await question(panel).waitFor();
  expect(await filed()).toEqual(before);
  expect(await paintedIn(tab)).toEqual([]);

  await panel.getByRole('button', { name: 'Move it here' }).press('Enter');
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
  expect(await filed()).toEqual(at('/reviews/12', 'Self-review 2026'));
  await question(panel).waitFor({ state: 'detached' });
  await panel.getByText('Found on this page').waitFor();
  const focused = panel.locator(':focus');
  expect(await focused.textContent()).toContain('Tag the selection');

  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => paintedIn(tab)).toEqual([]);
  expect(await filed()).toEqual(before);
  await question(panel).waitFor();
});

it('asks once the panel is opened, and no more where it is to be left', async () => {
  const tab = await tag('/reviews/new');
  await tab.evaluate('save()');
  let panel = await openEvidence();
  await question(panel).waitFor();
  await panel.getByRole('button', { name: 'Leave it' }).press('Enter');
  await question(panel).waitFor({ state: 'detached' });
  const focused = () => panel.evaluate(() => document.querySelector('button:focus')?.textContent);
  await expect.poll(focused).toContain('Tag the selection');

  await closeViews(rung);
  panel = await openEvidence();
  await panel.locator('.evidence').waitFor();
  await new Promise((resolve) => setTimeout(resolve, LOOKED_MS));
  expect(await question(panel).count()).toBe(0);
  expect(await filed()).toEqual(at('/reviews/new', 'Untitled'));
});

it('asks about a passage that was read before the first save and tagged after it', async () => {
  const { page: tab, picker } = await tagIn(rung, site.url('/reviews/new'), PASSAGE);
  await tab.evaluate('save()');
  await saveInPicker(picker, 'customer');
  await rung.key('Escape');
  await pickerGone(tab);
  expect(await filed()).toMatchObject({ source: site.url('/reviews/new') });
  const panel = await openEvidence();
  await question(panel).waitFor();
});

it('asks about a passage in a frame that was read before the first save and tagged after it', async () => {
  const tab = await rung.open(site.url('/framed/new'));
  const [, frame] = tab.frames();
  if (!frame) throw new Error('The page has no frame.');
  await selectText(frame, PASSAGE);
  await rung.command('tag');
  const picker = await pickerFrame(tab);
  await tab.evaluate('save()');
  await saveInPicker(picker, 'customer');
  await rung.key('Escape');
  await pickerGone(tab);
  expect(await filed()).toMatchObject({ source: site.url('/framed/new') });
  const panel = await openEvidence();
  await question(panel).waitFor();
});

it('asks nothing where the page goes back to the address from before the move', async () => {
  const tab = await tag('/reviews/new');
  await tab.evaluate("save('pushState')");
  const panel = await openEvidence();
  await panel.getByRole('button', { name: 'Move it here' }).click();
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);

  await tab.evaluate(() => history.back());
  await expect.poll(() => paintedIn(tab)).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, LOOKED_MS));
  expect(await question(panel).count()).toBe(0);
});

it('asks about what stands in a frame, whose page has no address of its own', async () => {
  await storeEvidence(rung.storage, site.url('/framed/new'), PASSAGE);
  const { page: tab } = await tagIn(rung, site.url('/framed/new'), 'Reviews of the team');
  await rung.key('Escape');
  await pickerGone(tab);
  const [, frame] = tab.frames();
  if (!frame) throw new Error('The page has no frame.');
  await expect.poll(() => paintedIn(frame)).toEqual([PASSAGE]);
  const panel = await openEvidence();
  await tab.evaluate('save()');
  await panel.getByRole('button', { name: 'Move it here' }).click();
  await expect.poll(() => filed()).toMatchObject({ source: site.url('/reviews/12') });
  await expect.poll(() => paintedIn(frame)).toEqual([PASSAGE]);
});

it('asks nothing where another document is shown, though some of what was tagged stands in all', async () => {
  const source = site.url('/reader/1');
  await storeEvidence(rung.storage, source, TEAM, { id: 'two', texts: [TEAM, ...REVIEW] });
  const tab = await tag('/reader/1', [TEAM, PASSAGE]);
  const panel = await openEvidence();
  await tab.evaluate('next()');
  await expect.poll(() => paintedIn(tab)).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, LOOKED_MS));
  expect(await question(panel).count()).toBe(0);
});

it('moves nothing where another document came while the question stood there', async () => {
  const tab = await tag('/reviews/new');
  const panel = await openEvidence();
  await tab.evaluate('save()');
  await question(panel).waitFor();
  await tab.evaluate(() => document.querySelector('main')?.replaceChildren('Nothing of it.'));
  await panel.getByRole('button', { name: 'Move it here' }).click();
  await panel.getByText("this evidence isn't on it any more").waitFor();
  await question(panel).waitFor({ state: 'detached' });
  expect(await filed()).toEqual(at('/reviews/new', 'Untitled'));
});
