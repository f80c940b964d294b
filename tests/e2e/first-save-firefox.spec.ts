import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { documentKey } from '../../data/document-key';
import { allowSites, buildFolder, FIREFOX_BUILD } from './harness/builds';
import { type InFirefox, launchFirefox } from './harness/firefox';
import { pickerFrame, pickerGone } from './harness/picker';
import { selectText } from './harness/select';
import { type Site, serve } from './harness/serve';
import { paintedIn } from './harness/tagger';
import { until } from './harness/until';
import { SETTLED } from './support/afresh';
import { PASSAGE, page, paragraphs, REVIEW } from './support/kept-review';
import { oneStored } from './support/stored';

const editor = `<main contenteditable="true">${paragraphs(REVIEW)}</main><script>
  const save = () => {
    history.replaceState(null, '', '/reviews/12');
    document.title = 'Self-review 2026';
  };
</script>`;

/** The page has been looked at again by then, milliseconds, also on a busy machine. */
const LOOKED_MS = 6_000;

let site: Site;
/** A build to which the user has allowed one of the site's two names. */
let rung: InFirefox;

beforeAll(async () => {
  site = await serve({
    '/reviews/new': page(editor, 'Untitled'),
    '/reviews/12': page(`<h1>Self-review</h1>${paragraphs(REVIEW)}`, 'Self-review 2026'),
  });
  const extension = await allowSites(buildFolder(FIREFOX_BUILD), ['http://localhost/*']);
  rung = await launchFirefox({ extension });
});
beforeEach(async () => {
  await rung.storage.clear();
  await rung.storage.set(SETTLED);
});
afterAll(async () => {
  await rung?.close();
  await site?.close();
});

/** Tags the passage in the editor, with real keys. */
async function tag(address: string): Promise<Page> {
  const tab = await rung.browser.newPage();
  await tab.goto(address);
  await tab.bringToFront();
  await selectText(tab, PASSAGE);
  await rung.command('tag');
  await pickerFrame(tab);
  await rung.key('ArrowDown', 'Enter');
  await oneStored(rung.storage);
  await rung.key('Escape');
  await pickerGone(tab);
  return tab;
}

/** Opens the real sidebar on the evidence, anew. */
async function openEvidence(): Promise<void> {
  if (await rung.hasView('sidebar')) {
    await rung.inView('sidebar', ({ defaultView }) => defaultView?.close());
    await until('the sidebar has gone', async () => !(await rung.hasView('sidebar')));
  }
  await rung.command('open-panel');
  await clickInSidebar('Evidence');
}

/** Clicks what says so in the sidebar, once it is there. */
function clickInSidebar(words: string): Promise<boolean> {
  return until(`the sidebar has "${words}"`, () =>
    rung.inView(
      'sidebar',
      (document, said) => {
        const all = [...document.querySelectorAll<HTMLElement>('button, [role=tab]')];
        const there = all.find((one) => one.textContent?.includes(said));
        there?.click();
        return there !== undefined;
      },
      words,
    ),
  );
}

const QUESTION = '1 piece of evidence stands on this page but is filed under an earlier address.';
const asked = () =>
  rung.inView(
    'sidebar',
    (document) => document.querySelector('.left-behind [role=status]')?.textContent ?? '',
  );
const filed = async () => {
  const { source, document, title } = (await oneStored(rung.storage)).target;
  return { source, document, title };
};
const at = (source: string, title: string) => ({ source, document: documentKey(source), title });

it('asks in Firefox about a document that got its address with its first save, and moves it', async () => {
  const tab = await tag(site.url('/reviews/new'));
  await openEvidence();
  await tab.evaluate('save()');
  await expect.poll(asked).toBe(QUESTION);
  await expect.poll(() => paintedIn(tab)).toEqual([]);
  expect(await filed()).toEqual(at(site.url('/reviews/new'), 'Untitled'));

  await clickInSidebar('Move it here');
  await expect.poll(filed).toEqual(at(site.url('/reviews/12'), 'Self-review 2026'));
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
  await expect.poll(asked).toBe('');

  await clickInSidebar('Undo');
  await expect.poll(filed).toEqual(at(site.url('/reviews/new'), 'Untitled'));
  await expect.poll(asked).toBe(QUESTION);
});

it('asks in Firefox once the shortcut was pressed on the page that was loaded with the save', async () => {
  const tab = await tag(site.url('/reviews/new'));
  await tab.goto(site.url('/reviews/12'));
  await openEvidence();
  await new Promise((resolve) => setTimeout(resolve, LOOKED_MS));
  expect(await asked()).toBe('');

  // The page has to have the keyboard, else the sidebar answers the shortcut.
  await tab.bringToFront();
  await selectText(tab, 'Self-review');
  await rung.command('tag');
  await pickerFrame(tab);
  await rung.key('Escape');
  await pickerGone(tab);
  await openEvidence();
  await expect.poll(asked).toBe(QUESTION);
});

it('asks in Firefox by itself about such a page where its site is allowed', async () => {
  const tab = await tag(site.elsewhere('/reviews/new'));
  await openEvidence();
  await tab.goto(site.elsewhere('/reviews/12'));
  await expect.poll(asked, { timeout: 15_000 }).toBe(QUESTION);
  await clickInSidebar('Move it here');
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
});
