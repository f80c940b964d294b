import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type InChromium, launchChromium } from './harness/chromium';
import { pickerGone, pickerShown } from './harness/picker';
import { selectText } from './harness/select';
import { type Site, serve } from './harness/serve';
import { paintedIn } from './harness/tagger';
import { until } from './harness/until';
import { closeViews, startAfresh } from './support/afresh';
import { PASSAGE, page, paragraphs, REVIEW, storeEvidence } from './support/kept-review';
import {
  allowBySwitch,
  allowedSites,
  answerBrowser,
  forgetAnswers,
  forgetSites,
} from './support/permission';
import { notedIn } from './support/worlds';

/** In functions that run in the browser's own pages. */
declare const chrome: typeof import('wxt/browser').browser;

const SWITCH = 'Always show my evidence on 127.0.0.1';
const OTHER = 'saying no in fewer words';
const THIS_SITE = ['http://127.0.0.1/*'];

let site: Site;
let rung: InChromium;

beforeAll(async () => {
  const notes = page(paragraphs(REVIEW));
  site = await serve({ '/notes': notes, '/more': notes, '/empty': notes });
  rung = await launchChromium();
});
beforeEach(async () => {
  await startAfresh(rung);
  await forgetSites(rung);
  await storeEvidence(rung.storage, site.url('/notes'), PASSAGE);
  await storeEvidence(rung.storage, site.url('/more'), PASSAGE, { id: 'two' });
  await storeEvidence(rung.storage, site.elsewhere('/notes'), PASSAGE, { id: 'three' });
});
afterEach(() => expect(rung.watched).toEqual({ errors: [], foreignRequests: [] }));
afterAll(async () => {
  await rung?.close();
  await site?.close();
});

async function evidenceRoom(): Promise<Page> {
  const panel = await rung.sidePanel();
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  return panel;
}

/** Opens the notes and allows their site in the side panel. */
async function allowed(): Promise<{ tab: Page; panel: Page }> {
  const tab = await rung.open(site.url('/notes'));
  const panel = await evidenceRoom();
  await allowBySwitch(rung, panel, panel.getByRole('checkbox', { name: SWITCH }));
  return { tab, panel };
}

/** What a page shows that nobody asked, once it had the time in which it would have. */
async function paintedByItself(path: string): Promise<string[]> {
  const control = await rung.open(site.url(path));
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  return paintedIn(control);
}

it('leaves everything as it was when the browser is told no', async () => {
  await forgetAnswers(rung);
  await rung.open(site.url('/notes'));
  const panel = await evidenceRoom();
  await panel.getByRole('checkbox', { name: SWITCH }).click();
  await answerBrowser(rung, panel, 'deny');

  expect(await panel.getByRole('checkbox', { name: SWITCH }).isChecked()).toBe(false);
  expect(await allowedSites(rung)).toEqual([]);
});

it('asks for one site and shows evidence there whenever a page opens, and nowhere else', async () => {
  await forgetAnswers(rung);
  const tab = await rung.open(site.url('/notes'));
  const panel = await evidenceRoom();
  await panel.getByRole('checkbox', { name: SWITCH }).click();
  await answerBrowser(rung, panel, 'allow');
  await panel.getByRole('checkbox', { name: SWITCH, checked: true }).waitFor();
  expect(await allowedSites(rung)).toEqual(THIS_SITE);
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
  await panel.locator('[data-id=one]').getByText('Found on this page').waitFor();

  await tab.reload();
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
  const more = await rung.open(site.url('/more'));
  await expect.poll(() => paintedIn(more)).toEqual([PASSAGE]);
  expect(await colourOf(more)).toMatch(/^rgba?\((?!0, 0, 0, 0)/);
  await panel.locator('[data-id=two]').getByText('Found on this page').waitFor();

  // Rung comes before a page has loaded, or not at all.
  expect(await notedIn(more)).not.toEqual([]);
  const elsewhere = await rung.open(site.elsewhere('/notes'));
  expect(await notedIn(elsewhere)).toEqual([]);
});

it('paints the first evidence of a page, in its colour, that was there before it', async () => {
  await allowed();
  const tab = await rung.open(site.url('/empty'));
  expect(await paintedByItself('/empty')).toEqual([]);
  await storeEvidence(rung.storage, site.url('/empty'), PASSAGE, { id: 'first' });
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
  expect(await colourOf(tab)).toMatch(/^rgba?\((?!0, 0, 0, 0)/);
});

it('keeps hidden what is hidden, whatever is tagged and wherever the page goes in itself', async () => {
  const { tab, panel } = await allowed();
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
  await panel.getByRole('button', { name: 'Hide on the page' }).click();
  await expect.poll(() => paintedIn(tab)).toEqual([]);

  await storeEvidence(rung.storage, site.url('/notes'), OTHER, { id: 'since' });
  await panel.locator('[data-id=since]').waitFor();
  await tab.evaluate(() => history.pushState(null, '', '#part'));
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(await paintedIn(tab)).toEqual([]);

  await panel.getByRole('button', { name: 'Show on the page' }).click();
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE, OTHER].sort());
});

