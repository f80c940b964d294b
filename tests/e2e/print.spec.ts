import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type InChromium, launchChromium } from './harness/chromium';
import { pickerFrame, pickerGone } from './harness/picker';
import { type Site, serve } from './harness/serve';
import { startAfresh } from './support/afresh';
import { tagIn } from './support/start-tagging';

const PASSAGE = 'I cut the backlog in half and told everyone why';
const page = (body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Review</title><body>${body}`;

let site: Site;
let rung: InChromium;

beforeAll(async () => {
  site = await serve({
    '/': page(`<p>First of all, ${PASSAGE}, within a quarter.</p>`),
    '/field': page(`<textarea rows="4" cols="60">First of all, ${PASSAGE}.</textarea>`),
  });
  rung = await launchChromium();
});
beforeEach(() => startAfresh(rung));
afterAll(async () => {
  await rung?.close();
  await site?.close();
});

/** The grounds and lines of the highlights painted in a page, as its present medium has them. */
const grounds = (tab: Page) =>
  tab.evaluate(() =>
    [...CSS.highlights].flatMap(([name, { size }]) => {
      const style = getComputedStyle(document.body, `::highlight(${name})`);
      return size > 0 ? [`${style.backgroundColor} ${style.textDecorationLine}`] : [];
    }),
  );
const NONE = 'rgba(0, 0, 0, 0) none';

it('what is tagged in a page is seen on screen and not in print', async () => {
  const { page: tab } = await tagIn(rung, site.url(), PASSAGE);
  await rung.key('Enter');
  await expect.poll(() => grounds(tab)).toHaveLength(1);
  expect(await grounds(tab)).not.toEqual([NONE]);
  await tab.emulateMedia({ media: 'print' });
  expect(await grounds(tab)).toEqual([NONE]);
});

it('what is drawn over a text field is not there while the browser prints', async () => {
  const tab = await rung.open(site.url('/field'));
  await tab.evaluate((text) => {
    const field = document.querySelector('textarea') as HTMLTextAreaElement;
    const start = field.value.indexOf(text);
    field.focus();
    field.setSelectionRange(start, start + text.length);
  }, PASSAGE);
  await rung.command('tag');
  const picker = await pickerFrame(tab);
  await rung.key('Enter');
  // The confirmation closes by itself or with Escape; only what is drawn is left then.
  await picker.locator('.saved:focus').waitFor();
  await rung.key('Escape');
  await pickerGone(tab);
  await tab.evaluate(() => {
    const drawn = () =>
      [...document.querySelectorAll('html > div')].map((host) => host.checkVisibility());
    Object.assign(window, { drawnNow: drawn });
  });
  const now = () => tab.evaluate(() => (window as never as { drawnNow(): boolean[] }).drawnNow());
  await expect.poll(now).toEqual([true]);
  // Who listened first is told first: the page looks once all that was drawn has been told.
  await tab.evaluate(() =>
    addEventListener('beforeprint', () => {
      Object.assign(window, { drawn: (window as never as { drawnNow(): boolean[] }).drawnNow() });
    }),
  );

  const session = await rung.context.newCDPSession(tab);
  await session.send('Page.printToPDF', { printBackground: false });
  expect(await tab.evaluate(() => (window as never as { drawn: boolean[] }).drawn)).toEqual([
    false,
  ]);
  expect(await now()).toEqual([true]);
});
