import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type InChromium, launchChromium } from './harness/chromium';
import { pickerFrame } from './harness/picker';
import { selectText } from './harness/select';
import { type Site, serve } from './harness/serve';
import { startAfresh } from './support/afresh';
import { oneStored } from './support/stored';

const PASSAGE = 'I told the story of the numbers before anybody asked';
const head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Review</title><body>';
const body = `${head}<p>In spring ${PASSAGE}.</p>`;

let site: Site;
let rung: InChromium;

beforeAll(async () => {
  site = await serve({
    '/whole': { body, endless: true },
    '/frame': `${body}<iframe src="/whole" title="More"></iframe>`,
  });
  rung = await launchChromium();
});
beforeEach(() => startAfresh(rung));
afterAll(async () => {
  await rung?.close();
  await site?.close();
});

it.each([
  ['a page that never has loaded', '/whole'],
  ['a page with a frame in it that never has', '/frame'],
])('tags in %s', async (_what, path) => {
  const page = await rung.context.newPage();
  await page.goto(site.url(path), { waitUntil: 'commit' });
  await page.bringToFront();
  await page.getByText(PASSAGE).waitFor();
  await selectText(page, PASSAGE);

  await rung.command('tag');
  await pickerFrame(page);
  await rung.key('Enter');

  expect((await oneStored(rung.storage)).target.selector[0].exact).toBe(PASSAGE);
});