it('is stopped where it was allowed, and what shows there goes at once', async () => {
  const { tab, panel } = await allowed();
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
  await panel.getByRole('checkbox', { name: SWITCH }).click();

  await panel.getByRole('checkbox', { name: SWITCH, checked: false }).waitFor();
  expect(await allowedSites(rung)).toEqual([]);
  await expect.poll(() => paintedIn(tab)).toEqual([]);
  await tab.evaluate(() => {
    history.pushState(null, '', '#part');
    document.body.append('More.');
  });
  expect(await paintedByItself('/more')).toEqual([]);
  expect(await paintedIn(tab)).toEqual([]);
});

it('is stopped under a half-filled picker, which stays and can be closed', async () => {
  await allowed();
  // A tab that opens has the real keyboard, which the panel had.
  await closeViews(rung);
  const tab = await rung.open(site.url('/notes'));
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
  await selectText(tab, OTHER);
  await rung.command('tag');
  const picker = await pickerShown(tab);
  const note = picker.getByLabel('Note (optional)');
  await note.fill('Half a note');
  await until('the page would ask before it loses the note', () =>
    tab.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true }))),
  );
  await forgetSites(rung);
  await expect.poll(() => paintedIn(tab)).toEqual([]);

  expect(await note.inputValue()).toBe('Half a note');
  await rung.key('Escape', 'Escape');
  await pickerGone(tab);
});

it('is listed in the options and stopped there', async () => {
  const { panel } = await allowed();
  const options = await rung.extensionPage('/options.html');
  const row = options.getByRole('listitem').filter({ hasText: 'http://127.0.0.1' });
  await row.getByRole('button', { name: /^Stop showing my evidence on / }).click();

  await row.waitFor({ state: 'detached' });
  await options.getByText('Your evidence no longer shows by itself on http://127.0.0.1').waitFor();
  expect(await allowedSites(rung)).toEqual([]);
  expect(await notedIn(await rung.open(site.url('/more')))).toEqual([]);
  await rung.open(site.url('/notes'));
  expect(await panel.getByRole('checkbox', { name: SWITCH, checked: true }).count()).toBe(0);
});

it('is given in the options, where those were opened to ask for it', async () => {
  await forgetAnswers(rung);
  const allow = `#allow=${encodeURIComponent('https://notes.example/*')}`;
  const options = await rung.extensionPage(`/options.html${allow}`);
  const button = options.getByRole('button', { name: 'Allow notes.example' });
  await button.and(options.locator(':focus')).waitFor();
  await button.click();
  await answerBrowser(rung, options, 'allow');

  await expect.poll(() => allowedSites(rung)).toEqual(['https://notes.example/*']);
  await button.waitFor({ state: 'detached' });
});

it('is allowed and stopped in the popup too', async () => {
  await forgetAnswers(rung);
  const tab = await rung.open(site.elsewhere('/notes'));
  const popup = await popupByKey();
  const control = popup.getByRole('checkbox', { name: 'Always show my evidence on localhost' });
  // The browser's question closes the popup, which may be before the driver has done with its click.
  await control.click().catch((error) => {
    if (!popup.isClosed()) throw error;
  });
  await answerBrowser(rung, popup, 'allow');

  await expect.poll(() => allowedSites(rung)).toEqual(['http://localhost/*']);
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);

  await closeViews(rung);
  const again = await popupByKey();
  await again.getByRole('checkbox', { name: 'localhost', checked: true }).click();
  await expect.poll(() => allowedSites(rung)).toEqual([]);
});

describe('once Rung is switched off', () => {
  async function switchedOff() {
    const { tab } = await allowed();
    await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
    const extensions = await rung.context.newPage();
    await extensions.goto('chrome://extensions');
    const turn = (on: boolean) =>
      extensions.evaluate(([id, on]) => chrome.management.setEnabled(id, on), [
        rung.extensionId,
        on,
      ] as const);
    await turn(false);
    return { tab, switchOn: () => turn(true) };
  }

  it('shows evidence no more when a page changes, and again once it is on', async () => {
    const { tab, switchOn } = await switchedOff();
    await tab.evaluate(() => document.body.append('More.'));
    await expect.poll(() => paintedIn(tab)).toEqual([]);

    await switchOn();
    await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
  });

  it('shows evidence no more in a page that is returned to', async () => {
    const { tab, switchOn } = await switchedOff();
    // The driver makes every tab believe that it has the focus.
    const session = await tab.context().newCDPSession(tab);
    await session.send('Emulation.setFocusEmulationEnabled', { enabled: false });
    await expect.poll(() => tab.evaluate(() => document.hasFocus())).toBe(false);
    expect(await paintedIn(tab)).toEqual([PASSAGE]);

    await tab.bringToFront();
    await expect.poll(() => paintedIn(tab)).toEqual([]);
    await switchOn();
  });
});

async function popupByKey(): Promise<Page> {
  await rung.command('_execute_action');
  const popup = await rung.view('/popup.html');
  await popup.getByRole('searchbox').and(popup.locator(':focus')).waitFor();
  return popup;
}

/** The background that a painted passage has. */
function colourOf(tab: Page): Promise<string> {
  return tab.evaluate(() => {
    const [name] = [...CSS.highlights].find(([, ranges]) => ranges.size > 0) ?? [];
    return getComputedStyle(document.body, `::highlight(${name})`).backgroundColor;
  });
}
