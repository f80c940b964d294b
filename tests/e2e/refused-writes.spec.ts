import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { bakersLadder } from '../fixtures/small-ladder';
import type { InChromium } from './harness/chromium';
import { pickerFrame } from './harness/picker';
import { seedEvidence, seededRecord } from './harness/seed';
import { selectText } from './harness/select';
import type { Site } from './harness/serve';
import { SETTLED } from './support/afresh';
import { chooseFile } from './support/choose-file';
import { coveredPoints } from './support/covered';
import { PASSAGE, page as pageOf, paragraphs, REVIEW, storeEvidence } from './support/kept-review';
import { letWrite, refuseToWrite } from './support/refused-writes';
import { shareChromium } from './support/shared-chromium';
import { evidenceStored, oneStored, storedEvidence } from './support/stored';

const WHY = 'The lock is held by somebody else';
const REFUSED = `The browser refused to store this (${WHY}). Nothing that was stored is lost`;
const SENTENCE = `${REFUSED}: try again,`;
const TYPED = `${REFUSED}, and what you typed is still here:`;

let site: Site;
let rung: InChromium;

shareChromium({ '/review': pageOf(paragraphs(REVIEW)) }, (shared) => {
  ({ site, rung } = shared);
});

/** The view says why, in a sentence that says what is lost: nothing. */
const refusalIn = (view: Page, words = SENTENCE) => view.getByRole('alert').getByText(words);
const undoIn = (view: Page) => view.getByRole('button', { name: 'Undo' });

async function evidenceRoom(): Promise<Page> {
  const panel = await rung.extensionPage('/sidepanel.html');
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  return panel;
}

/** The review with the panel beside it, its evidence shown in both. */
async function showInPanel() {
  const tab = await rung.open(site.url('/review'));
  await rung.clickIcon(tab);
  await rung.key('Escape');
  const panel = await rung.sidePanel();
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  await panel.getByRole('button', { name: 'Show on the page' }).click();
  return { tab, panel };
}

