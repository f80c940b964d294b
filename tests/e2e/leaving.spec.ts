import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { InChromium } from './harness/chromium';
import { pickerFrame, pickerGone } from './harness/picker';
import { selectText } from './harness/select';
import type { Site } from './harness/serve';
import { page } from './support/kept-review';
import { PASSAGE, REVIEW_PAGE } from './support/review';
import { shareChromium } from './support/shared-chromium';

let site: Site;
let rung: InChromium;

shareChromium(
  {
    '/': REVIEW_PAGE,
    '/dialog': page(`<dialog><p>${PASSAGE}.</p></dialog>
      <script>document.querySelector('dialog').showModal();</script>`),
  },
  (shared) => {
    ({ site, rung } = shared);
  },
);

/** What the browser asks while a page is loaded anew by its key, all of which is answered with no. */
async function askedAtReload(tab: Page): Promise<string[]> {
  const asked: string[] = [];
  tab.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  const loads = tab.waitForEvent('load', { timeout: 3_000 }).catch(() => undefined);
  await rung.key('F5');
  await loads;
  return asked;
}

async function tagging(path = '/'): Promise<Page> {
  const tab = await rung.open(site.url(path));
  await selectText(tab, PASSAGE);
  await rung.command('tag');
  await pickerFrame(tab);
  return tab;
}

/** Fills half of the picker. */
async function write(tab: Page): Promise<Locator> {
  const picker = await pickerFrame(tab);
  const note = picker.getByLabel('Note (optional)');
  await note.focus();
  await rung.display.type('Half a sentence');
  await expect.poll(() => note.inputValue()).toBe('Half a sentence');
  return note;
}

it('the browser asks before a page takes a half-filled picker with it', async () => {
  const tab = await tagging();
  const note = await write(tab);
  expect(await askedAtReload(tab)).toEqual(['beforeunload']);
  expect(await note.inputValue()).toBe('Half a sentence');
});

it('the browser asks nothing where there is nothing to lose', async () => {
  const tab = await tagging();
  await rung.display.type('decis');
  expect(await askedAtReload(tab)).toEqual([]);
});

it('the browser asks nothing once the page has taken the picker away with its dialog', async () => {
  const tab = await tagging('/dialog');
  await write(tab);
  await tab.evaluate(() => document.querySelector('dialog')?.remove());
  await pickerGone(tab);
  expect(await askedAtReload(tab)).toEqual([]);
});
