import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser } from '../../scripts/browsers.mjs';
import '../fixtures/google-docs/controls';
import { type RealAddress, serveAtRealAddress } from '../fixtures/google-docs/real-address';

let real: RealAddress;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  real = await serveAtRealAddress();
  browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox'),
    headless: true,
    acceptInsecureCerts: true,
    extraPrefsFirefox: real.firefoxPreferences,
  });
  page = await browser.newPage();
  await page.goto('https://docs.google.com/document/d/1review/edit');
  await page.waitForFunction(() => window.__docs);
});
afterAll(async () => {
  await browser?.close();
  await real?.close();
});

test('in Firefox: the mouse selects and the keyboard types', async () => {
  const { x, y } = await page.evaluate(() =>
    window.__docs.pointFor(window.__docs.find('nine days').start + 1),
  );
  await page.mouse.click(x, y, { count: 2 });
  const chosen = await page.evaluate(async () => {
    const answer = await window._docs_annotate_getAnnotatedText?.('own');
    return answer?.getSelection().map(({ start, end }) => answer.getText().slice(start, end));
  });
  expect(chosen).toEqual(['nine']);
  await page.keyboard.type('eight');
  await page.keyboard.press('Backspace');
  expect(await page.evaluate(() => window.__docs.text())).toContain('from eigh days to two');
});

test('in Firefox: a copy event without data fills the editable', async () => {
  const written = await page.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('.docs-texteventtarget-iframe');
    const editable = frame?.contentDocument?.querySelector<HTMLElement>('[contenteditable=true]');
    if (!editable) throw new Error('no editable');
    const { start } = window.__docs.find('eleven points');
    window.__docs.select(start, start + 6);
    editable.textContent = '';
    editable.dispatchEvent(new CustomEvent('copy'));
    return editable.textContent;
  });
  expect(written).toBe('eleven');
});