describe('a piece of evidence', () => {
  it('is still there where it could not be deleted', async () => {
    const records = await seedEvidence(rung.storage, 2);
    const panel = await evidenceRoom();
    const remove = panel.getByRole('button', { name: 'Delete' }).first();
    await remove.waitFor();
    await refuseToWrite(panel, WHY);
    await remove.click();

    await refusalIn(panel).waitFor();
    expect(await panel.locator('.evidence').count()).toBe(2);
    expect(await storedEvidence(rung.storage)).toEqual(records);

    await letWrite(panel);
    await remove.click();
    await evidenceStored(rung.storage, 1);
  });

  it('can still be brought back where that was refused, also after another deletion', async () => {
    const records = await seedEvidence(rung.storage, 3);
    const panel = await evidenceRoom();
    const remove = panel.getByRole('button', { name: 'Delete' }).first();
    await remove.click();
    await evidenceStored(rung.storage, 2);
    await refuseToWrite(panel, WHY);
    await undoIn(panel).click();
    await refusalIn(panel).waitFor();
    expect(await evidenceStored(rung.storage, 2)).toEqual(records.slice(0, 2));

    await letWrite(panel);
    await remove.click();
    await panel.getByText('2 pieces of evidence deleted').waitFor();
    await undoIn(panel).click();
    expect(await evidenceStored(rung.storage, 3)).toEqual(records);
  });

  it('keeps its words where it could not be attached, and where that could not be undone', async () => {
    const [first = ''] = REVIEW;
    const before = await storeEvidence(rung.storage, site.url('/review'), 'words that have gone', {
      texts: ['These are words that have gone from it.'],
    });
    const { tab, panel } = await showInPanel();
    const attach = panel.getByRole('button', { name: 'Attach to the selection' });
    await attach.waitFor();
    await selectText(tab, first);
    await refuseToWrite(panel, WHY);
    await attach.click();
    await refusalIn(panel).waitFor();
    expect(await oneStored(rung.storage)).toEqual(before);

    await letWrite(panel);
    await attach.click();
    await panel.getByText('Attached to the selection').waitFor();
    await refuseToWrite(panel, WHY);
    await undoIn(panel).click();
    await refusalIn(panel).waitFor();
    expect((await oneStored(rung.storage)).target.selector[0].exact).toBe(first);

    await letWrite(panel);
    await undoIn(panel).click();
    await expect.poll(async () => (await oneStored(rung.storage)).target).toEqual(before.target);
  });

  it('is still asked about where its new wording could not be taken over', async () => {
    const texts = REVIEW.map((text) => text.replace('completed', 'finished'));
    const then = PASSAGE.replace('completed', 'finished');
    const before = await storeEvidence(rung.storage, site.url('/review'), then, { texts });
    const { panel } = await showInPanel();
    const takeOver = panel.getByRole('button', { name: 'Use the new wording' });
    await takeOver.waitFor();
    await refuseToWrite(panel, WHY);
    await takeOver.click();

    await refusalIn(panel).waitFor();
    expect(await takeOver.isVisible()).toBe(true);
    expect(await oneStored(rung.storage)).toEqual(before);
  });

  it('stays pasted, chosen and written where it could not be stored', async () => {
    const panel = await evidenceRoom();
    await panel.getByRole('button', { name: 'Tag a pasted passage' }).click();
    const passage = panel.getByRole('textbox', { name: 'Paste the passage here' });
    await passage.fill(PASSAGE);
    await panel.getByLabel('Note (optional)').fill('Worth keeping');
    await refuseToWrite(panel, WHY);
    const field = panel.getByRole('combobox', { name: 'Which sub-skill?' });
    await field.fill('customer f');
    await field.press('Enter');

    await refusalIn(panel, TYPED).waitFor();
    expect(await passage.inputValue()).toBe(PASSAGE);
    expect(await panel.getByLabel('Note (optional)').inputValue()).toBe('Worth keeping');
    expect(await field.inputValue()).toBe('customer f');
    expect(await storedEvidence(rung.storage)).toEqual([]);

    await letWrite(panel);
    await field.press('Enter');
    expect(await oneStored(rung.storage)).toMatchObject({ note: 'Worth keeping' });
  });

  it('says why it was not stored in full sight, in the popup', async () => {
    await rung.open(site.url('/review'));
    const popup = await rung.popup();
    await popup.getByRole('button', { name: 'Tag a pasted passage' }).click();
    await popup.getByRole('textbox', { name: 'Paste the passage here' }).fill(PASSAGE);
    await refuseToWrite(popup, WHY);
    await popup.getByRole('combobox', { name: 'Which sub-skill?' }).press('Enter');
    await refusalIn(popup, TYPED).waitFor();
    await expect.poll(() => coveredPoints(popup.getByRole('alert'))).toBe(0);
  });

  it('says why it was not stored in full sight, in a picker without much room', async () => {
    const tab = await rung.open(site.url('/review'));
    await tab.setViewportSize({ width: 720, height: 420 });
    await selectText(tab, PASSAGE);
    await rung.command('tag');
    const picker = await pickerFrame(tab);
    await refuseToWrite(picker, WHY);
    await rung.key('Enter');
    await picker.getByText(TYPED).waitFor();
    await expect.poll(() => coveredPoints(picker.getByRole('alert'))).toBe(0);

    const when = picker.getByLabel('When');
    await when.fill('2099-01-01');
    await rung.key('Enter');
    const future = picker.getByRole('alert').filter({ hasText: 'That day is still to come.' });
    await future.waitFor();
    await expect.poll(() => coveredPoints(future)).toBe(0);
  });

  it('that was just tagged says so where that could not be undone, and can be undone once more', async () => {
    const tab = await rung.open(site.url('/review'));
    await selectText(tab, PASSAGE);
    await rung.command('tag');
    const picker = await pickerFrame(tab);
    await rung.key('Enter');
    const undo = picker.getByRole('button', { name: 'Undo' });
    await undo.waitFor();
    await refuseToWrite(picker, WHY);
    await undo.click();
    await picker.getByText(SENTENCE).waitFor();
    await oneStored(rung.storage);

    await letWrite(picker);
    await undo.click();
    await picker.getByText('Undone. Nothing new is tagged.').waitFor();
    expect(await storedEvidence(rung.storage)).toEqual([]);
  });
});

