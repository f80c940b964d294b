import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { makeProse, pageOf, revise } from '../bench/page/prose';
import { byKey, evidenceAt, quotesOf } from '../bench/page/records';
import type { InChromium } from './harness/chromium';
import type { Site } from './harness/serve';
import { paintedIn } from './harness/tagger';
import { clickedAt, middleOf } from './support/mouse';
import { shareChromium } from './support/shared-chromium';

const LENGTH = 1_000_000;
const EVIDENCE = 1_000;

const prose = makeProse(LENGTH, EVIDENCE);
const revised = revise(prose);
/** How each passage that is still there reads now. */
const passages = revised.now.filter((one) => one !== null);
const [first = '', last = ''] = [passages[0], passages.at(-1)];

/** Typed into the middle of a passage. */
const TYPED = 'weighed twice and ';

let site: Site;
let rung: InChromium;

shareChromium({ '/notes': pageOf(revised.paragraphs) }, (shared) => {
  ({ site, rung } = shared);
});

/** What the user edits, as markup. */
const edited = (tab: Page) => tab.evaluate(() => document.querySelector('main')?.innerHTML ?? '');

/** Types with real keys before the last words of a passage, and gives how it reads then. */
async function typeInto(tab: Page, passage: string): Promise<string> {
  const words = passage.slice(passage.lastIndexOf(' ') + 1);
  await clickedAt(rung, tab, await middleOf(tab, passage));
  await tab.evaluate(
    ({ passage, words }) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        const start = node.data.indexOf(passage);
        if (start >= 0) getSelection()?.collapse(node, start + passage.length - words.length);
      }
    },
    { passage, words },
  );
  await rung.display.type(TYPED);
  return passage.slice(0, passage.length - words.length) + TYPED + words;
}

it('can be written in, and shows what the reader comes to, with 1,000 pieces of evidence in 1 MB', async () => {
  await rung.storage.set(byKey(evidenceAt(site.url('/notes'), quotesOf(prose))));
  const tab = await rung.open(site.url('/notes'));
  const before = await edited(tab);
  expect(before.length).toBeGreaterThan(LENGTH);
  const panel = await rung.sidePanel();
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  await panel.getByRole('button', { name: 'Show on the page' }).click();
  await expect.poll(() => paintedIn(tab)).toContain(first);
  expect(await paintedIn(tab)).not.toContain(last);
  expect(await edited(tab)).toBe(before);

  const grown = await typeInto(tab, first);

  await expect.poll(() => paintedIn(tab)).toContain(grown);
  expect(await edited(tab)).toBe(before.replace(first, grown));

  await tab.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));

  await expect.poll(() => paintedIn(tab)).toContain(last);
  expect(await paintedIn(tab)).not.toContain(grown);

  const end = await typeInto(tab, last);

  await expect.poll(() => paintedIn(tab)).toContain(end);
  expect(await edited(tab)).toBe(before.replace(first, grown).replace(last, end));
});
