import { afterAll, beforeAll, describe, it } from 'vitest';
import { type InChromium, launchChromium } from './harness/chromium';
import { pickerFrame, pickerGone } from './harness/picker';
import { seedEvidence } from './harness/seed';
import { selectText } from './harness/select';
import { type Site, serve } from './harness/serve';
import { lookUp } from './harness/steps';
import { SETTLED, startAfresh } from './support/afresh';
import { HEIGHT, looksIn, POPUP, THEMES } from './support/looks';
import { PASSAGE, REVIEW_PAGE } from './support/review';

const TIMEOUT_MS = 120_000;

let site: Site;

beforeAll(async () => {
  site = await serve({ '/': REVIEW_PAGE });
});
afterAll(() => site?.close());

describe.each(THEMES)('in %s', (theme) => {
  const looks = looksIn(theme);
  let rung: InChromium;

  beforeAll(async () => {
    rung = await launchChromium({ theme });
  });
  afterAll(() => rung?.close());

  it('the first run has no fault', async () => {
    await startAfresh(rung, {});
    await looks.at(await rung.extensionPage('/popup.html', POPUP), 'first-run-popup');
    await looks.atWidths(await rung.extensionPage('/sidepanel.html'), 'first-run-panel');
  });

  it('the popup has none: at rest, with results, with none, its keys, and pasting', async () => {
    await startAfresh(rung);
    const popup = await rung.extensionPage('/popup.html', POPUP);
    await popup.locator('.overview').waitFor();
    await looks.at(popup, 'popup');
    await lookUp(popup, 'stakeholder');
    await looks.at(popup, 'popup-results');
    await popup.getByRole('searchbox').fill('zzqx');
    await popup.locator('.nothing-found').waitFor();
    await looks.at(popup, 'popup-nothing-found');
    await popup.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await popup.getByRole('dialog').waitFor();
    await looks.at(popup, 'popup-keys');
    await popup.keyboard.press('Escape');
    await popup.getByRole('button', { name: 'Tag a pasted passage' }).click();
    await popup.getByRole('textbox', { name: 'Paste the passage here' }).fill(PASSAGE);
    await looks.at(popup, 'popup-paste');
    await popup.keyboard.press('Escape');
    await looks.at(popup, 'popup-paste-leaving');
    await popup.keyboard.press('Escape');
    await popup.locator('.standing').click();
    await popup.getByRole('heading', { name: 'Change ladder or level' }).waitFor();
    await looks.at(popup, 'popup-change-level');
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
        await looks.atWidths(panel, `panel-${room.toLowerCase()}-${size}`);
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
    await looks.atWidths(panel, 'panel-sub-skill');
    await lookUp(panel, 'roadmap');
    await looks.atWidths(panel, 'panel-results');
    await panel.locator('.standing').click();
    await panel.getByRole('dialog').waitFor();
    await looks.atWidths(panel, 'panel-change-level');
    await panel.keyboard.press('Escape');

    await panel.getByRole('tab', { name: 'Evidence' }).click();
    await panel.getByRole('button', { name: 'Filter' }).click();
    await panel.getByLabel('Sub-skill').selectOption('Customer focus');
    await panel.getByRole('button', { name: 'Edit' }).first().click();
    await looks.atWidths(panel, 'panel-filter-and-edit');
    await panel.getByRole('button', { name: 'Delete' }).first().click();
    await panel.getByRole('button', { name: 'Undo' }).waitFor();
    await looks.atWidths(panel, 'panel-undo');
    await panel.getByRole('searchbox').fill('zzqx');
    await panel.getByRole('heading', { name: 'No evidence matches the filter' }).waitFor();
    await looks.atWidths(panel, 'panel-nothing-shown');
  });

  it('the picker has none: the form, the confirmation, and a refusal', async () => {
    await startAfresh(rung);
    const page = await rung.open(site.url());
    await selectText(page, PASSAGE);
    await rung.command('tag');
    const picker = await pickerFrame(page);
    await looks.atPicker(page, picker, 'picker');
    await rung.display.type('roadmap');
    await rung.key('Shift+Enter');
    await picker.getByRole('button', { name: 'Tag as Roadmap' }).waitFor();
    await looks.atPicker(page, picker, 'picker-several');
    await rung.key('Enter');
    await picker.getByText(/^Tagged as/).waitFor();
    await looks.atPicker(page, picker, 'picker-saved');
    await rung.key('Escape');
    await pickerGone(page);

    await page.evaluate(() => getSelection()?.removeAllRanges());
    await rung.command('tag');
    await looks.atPicker(page, await pickerFrame(page), 'picker-refused');
  });

  it('the options have none', async () => {
    await startAfresh(rung, { settings: { ...SETTLED.settings, periodFrom: '2026-01-01' } });
    const options = await rung.extensionPage('/options.html', { width: 1000, height: HEIGHT });
    await options.locator('section').last().waitFor();
    await looks.at(options, 'options');
    await looks.atWidths(options, 'options');
  });
});
