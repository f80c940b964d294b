import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { localDay } from '../../data/days';
import { keyOf } from '../../data/evidence/keys';
import type { InChromium } from './harness/chromium';
import { seedEvidence, seededRecord } from './harness/seed';
import type { Site } from './harness/serve';
import { SETTLED } from './support/afresh';
import { parseCsv } from './support/csv';
import { downloadFrom } from './support/downloads';
import { letWrite, refuseToWrite } from './support/refused-writes';
import { REVIEW_PAGE } from './support/review';
import { shareChromium } from './support/shared-chromium';
import { tagIn } from './support/start-tagging';
import { oneStored, storedEvidence } from './support/stored';

let site: Site;
let rung: InChromium;

shareChromium({ '/': REVIEW_PAGE }, (shared) => {
  ({ site, rung } = shared);
});

/** Over when the evidence that tests begin with was tagged, in January of 2026. */
const PERIOD = { periodFrom: '2025-07-01', periodTo: '2025-12-31' };

const keepPeriod = (period: typeof PERIOD) =>
  rung.storage.set({ settings: { ...SETTLED.settings, ...period } });
beforeEach(() => keepPeriod(PERIOD));

/** Over since yesterday, whatever day a test runs on. */
const yesterday = localDay(new Date(Date.now() - 86_400_000));

async function room(name: string): Promise<Page> {
  const panel = await rung.extensionPage('/sidepanel.html');
  await open(panel, name);
  return panel;
}
const open = (panel: Page, name: string) => panel.getByRole('tab', { name }).click();
const days = async () => (await storedEvidence(rung.storage)).map(({ when }) => when ?? null);

it('counts what is tagged with Enter alone after it has ended', async () => {
  await keepPeriod({ periodFrom: '2024-01-01', periodTo: yesterday });
  const { picker } = await tagIn(rung, site.url());
  expect(await picker.getByLabel('When').inputValue()).toBe(yesterday);
  await picker.getByText(/^Counts for your review period, which ended on \d/).waitFor();
  await rung.key('Enter');
  await picker.getByText(/^Tagged as .*, dated \d/).waitFor();
  expect(await oneStored(rung.storage)).toMatchObject({ when: yesterday });

  const panel = await room('Coverage');
  await panel.getByText(/^Counting 1 Jan 2024 – /).waitFor();
  await panel.getByRole('heading', { name: /^1 of \d+ sub-skills has evidence/ }).waitFor();
  expect(await panel.getByText('outside the review period').count()).toBe(0);

  await open(panel, 'Evidence');
  await panel.getByRole('button', { name: 'Edit' }).click();
  await panel.getByLabel('When').fill('2020-05-05');
  await panel.getByRole('button', { name: 'Save changes' }).click();
  await panel.getByText('5 May 2020').waitFor();
  await open(panel, 'Coverage');
  await panel.getByText('1 piece falls outside the review period.').waitFor();
  // It has a day of its own, which is not to be overruled.
  expect(await panel.getByRole('button', { name: /^Date it/ }).count()).toBe(0);
});

it('stores no date that is half there, and keeps the note', async () => {
  const { picker } = await tagIn(rung, site.url());
  await picker.getByLabel('Note').fill('Ask Ines');
  const when = picker.getByLabel('When');
  await when.press('Delete');
  await when.press('Enter');
  await picker.getByText('That date is not complete.').waitFor();
  expect(await storedEvidence(rung.storage)).toEqual([]);
  await when.fill('2024-02-29');
  await when.press('Enter');
  await picker.getByText(/^Tagged as/).waitFor();
  expect(await oneStored(rung.storage)).toMatchObject({ note: 'Ask Ines', when: '2024-02-29' });
});

it('dates what was tagged after its end, undoes that, and dates all or none', async () => {
  await seedEvidence(rung.storage, 3);
  const inTime = { ...seededRecord(3), when: '2025-09-01' };
  await rung.storage.set({ [keyOf(inTime)]: inTime });
  const panel = await room('Coverage');
  await panel.getByText('3 pieces fall outside the review period.').waitFor();
  const date = panel.getByRole('button', { name: 'Date them to its last day, 31 Dec 2025' });

  await refuseToWrite(panel, 'QUOTA_BYTES quota exceeded');
  await date.click();
  await panel.getByRole('alert').getByText('There is no room left to store this.').waitFor();
  expect(await days()).toEqual([null, null, null, '2025-09-01']);
  await letWrite(panel);

  await date.press('Enter');
  await panel.getByText('3 pieces of evidence are now dated 31 Dec 2025').waitFor();
  expect(await days()).toEqual(['2025-12-31', '2025-12-31', '2025-12-31', '2025-09-01']);
  await panel.getByText('outside the review period').waitFor({ state: 'detached' });
  expect(await panel.locator('button:focus').textContent()).toBe('Count everything');

  await panel.getByRole('button', { name: 'Undo' }).click();
  await panel.getByText('3 pieces fall outside the review period.').waitFor();
  expect(await days()).toEqual([null, null, null, '2025-09-01']);
});

it('is what the export keeps to, if asked', async () => {
  await seedEvidence(rung.storage, 3);
  const inTime = { ...seededRecord(3), when: '2025-09-01' };
  await rung.storage.set({ [keyOf(inTime)]: inTime });
  const panel = await room('Export');
  await panel.getByText('All 4 pieces of evidence will be exported.').waitFor();
  await panel.getByRole('button', { name: 'Only the review period (1)' }).click();
  await panel.getByText('The filter leaves 1 of 4 pieces of evidence to export.').waitFor();
  expect(await panel.getByRole('button', { name: /^Only the review period/ }).count()).toBe(0);

  const csv = panel.locator('.export-forms li', { has: panel.getByText('CSV', { exact: true }) });
  const { text } = await downloadFrom(panel, () => csv.getByRole('button').click());
  const [header = [], ...rows] = parseCsv(text.slice(1));
  expect(rows.map((row) => row[header.indexOf('When')])).toEqual(['2025-09-01']);
  expect(rows[0]?.[header.indexOf('Tagged on')]).toMatch(/^2026-01-0\d$/);

  await panel.getByRole('button', { name: 'Export everything' }).click();
  await panel.getByText('All 4 pieces of evidence will be exported.').waitFor();
});
