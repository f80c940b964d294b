import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { localDay } from '../../data/days';
import { keyOf } from '../../data/evidence/keys';
import intercom from '../../data/ladders/intercom-pm.json';
import { bakersLadder } from '../fixtures/small-ladder';
import { buildFolder, CHROMIUM_BUILD } from './harness/builds';
import { type InChromium, launchChromium } from './harness/chromium';
import { allowDocs } from './harness/google-docs';
import { pickerFrame, pickerGone, pickerShown } from './harness/picker';
import { seedEvidence, seededRecord } from './harness/seed';
import { selectText } from './harness/select';
import { type Site, serve } from './harness/serve';
import { paintedIn } from './harness/tagger';
import { SETTLED, startAfresh } from './support/afresh';
import { chooseFile } from './support/choose-file';
import { PASSAGE, page as pageOf, paragraphs, REVIEW, storeEvidence } from './support/kept-review';
import { HEIGHT, looksIn, POPUP, THEMES } from './support/looks';
import { clickAt, middleOf } from './support/mouse';
import { refuseToWrite } from './support/refused-writes';

/** Another company's ladder, as often as it takes to fill a screen. */
const MANY_LADDERS = Object.fromEntries(
  Array.from({ length: 20 }, (_, n) => {
    const ladder = { ...bakersLadder, id: `bakers-${n}`, name: `Bakers of town ${n}` };
    return [ladder.id, ladder];
  }),
);

const OWN_LADDER = { [bakersLadder.id]: bakersLadder };
/** A record that a later Rung wrote. */
const LATER = { ...seededRecord(0), schema: 2, id: 'later' };

const PLAIN = REVIEW[4] ?? '';
const REWRITTEN = 'cut two of the five ideas, because nobody would have missed them';
const GONE =
  'I wrote to every shop myself when the new dates came, which nobody had asked me to do.';
const THEN = [...REVIEW, GONE];

/** The review since: one passage was edited, one rewritten, one cut. */
const NOW = REVIEW.map((text) =>
  text
    .replace('completed orders', 'finished orders')
    .replace(REWRITTEN, 'cut two of the ideas, which had no friends'),
);

let site: Site;

beforeAll(async () => {
  site = await serve({
    '/review': pageOf(paragraphs(REVIEW)),
    '/rewritten': pageOf(paragraphs(NOW)),
    '/framed': pageOf('<p>Around.</p>'),
  });
});
afterAll(() => site?.close());

