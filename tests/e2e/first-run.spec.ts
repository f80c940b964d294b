import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { LADDER } from '../fixtures/records';
import { type InChromium, launchChromium } from './harness/chromium';
import { pickerFrame } from './harness/picker';
import { selectText } from './harness/select';
import { type Site, serve } from './harness/serve';
import { answerFirstRun } from './harness/steps';
import { SETTLED, startAfresh } from './support/afresh';
import { oneStored } from './support/stored';

const SENTENCE = 'Two customers told me the same thing, and it was not what I had assumed.';

let site: Site;
let rung: InChromium;

beforeAll(async () => {
  site = await serve({ '/': `<!doctype html><title>Review</title><p>${SENTENCE}</p>` });
  rung = await launchChromium();
});
beforeEach(() => startAfresh(rung, {}));
afterEach(() => expect(rung.watched).toEqual({ errors: [], foreignRequests: [] }));
afterAll(async () => {
  await rung?.close();
  await site?.close();
});

it('asks two things in the popup, by the keyboard alone', async () => {
  await rung.open(site.url());
  await rung.command('_execute_action');
  const popup = await rung.view('/popup.html');
  await popup.getByRole('heading', { name: 'Your ladder, beside whatever you write' }).waitFor();
  expect(await popup.getByRole('group').count()).toBe(2);
  const use = popup.locator('button[type=submit]');
  expect(await use.textContent()).toBe('Choose your level');
  expect(await use.isDisabled()).toBe(true);

  await popup.getByRole('radio', { name: 'Intercom PM' }).and(popup.locator(':focus')).waitFor();
  await rung.key('ArrowDown');
  await popup.getByRole('radio', { name: 'Webflow PM' }).and(popup.locator(':checked')).waitFor();
  await rung.key('Tab', 'Space');
  await expect.poll(() => use.textContent()).toMatch(/^Use PM\d$/);
  await rung.key('Enter');

  await popup.getByRole('searchbox').waitFor();
  const { settings } = await rung.storage.get('settings');
  expect(settings).toMatchObject({ ladder: 'webflow-pm', level: expect.stringMatching(/^pm\d$/) });
});

/** How far above the buttons the last choice ends, and how far below what is seen all of it does. */
const room = (popup: Page) =>
  popup.evaluate(() => {
    const choices = [...document.querySelectorAll('.choice')];
    const actions = document.querySelector('.setup-actions') as Element;
    const scroller = document.querySelector('.popup-setup') as Element;
    const fade = getComputedStyle(actions, '::before');
    return {
      choices: choices.length,
      above: actions.getBoundingClientRect().top - Math.max(...choices.map(bottomOf)),
      hidden: scroller.scrollHeight - scroller.clientHeight,
      fades: fade.backgroundImage.includes('gradient') ? Number.parseFloat(fade.height) : 0,
    };
    function bottomOf(one: Element): number {
      return one.getBoundingClientRect().bottom;
    }
  });

it('shows every choice of the ladders that come along at once in the popup', async () => {
  await rung.open(site.url());
  const popup = await rung.popup();
  for (const name of ['Intercom PM', 'Webflow PM']) {
    await popup.getByRole('radio', { name }).check();
    const { choices, above, hidden } = await room(popup);
    expect([name, choices, hidden]).toEqual([name, 7, 0]);
    expect(above).toBeGreaterThan(0);
  }
});

it('fades out above the buttons where more ladders are to choose from than are seen', async () => {
  const own = ['acme', 'beta', 'ceta'].map((id) => [id, { ...LADDER, id, name: `${id} PM` }]);
  await rung.storage.set({ ladders: Object.fromEntries(own) });
  await rung.open(site.url());
  const popup = await rung.popup();
  await popup.getByRole('radio', { name: 'ceta PM' }).waitFor();
  const { above, hidden, fades } = await room(popup);
  expect(hidden).toBeGreaterThan(0);
  expect(above).toBeLessThan(0);
  expect(fades).toBeGreaterThan(16);
  // At its end nothing lies under it any more.
  await popup.evaluate(() => document.querySelector('.popup-setup')?.scrollTo(0, 10_000));
  expect((await room(popup)).above).toBeGreaterThan(fades - 1);
});

