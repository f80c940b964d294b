import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe, type Evaluator } from './harness/axe';
import { type InChromium, launchChromium } from './harness/chromium';
import { pickerFrame, pickerGone } from './harness/picker';
import { screenshot } from './harness/pictures';
import { seedEvidence } from './harness/seed';
import { selectText } from './harness/select';
import { type Site, serve } from './harness/serve';
import { lookUp } from './harness/steps';
import { SETTLED, startAfresh } from './support/afresh';
import { PASSAGE, REVIEW_PAGE } from './support/review';

const TIMEOUT_MS = 120_000;
const WIDTHS = [360, 420];
const HEIGHT = 780;
/** As wide as the popup makes itself, and as high as Chromium lets it be. */
const POPUP = { width: 440, height: 560 };

let site: Site;

beforeAll(async () => {
  site = await serve({ '/': REVIEW_PAGE });
});
afterAll(() => site?.close());

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  let rung: InChromium;

  beforeAll(async () => {
    rung = await launchChromium({ theme });
  });
  afterAll(() => rung?.close());

  /** Keeps a picture, looks for faults, and for what is wider than its window. */
  async function check(view: Page, name: string): Promise<void> {
    await screenshot(view, `screens/${theme}/${name}`);
    expect.soft([name, await axe(view as Evaluator)]).toEqual([name, []]);
    expect.soft([name, await view.evaluate(overflow)]).toEqual([name, 0]);
  }

  /** A view at each width of a side panel. */
  async function checkAtWidths(view: Page, name: string): Promise<void> {
    for (const width of WIDTHS) {
      await view.setViewportSize({ width, height: HEIGHT });
      await check(view, `${name}-${width}`);
    }
  }

  it('the first run has no fault', async () => {
    await startAfresh(rung, {});
    await check(await rung.extensionPage('/popup.html', POPUP), 'first-run-popup');
    await checkAtWidths(await rung.extensionPage('/sidepanel.html'), 'first-run-panel');
  });

  it('the popup has none: at rest, with results, with none, its keys, and pasting', async () => {
    await startAfresh(rung);
    const popup = await rung.extensionPage('/popup.html', POPUP);
    await popup.locator('.overview').waitFor();
    await check(popup, 'popup');
    await lookUp(popup, 'stakeholder');
    await check(popup, 'popup-results');
    await popup.getByRole('searchbox').fill('zzqx');
    await popup.locator('.nothing-found').waitFor();
    await check(popup, 'popup-nothing-found');
    await popup.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await popup.getByRole('dialog').waitFor();
    await check(popup, 'popup-keys');
    await popup.keyboard.press('Escape');
    await popup.getByRole('button', { name: 'Tag a pasted passage' }).click();
    await popup.getByRole('textbox', { name: 'Paste the passage here' }).fill(PASSAGE);
    await check(popup, 'popup-paste');
    await popup.keyboard.press('Escape');
    await popup.locator('.standing').click();
    await popup.getByRole('heading', { name: 'Change ladder or level' }).waitFor();
    await check(popup, 'popup-change-level');
  });

  it.each([0, 5, 5000])(
    'the four rooms of the side panel have none, with %i pieces of evidence',
    async (size) => {
      await startAfresh(rung);
      await seedEvidence(rung.storage, size);
      const panel = await rung.extensionPage('/sidepanel.html');
      for (const room of ['Ladder', 'Evidence', 'Coverage', 'Export']) {
        await panel.getByRole('tab', { name: room }).click();
        await panel.getByRole('tab', { name: room, selected: true }).waitFor();
        if (room === 'Evidence' && size > 0) await panel.locator('.list-count').waitFor();
        await checkAtWidths(panel, `panel-${room.toLowerCase()}-${size}`);
      }
    },
    TIMEOUT_MS,
  );

  it('a sub-skill, a search, a filter and an edit in the side panel have none', async () => {
    await startAfresh(rung);
    await seedEvidence(rung.storage, 30);
    const panel = await rung.extensionPage('/sidepanel.html');
    await panel.locator('.overview').getByRole('button', { name: 'Alignment' }).click();
    await panel.locator('.sub-skill').waitFor();
    await checkAtWidths(panel, 'panel-sub-skill');
    await lookUp(panel, 'roadmap');
    await checkAtWidths(panel, 'panel-results');
    await panel.locator('.standing').click();
    await panel.getByRole('dialog').waitFor();
    await checkAtWidths(panel, 'panel-change-level');
    await panel.keyboard.press('Escape');

    await panel.getByRole('tab', { name: 'Evidence' }).click();
    await panel.getByRole('button', { name: 'Filter' }).click();
    await panel.getByLabel('Sub-skill').selectOption('Customer focus');
    await panel.getByRole('button', { name: 'Edit' }).first().click();
    await checkAtWidths(panel, 'panel-filter-and-edit');
    await panel.getByRole('button', { name: 'Delete' }).first().click();
    await panel.getByRole('button', { name: 'Undo' }).waitFor();
    await checkAtWidths(panel, 'panel-undo');
    await panel.getByRole('searchbox').fill('zzqx');
    await panel.getByText('Nothing passes the filter').waitFor();
    await checkAtWidths(panel, 'panel-nothing-shown');
  });

  it('the picker has none: the form, the confirmation, and a refusal', async () => {
    await startAfresh(rung);
    const page = await rung.open(site.url());
    await selectText(page, PASSAGE);
    await rung.command('tag');
    const picker = await pickerFrame(page);
    const checkPicker = async (name: string) => {
      await screenshot(page, `screens/${theme}/${name}`);
      expect.soft([name, await axe(picker as Evaluator, IN_A_FRAME)]).toEqual([name, []]);
    };
    await checkPicker('picker');
    await rung.display.type('roadmap');
    await rung.key('Shift+Enter');
    await picker.getByRole('button', { name: 'Tag as Roadmap' }).waitFor();
    await checkPicker('picker-several');
    await rung.key('Enter');
    await picker.getByText(/^Tagged as/).waitFor();
    await checkPicker('picker-saved');
    await rung.key('Escape');
    await pickerGone(page);

    await page.evaluate(() => getSelection()?.removeAllRanges());
    await rung.command('tag');
    const refused = await pickerFrame(page);
    await screenshot(page, `screens/${theme}/picker-refused`);
    expect(await axe(refused as Evaluator, IN_A_FRAME)).toEqual([]);
  });

  it('the options have none', async () => {
    await startAfresh(rung, { settings: { ...SETTLED.settings, periodFrom: '2026-01-01' } });
    const options = await rung.extensionPage('/options.html', { width: 1000, height: HEIGHT });
    await options.locator('section').last().waitFor();
    await check(options, 'options');
    await options.setViewportSize({ width: 420, height: HEIGHT });
    await check(options, 'options-420');
  });
});

/** The picker is a dialog's worth of a page in a frame: it needs neither landmarks nor headings. */
const IN_A_FRAME = ['region', 'landmark-one-main', 'page-has-heading-one'];

/** How many pixels are wider than the window; runs in the page. */
function overflow(): number {
  const { scrollWidth, clientWidth } = document.documentElement;
  return Math.max(0, scrollWidth - clientWidth);
}