describe.each(THEMES)('in %s, no fault is in', (theme) => {
  const looks = looksIn(theme);
  let rung: InChromium;

  beforeAll(async () => {
    // A build to which the user has allowed a site, for the list of those.
    rung = await launchChromium({ theme, extension: await allowDocs(buildFolder(CHROMIUM_BUILD)) });
  });
  beforeEach(() => startAfresh(rung));
  afterAll(() => rung?.close());

  async function showEvidence(path: string): Promise<{ tab: Page; panel: Page }> {
    const tab = await rung.open(site.url(path));
    await rung.clickIcon(tab);
    await rung.key('Escape');
    const panel = await rung.sidePanel();
    await panel.getByRole('tab', { name: 'Evidence' }).click();
    await panel.getByRole('button', { name: 'Show on the page' }).click();
    return { tab, panel };
  }

  it('how evidence stands in its page: found, edited, in doubt, gone', async () => {
    const passages = { same: PLAIN, edited: PASSAGE, doubtful: REWRITTEN, orphan: GONE };
    // By which each is found in the list.
    const towns = { same: 'Amsterdam', edited: 'Brussels', doubtful: 'Lisbon', orphan: 'Zagreb' };
    for (const [id, exact] of Object.entries(passages)) {
      const rest = { id, texts: THEN, note: `Said in ${towns[id as keyof typeof towns]}.` };
      await storeEvidence(rung.storage, site.url('/rewritten'), exact, rest);
    }
    const { panel } = await showEvidence('/rewritten');
    for (const state of ['edited', 'doubtful', 'orphan']) {
      await panel.locator(`.standing-line[data-state="${state}"]`).waitFor();
    }
    await panel.locator('.standing-line.found').waitFor();
    // One at a time: what is cut by the edge of the list is too small a target there.
    for (const [id, town] of Object.entries(towns)) {
      await panel.getByRole('searchbox').fill(town);
      await expect.poll(() => panel.locator('.evidence').count()).toBe(1);
      if (id === 'orphan') await panel.getByText('The text around it').click();
      await looks.atWidths(panel, `panel-standing-${id}`);
    }
  });

  it('the card of a passage, by the pointer and by the key', async () => {
    const note = 'Ask Ines for the numbers, and say which shop it was.';
    await storeEvidence(rung.storage, site.url('/review'), PLAIN, { note });
    await storeEvidence(rung.storage, site.url('/review'), PLAIN, {
      id: 'two',
      subSkill: 'communication',
      kind: 'manager',
    });
    const { tab } = await showEvidence('/review');
    await expect.poll(() => paintedIn(tab)).toContain(PLAIN);
    const { x, y } = await middleOf(tab, 'learned of the new dates');
    await tab.mouse.move(x - 9, y);
    await tab.mouse.move(x, y);
    const hovered = await pickerShown(tab);
    await hovered.getByText(note).waitFor();
    await looks.atPicker(tab, hovered, 'card-hovered');

    await tab.mouse.move(600, 600);
    await tab.mouse.move(605, 600);
    await pickerGone(tab);
    await clickAt(rung, tab, await middleOf(tab, PLAIN));
    await selectText(tab, PLAIN);
    await tab.evaluate(() => {
      const { anchorNode, anchorOffset } = getSelection() as Selection;
      getSelection()?.collapse(anchorNode, anchorOffset + 7);
    });
    await rung.command('tag');
    const card = await pickerFrame(tab);
    await looks.atPicker(tab, card, 'card-by-key');
    await card.getByRole('button', { name: 'Edit' }).first().click();
    await looks.atPicker(tab, card, 'card-edited');
    await card.getByRole('button', { name: 'Delete' }).first().click();
    await card.getByRole('button', { name: 'Undo' }).waitFor();
    await looks.atPicker(tab, card, 'card-deleted');
  });

  it('the form in the panel, and what is said where nothing is selected', async () => {
    const tab = await rung.open(site.url('/review'));
    await rung.clickIcon(tab);
    await rung.key('Escape');
    const panel = await rung.sidePanel();
    await panel.getByRole('tab', { name: 'Evidence' }).click();
    const tag = panel.getByRole('button', { name: 'Tag the selection' });
    await tag.click();
    await panel.getByText(/^Nothing is selected/).waitFor();
    await looks.atWidths(panel, 'panel-nothing-selected');

    await selectText(tab, PASSAGE);
    await tag.click();
    await panel.locator('.passage').waitFor();
    await looks.atWidths(panel, 'panel-tag');
  });

  it('the picker: nothing found, its keys, and a failure', async () => {
    const tab = await rung.open(site.url('/review'));
    await selectText(tab, PASSAGE);
    await rung.command('tag');
    const picker = await pickerFrame(tab);
    await rung.key('question');
    await picker.getByRole('dialog').waitFor();
    await looks.atPicker(tab, picker, 'picker-keys');
    await rung.key('Escape');
    await picker.getByRole('dialog').waitFor({ state: 'detached' });
    await picker.getByRole('combobox', { name: 'Which sub-skill?' }).fill('zzqx');
    await looks.atPicker(tab, picker, 'picker-nothing-found');
    await picker.getByRole('combobox', { name: 'Which sub-skill?' }).fill('customer');
    await refuseToWrite(picker, 'QUOTA_BYTES quota exceeded');
    await rung.key('Enter');
    await picker.getByRole('alert').waitFor();
    await looks.atPicker(tab, picker, 'picker-failure');
  });

  it('the picker: the first run, and in a narrow window', async () => {
    await startAfresh(rung, {});
    const tab = await rung.open(site.url('/review'));
    await selectText(tab, PASSAGE);
    await rung.command('tag');
    const picker = await pickerFrame(tab);
    await looks.atPicker(tab, picker, 'picker-first-run');
    await rung.storage.set(SETTLED);
    await picker.getByRole('combobox', { name: 'Which sub-skill?' }).waitFor();
    await tab.setViewportSize({ width: 360, height: 640 });
    await looks.atPicker(tab, picker, 'picker-narrow');
  });

  it('the picker: a site that has to be allowed, and pasting instead', async () => {
    const tab = await rung.open(site.url('/framed'));
    await tab.evaluate((src) => {
      document.body.prepend(Object.assign(document.createElement('iframe'), { src }));
    }, site.elsewhere('/review'));
    const inner = tab.frameLocator('iframe');
    await inner.locator('p').first().click();
    await rung.command('tag');
    const picker = await pickerFrame(tab);
    await picker.getByRole('button', { name: 'Allow localhost' }).waitFor();
    await looks.atPicker(tab, picker, 'picker-refused-site');
    await picker.getByRole('button', { name: 'Paste a passage instead' }).click();
    await picker.getByRole('textbox', { name: 'Paste the passage here' }).fill(PASSAGE);
    await looks.atPicker(tab, picker, 'picker-paste');
  });

  it('the side panel: its keys, nothing found, pasting, and a failure to store', async () => {
    await seedEvidence(rung.storage, 3);
    await rung.storage.set({ [keyOf(LATER)]: LATER });
    const panel = await rung.extensionPage('/sidepanel.html');
    await panel.getByText('1 piece of evidence was written by a newer version of Rung').waitFor();
    await looks.atWidths(panel, 'panel-newer-record');
    await panel.getByRole('searchbox').fill('zzqx');
    await panel.locator('.nothing-found').waitFor();
    await looks.atWidths(panel, 'panel-nothing-found');
    await panel.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await panel.getByRole('dialog').waitFor();
    await looks.atWidths(panel, 'panel-keys');
    await panel.keyboard.press('Escape');
    await panel.getByRole('tab', { name: 'Evidence' }).click();
    await refuseToWrite(panel, 'QUOTA_BYTES quota exceeded');
    await panel.getByRole('button', { name: 'Delete' }).first().click();
    await panel.getByRole('alert').waitFor();
    await looks.atWidths(panel, 'panel-failure');
    await panel.getByRole('button', { name: 'Tag a pasted passage' }).click();
    await panel.getByRole('textbox', { name: 'Paste the passage here' }).fill(PASSAGE);
    await looks.atWidths(panel, 'panel-paste');
  });

  it('a review period that is over: the forms, a wrong date, coverage and the export', async () => {
    const yesterday = localDay(new Date(Date.now() - 86_400_000));
    const keepPeriod = (periodFrom: string, periodTo: string) =>
      rung.storage.set({ settings: { ...SETTLED.settings, periodFrom, periodTo } });
    await startAfresh(rung, SETTLED);
    await keepPeriod('2024-01-01', yesterday);
    await seedEvidence(rung.storage, 3);
    const inTime = { ...seededRecord(3), when: '2025-09-01' };
    await rung.storage.set({ [keyOf(inTime)]: inTime });
    const tab = await rung.open(site.url('/review'));
    await selectText(tab, PASSAGE);
    await rung.command('tag');
    const picker = await pickerFrame(tab);
    await looks.atPicker(tab, picker, 'period-picker');
    await tab.setViewportSize({ width: 360, height: 640 });
    await picker.getByLabel('When').press('Delete');
    await picker.getByLabel('Note').focus();
    await picker.getByRole('alert').waitFor();
    await looks.atPicker(tab, picker, 'period-picker-wrong');

    const popup = await rung.extensionPage('/popup.html', POPUP);
    await popup.getByRole('button', { name: 'Tag a pasted passage' }).click();
    await popup.getByRole('textbox', { name: 'Paste the passage here' }).fill(PASSAGE);
    await popup.getByLabel('When').scrollIntoViewIfNeeded();
    await looks.at(popup, 'period-popup-paste');

    // Over when the evidence was tagged.
    await keepPeriod('2025-07-01', '2025-12-31');
    const panel = await rung.extensionPage('/sidepanel.html');
    await panel.getByRole('tab', { name: 'Evidence' }).click();
    await panel.getByRole('button', { name: 'Edit' }).first().click();
    await looks.atWidths(panel, 'period-edit');
    await panel.getByRole('tab', { name: 'Coverage' }).click();
    await panel.getByRole('button', { name: /^Date them/ }).scrollIntoViewIfNeeded();
    await looks.atWidths(panel, 'period-coverage');
    await panel.getByRole('button', { name: /^Date them/ }).click();
    await panel.getByRole('button', { name: 'Undo' }).waitFor();
    await looks.atWidths(panel, 'period-dated');
    await panel.getByRole('tab', { name: 'Export' }).click();
    await looks.atWidths(panel, 'period-export');
    await panel.getByRole('button', { name: /^Only the review period/ }).click();
    await looks.atWidths(panel, 'period-export-narrowed');
    await panel.getByRole('tab', { name: 'Evidence' }).click();
    await panel.getByRole('button', { name: 'Tag a pasted passage' }).click();
    await looks.atWidths(panel, 'period-panel-paste');
  }, 120_000);

  it('coverage, where evidence of another ladder fits mine, and once it is moved', async () => {
    const settings = { ...SETTLED.settings, ladder: 'ours' };
    const ours = { ...intercom, id: 'ours', name: 'Ours and the whole company\u2019s' };
    await startAfresh(rung, { settings, ladders: { ours } });
    await seedEvidence(rung.storage, 5);
    const panel = await rung.extensionPage('/sidepanel.html');
    await panel.getByRole('tab', { name: 'Coverage' }).click();
    await panel.getByRole('button', { name: 'Move them' }).waitFor();
    await looks.atWidths(panel, 'coverage-fitting');
    await panel.getByRole('button', { name: 'Move them' }).click();
    await panel.getByRole('button', { name: 'Undo' }).waitFor();
    await looks.atWidths(panel, 'coverage-fitting-moved');
  });

  it('the side panel: where storage cannot be read', async () => {
    const panel = await rung.context.newPage();
    await panel.addInitScript(() => {
      const api = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser })
        .chrome;
      const get = () => Promise.reject(new Error('IO error'));
      Object.assign(api.storage.local, { get });
    });
    await panel.goto(`chrome-extension://${rung.extensionId}/sidepanel.html`);
    await panel.getByRole('button', { name: 'Try again' }).waitFor();
    await looks.atWidths(panel, 'panel-read-failure');
  });

  it('the popup, where there are many ladders', async () => {
    await rung.storage.set({ ladders: MANY_LADDERS });
    const popup = await rung.extensionPage('/popup.html', POPUP);
    await popup.locator('.standing').click();
    await popup.getByRole('radio', { name: 'Bakers of town 19' }).waitFor();
    await looks.at(popup, 'popup-many-ladders');
  });

  it('the options: own ladders, allowed sites, one that is asked for, and what went wrong', async () => {
    const settings = { ...SETTLED.settings, periodFrom: '2026-06-01', periodTo: '2026-01-01' };
    await startAfresh(rung, { settings, ladders: OWN_LADDER });
    const address = `/options.html#allow=${encodeURIComponent('https://docs.example.com/*')}`;
    const options = await rung.extensionPage(address, { width: 1000, height: HEIGHT });
    await options.getByRole('button', { name: 'Allow docs.example.com' }).waitFor();
    await options.getByText('https://docs.google.com').waitFor();
    await chooseFile(options, 'Import a ladder…', 'acme.json', { id: 'acme', levels: [{}] });
    await options.getByText('is not a ladder yet.').waitFor();
    const inBackup = { ...bakersLadder, summary: 'In another version.' };
    const backup = { format: 'rung-evidence', version: 1, ladders: [inBackup], evidence: [{}] };
    await chooseFile(options, 'Restore a backup…', 'backup.json', backup);
    await options.getByText('The backup has a different version').waitFor();
    await looks.at(options, 'options-wrong');
    for (const heading of ['Your own ladders', 'Sites']) {
      await options.getByRole('heading', { name: heading }).evaluate((one) => one.scrollIntoView());
      await looks.atWidths(options, `options-${heading.toLowerCase().replaceAll(' ', '-')}`);
    }
  });
});