it('shows every level of the chosen ladder, the highest on top', async () => {
  const panel = await rung.extensionPage('/sidepanel.html');
  const levels = () => panel.locator('.choice.level b').allInnerTexts();

  await panel.getByRole('radio', { name: 'Intercom PM' }).check();
  expect(await levels()).toEqual(['Principal PM', 'Staff PM', 'Senior PM', 'PM', 'Associate PM']);
  await panel.getByRole('radio', { name: 'Webflow PM' }).check();
  expect(await levels()).toEqual(['PM5', 'PM4', 'PM3', 'PM2', 'PM1']);
});

it('asks the same in the side panel, and every other view knows the answer at once', async () => {
  await rung.open(site.url());
  const panel = await rung.sidePanel();
  const options = await rung.extensionPage('/options.html');

  await answerFirstRun(panel, 'Webflow PM', 'PM3');

  await panel.getByRole('tab', { name: 'Ladder' }).waitFor();
  await expect.poll(() => panel.locator('.standing').textContent()).toMatch(/PM3\s*Webflow PM/);
  await options.getByRole('button', { name: 'In use: PM3' }).waitFor();
});

it('leads to where a backup is restored, which answers both', async () => {
  await rung.open(site.url());
  const popup = await rung.popup();
  const opened = rung.context.waitForEvent('page');
  await popup.getByRole('button', { name: 'Restore a backup…' }).click();
  const options = await opened;
  const restore = options.getByRole('button', { name: 'Restore a backup…' });
  await restore.and(options.locator(':focus')).waitFor();
  const box = await restore.boundingBox();
  const height = await options.evaluate(() => innerHeight);
  expect(box && box.y > 0 && box.y + box.height < height).toBe(true);
});

it.each([
  ['/popup.html', 'on the first run'],
  ['/sidepanel.html', 'on the first run'],
  ['/popup.html', 'with a ladder in use'],
  ['/sidepanel.html', 'with a ladder in use'],
])("leads from %s, %s, to where a company's own ladder is imported", async (path, when) => {
  if (when === 'with a ladder in use') await rung.storage.set(SETTLED);
  const view = await rung.extensionPage(path, { width: 360, height: 560 });
  if (when === 'with a ladder in use') await view.getByTitle('Change ladder or level').click();
  const opened = rung.context.waitForEvent('page');
  await view.getByRole('button', { name: 'Import your own…' }).click();
  const options = await opened;
  const button = options.getByRole('button', { name: 'Import a ladder…' });
  await button.and(options.locator(':focus')).waitFor();
  const box = await button.boundingBox();
  const height = await options.evaluate(() => innerHeight);
  expect(box && box.y > 0 && box.y + box.height < height).toBe(true);
});

it('asks in the picker too, where tagging comes first, and keeps the passage', async () => {
  const page = await rung.open(site.url());
  await selectText(page, SENTENCE);
  await rung.command('tag');
  const frame = await pickerFrame(page);

  await answerFirstRun(frame);
  const field = frame.getByRole('combobox', { name: 'Which sub-skill?' });
  await field.and(frame.locator(':focus')).waitFor();
  await rung.key('Enter');

  const record = await oneStored(rung.storage);
  expect(record).toMatchObject({ ladder: 'intercom-pm', level: 'senior-pm' });
  expect(record.target.selector[0].exact).toBe(SENTENCE);
});

it('lets both answers be changed from the header, in the popup and the side panel', async () => {
  await rung.open(site.url());
  await rung.storage.set({ settings: { ladder: 'intercom-pm', level: 'senior-pm' } });
  const panel = await rung.sidePanel();
  await panel.locator('.standing').click();
  const dialog = panel.getByRole('dialog');
  await answerFirstRun(dialog, 'Intercom PM', 'Staff PM');
  await expect
    .poll(() => panel.locator('.standing').textContent())
    .toMatch(/Staff PM\s*Intercom PM/);

  const popup = await rung.popup();
  await popup.locator('.standing').click();
  await answerFirstRun(popup, 'Webflow PM', 'PM4');

  await expect.poll(() => popup.locator('.standing').textContent()).toMatch(/PM4\s*Webflow PM/);
  await expect.poll(() => panel.locator('.standing').textContent()).toMatch(/PM4\s*Webflow PM/);
});

it('leaves everything as it was when the change is cancelled with Escape', async () => {
  await rung.open(site.url());
  await rung.storage.set({ settings: { ladder: 'intercom-pm', level: 'pm' } });
  const panel = await rung.sidePanel();
  await panel.locator('.standing').click();
  await panel.getByRole('dialog').getByRole('radio', { name: 'Webflow PM' }).check();

  await rung.key('Escape');

  await panel.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await panel.locator('.standing').textContent()).toMatch(/^PM\s*Intercom PM$/);
});
