import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type InFirefox, launchFirefox } from './harness/firefox';
import { pickerFrame, pickerGone } from './harness/picker';
import { type Site, serve } from './harness/serve';
import { until } from './harness/until';
import { SETTLED } from './support/afresh';
import { PASSAGE, page, paragraphs, REVIEW, storeEvidence } from './support/kept-review';

const OTHER = 'saying no in fewer words';

let site: Site;
let rung: InFirefox;

beforeAll(async () => {
  site = await serve({
    '/around': page('<p>Around.</p><iframe src="/notes" width="600" height="400"></iframe>'),
    '/notes': page(paragraphs(REVIEW)),
    '/next': page('<p>Another page.</p>'),
  });
  rung = await launchFirefox();
  await rung.storage.set(SETTLED);
});
afterAll(async () => {
  await rung?.close();
  await site?.close();
});

/** Goes to another site, does something there, and comes back to the page as it was left. */
async function leave(tab: Page, meanwhile: () => Promise<unknown>): Promise<void> {
  await tab.evaluate((next) => {
    addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted }));
    location.href = next;
  }, site.elsewhere('/next'));
  // The driver waits in vain for a page that was kept to load.
  const isAt = (path: string) =>
    until(`the tab is at ${path}`, () => tab.evaluate((p) => location.pathname === p, path));
  await isAt('/next');
  await meanwhile();
  await tab.evaluate(() => history.back());
  await isAt('/around');
  await until('the page is as it was left', () =>
    tab.evaluate(() => (window as unknown as { persisted?: boolean }).persisted),
  );
}

/** What is painted in the frame of a page. */
const paintedInside = (tab: Page) =>
  tab.evaluate(() => {
    const texts: string[] = [];
    const inside = document.querySelector('iframe')?.contentWindow as typeof globalThis | null;
    inside?.CSS.highlights.forEach((highlight) => {
      highlight.forEach((range) => {
        texts.push(range.toString());
      });
    });
    return texts.sort();
  });

it('shows the evidence there is now also in the frames of a page that is gone back to', async () => {
  await storeEvidence(rung.storage, site.url('/around'), PASSAGE);
  const tab = await rung.open(site.url('/around'));
  await tab.evaluate(() => {
    const inside = document.querySelector('iframe')?.contentWindow;
    inside?.focus();
    inside?.getSelection()?.selectAllChildren(inside.document.body);
  });
  await rung.command('tag');
  await pickerFrame(tab);
  await rung.key('Escape');
  await pickerGone(tab);
  await expect.poll(() => paintedInside(tab)).toEqual([PASSAGE]);

  await leave(tab, () => storeEvidence(rung.storage, site.url('/around'), OTHER, { id: 'two' }));
  await expect.poll(() => paintedInside(tab)).toEqual([OTHER, PASSAGE].sort());
});
