import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import '../fixtures/google-docs/controls';
import { type RealAddress, serveAtRealAddress } from '../fixtures/google-docs/real-address';
import { type InFirefox, launchFirefox } from './harness/firefox';
import { pickerFrame } from './harness/picker';
import { type Site, serve } from './harness/serve';
import { until } from './harness/until';
import { SETTLED } from './support/afresh';
import { copyByHand, PASTE_PAGE, PASTE_PATH, pasteInto } from './support/clipboard';
import { oneStored } from './support/stored';

const DOCS = 'https://docs.google.com/document/d/1review/edit';
const PASSAGE = 'Asked support for the twenty oldest tickets and closed seventeen of them';

let real: RealAddress;
let site: Site;
let rung: InFirefox;
let page: Page;

beforeAll(async () => {
  real = await serveAtRealAddress();
  site = await serve({ [PASTE_PATH]: PASTE_PAGE });
  rung = await launchFirefox({ preferences: real.firefoxPreferences, acceptInsecureCerts: true });
  await rung.storage.set(SETTLED);
});
afterEach(async () => {
  await page?.close();
  await rung.storage.clear();
  await rung.storage.set(SETTLED);
});
afterAll(async () => {
  await rung?.close();
  await real?.close();
  await site?.close();
});

async function open(switches = ''): Promise<void> {
  page = await rung.browser.newPage();
  await page.goto(switches === '' ? DOCS : `${DOCS}?switch=${switches}`);
  await page.bringToFront();
  await page.waitForFunction(() => window.__docs);
}

async function select(words: string): Promise<{ start: number; end: number }> {
  return page.evaluate(async (text) => {
    const { start, end } = window.__docs.find(text);
    window.__docs.focus();
    window.__docs.select(start, end);
    await window.__docs.settled();
    return { start, end };
  }, words);
}

const inPicker = (picker: Frame) => picker.evaluate(() => document.body.textContent ?? '');

it('tags the selection in Google Docs in Firefox, to the letter', async () => {
  await open();
  const { start, end } = await select(PASSAGE);

  await rung.command('tag');
  expect(await inPicker(await pickerFrame(page))).toContain(PASSAGE);
  await rung.key('Enter');

  const { target } = await oneStored(rung.storage);
  expect(target).toMatchObject({
    source: `${DOCS}?tab=t.0`,
    document: 'https://docs.google.com/document/d/1review',
    title: 'Self-review',
    surface: 'google-docs',
    selector: [{ exact: PASSAGE }, { start, end }],
  });
  const { log, selection } = await page.evaluate(() => ({
    log: window.__docs.log,
    selection: window.__docs.selection(),
  }));
  expect(selection).toEqual({ start, end });
  expect(log.filter(({ trusted }) => trusted)).toEqual([]);
  const ids = log.filter(({ what }) => what === 'getAnnotatedText').map(({ id }) => id);
  expect(new Set(ids)).toEqual(new Set(['rung@rung.example']));
});

it('reads a copy in Google Docs in Firefox, where the page says nothing of itself', async () => {
  const sentinel = 'something else that was copied before';
  await copyByHand(rung, site, sentinel);
  await open('api-missing');
  const words = 'behind each bet\nAsked support';
  await select(words);
  const input = () =>
    page.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('.docs-texteventtarget-iframe');
      return frame?.contentDocument?.body.outerHTML;
    });
  const before = await input();
  await rung.command('tag');
  await pickerFrame(page);
  expect(await input()).toBe(before);
  await rung.key('Enter');
  const { target } = await oneStored(rung.storage);
  expect(target.selector).toEqual([
    { type: 'TextQuoteSelector', exact: words, prefix: '', suffix: '' },
  ]);
  expect((await pasteInto(rung, site)).text).toBe(sentinel);
});

it('says that nothing is selected in Google Docs in Firefox', async () => {
  await open('api-missing');
  await page.evaluate(async () => {
    window.__docs.focus();
    window.__docs.select(30);
    await window.__docs.settled();
  });
  await rung.command('tag');
  const picker = await pickerFrame(page);
  await until('it says so', async () => /Select/.test(await inPicker(picker)));
});

it('finds a passage again in Google Docs in Firefox and goes there', async () => {
  await open();
  const words = 'Thank you for reading this far.';
  await select(words);
  await rung.command('tag');
  await pickerFrame(page);
  await rung.key('Enter');
  const { id } = await oneStored(rung.storage);
  await page.evaluate(async () => {
    window.__docs.edit(1, 1, 'Something new above.\n');
    window.__docs.select(1);
    await window.__docs.scrollTo(1);
  });

  const inside = await rung.extensionPage('/options.html');
  const arrival = await inside.evaluate(
    (one) => browser.runtime.sendMessage({ to: 'background', type: 'go-to', id: one }),
    id,
  );
  expect(arrival).toBe('there');
  await inside.close();
  await until('the passage is selected', () =>
    page.evaluate((text) => {
      const { start, end } = window.__docs.find(text);
      const at = window.__docs.selection();
      return at.start === start && at.end === end;
    }, words),
  );
});

/** In functions that run inside the extension. */
declare const browser: typeof import('wxt/browser').browser;
