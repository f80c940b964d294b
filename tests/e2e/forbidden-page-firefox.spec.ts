import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type InFirefox, launchFirefox } from './harness/firefox';
import { selectText } from './harness/select';
import { type Site, serve } from './harness/serve';
import { SETTLED } from './support/afresh';
import { cursorIn, openPopup } from './support/firefox-popup';
import { PASSAGE, REVIEW_PAGE } from './support/review';
import { oneStored, storedEvidence } from './support/stored';

const NO_ACCESS = "This page doesn't let extensions read it. Copy the passage and paste it here.";

/** The test's own site is then to the browser what its own store is. */
const FORBIDDEN = { 'extensions.webextensions.restrictedDomains': '127.0.0.1' };

/** In functions that run inside the extension. */
declare const browser: typeof import('wxt/browser').browser;

let site: Site;
let rung: InFirefox;

beforeAll(async () => {
  site = await serve({ '/': REVIEW_PAGE });
});
afterEach(() => rung?.close());
afterAll(() => site?.close());

async function tagInForbiddenPage(): Promise<void> {
  const page = await rung.open(site.url());
  await selectText(page, PASSAGE);
  await rung.command('tag');
}

const popupText = () => rung.inView('popup', (document) => document.body.textContent ?? '');

it('explains a page that lets no extension in, and takes a pasted passage', async () => {
  rung = await launchFirefox({ preferences: FORBIDDEN });
  await rung.storage.set(SETTLED);
  await tagInForbiddenPage();

  await expect.poll(popupText).toContain(NO_ACCESS);
  expect(await storedEvidence(rung.storage)).toEqual([]);
  await cursorIn(rung, 'textarea');
  await rung.display.type(PASSAGE);
  await rung.key('Tab');
  await rung.display.type('customer f');
  await rung.key('Enter');

  await expect.poll(popupText).toContain('Tagged as Customer focus');
  expect(await oneStored(rung.storage)).toMatchObject({
    subSkill: 'customer-focus',
    target: { surface: 'pasted', selector: [{ exact: PASSAGE }] },
  });
});

it('marks its button where the browser opens no popup by itself, and explains the page behind it', async () => {
  rung = await launchFirefox({
    preferences: { ...FORBIDDEN, 'extensions.openPopupWithoutUserGesture.enabled': false },
  });
  await rung.storage.set(SETTLED);
  const inside = await rung.extensionPage('/options.html');
  const mark = () =>
    inside.evaluate(async () => {
      const [tab] = await browser.tabs.query({ active: true });
      return browser.action.getBadgeText({ tabId: tab?.id as number });
    });
  await tagInForbiddenPage();
  await expect.poll(mark).toBe('!');
  expect(await rung.hasView('popup')).toBe(false);

  await openPopup(rung);
  await expect.poll(popupText).toContain(NO_ACCESS);
  await expect.poll(mark).toBe('');
  expect(await storedEvidence(rung.storage)).toEqual([]);
});