describe('what is set once', () => {
  it('stays chosen where the ladder and level could not be changed', async () => {
    const panel = await rung.extensionPage('/sidepanel.html');
    await panel.locator('.standing').click();
    const dialog = panel.getByRole('dialog', { name: 'Change ladder or level' });
    await dialog.getByRole('radio', { name: 'Webflow PM' }).check();
    await dialog.getByRole('radio', { name: 'PM4' }).check();
    await refuseToWrite(panel, WHY);
    await dialog.getByRole('button', { name: 'Use PM4' }).click();

    await refusalIn(panel, TYPED).waitFor();
    expect(await dialog.getByRole('radio', { name: 'PM4' }).isChecked()).toBe(true);
    expect(await rung.storage.get('settings')).toEqual(SETTLED);
  });

  it('stays typed where the review period could not be stored, and is stored with the next day', async () => {
    const options = await rung.extensionPage('/options.html');
    const from = options.getByLabel('From', { exact: true });
    await from.waitFor();
    await refuseToWrite(options, WHY);
    await from.fill('2026-01-08');
    await refusalIn(options, TYPED).waitFor();
    expect(await from.inputValue()).toBe('2026-01-08');
    expect(await rung.storage.get('settings')).toEqual(SETTLED);

    await letWrite(options);
    await options.getByLabel('To', { exact: true }).fill('2026-06-30');
    await expect
      .poll(async () => (await rung.storage.get('settings')).settings)
      .toMatchObject({ periodFrom: '2026-01-08', periodTo: '2026-06-30' });
    await refusalIn(options, TYPED).waitFor({ state: 'detached' });
  });

  it('has no ladder more or less where that could not be stored, and can be asked again', async () => {
    const options = await rung.extensionPage('/options.html');
    const take = () => chooseFile(options, 'Import a ladder…', 'bakers.json', bakersLadder);
    const rows = options.locator('.rows', { hasText: bakersLadder.name });
    await options.getByRole('button', { name: 'Import a ladder…' }).waitFor();
    await refuseToWrite(options, WHY);
    await take();
    await refusalIn(options).waitFor();
    expect(await rows.count()).toBe(0);

    await letWrite(options);
    await take();
    await rows.waitFor();
    await refuseToWrite(options, WHY);
    await rows.getByRole('button', { name: 'Remove' }).click();
    await refusalIn(options).waitFor();
    expect(await rows.count()).toBe(1);

    await letWrite(options);
    await rows.getByRole('button', { name: 'Remove' }).click();
    await rows.waitFor({ state: 'detached' });
    await refuseToWrite(options, WHY);
    await undoIn(options).click();
    await refusalIn(options).waitFor();
    await letWrite(options);
    await undoIn(options).click();
    await rows.waitFor();
  });
});

/** After any other record here was changed. */
const LATER = '2027-01-01T00:00:00.000Z';

it('leaves what is here where a backup could not be restored, nor the restore undone', async () => {
  const records = await seedEvidence(rung.storage, 2);
  const options = await rung.extensionPage('/options.html');
  const backup = {
    format: 'rung-evidence',
    version: 1,
    evidence: [seededRecord(7), { ...seededRecord(0), note: 'Later', modified: LATER }],
  };
  const restore = () => chooseFile(options, 'Restore a backup…', 'backup.json', backup);
  await options.getByRole('button', { name: 'Restore a backup…' }).waitFor();
  await refuseToWrite(options, WHY);
  await restore();
  await refusalIn(options).waitFor();
  expect(await storedEvidence(rung.storage)).toEqual(records);

  await letWrite(options);
  await restore();
  const restored = await evidenceStored(rung.storage, 3);
  await refuseToWrite(options, WHY);
  await undoIn(options).click();
  await refusalIn(options).waitFor();
  expect(await evidenceStored(rung.storage, 3)).toEqual(restored);

  await letWrite(options);
  await undoIn(options).click();
  await expect.poll(() => storedEvidence(rung.storage)).toEqual(records);
});
