import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { keyOf } from '../../data/evidence/keys';
import type { Evidence } from '../../data/evidence/record';
import { expectationsAt, type Ladder } from '../../data/ladder';
import intercom from '../../data/ladders/intercom-pm.json';
import type { InChromium } from './harness/chromium';
import { seedEvidence, seededRecord } from './harness/seed';
import type { Site } from './harness/serve';
import { closeViews, SETTLED } from './support/afresh';
import { PASTE_PAGE, PASTE_PATH, pasteInto } from './support/clipboard';
import { parseCsv } from './support/csv';
import { downloadFrom } from './support/downloads';
import { shareChromium } from './support/shared-chromium';

let site: Site;
let rung: InChromium;

shareChromium(
  {
    '/': '<!doctype html><html lang="en"><title>A page</title><p>Text</p></html>',
    [PASTE_PATH]: PASTE_PAGE,
  },
  (shared) => {
    ({ site, rung } = shared);
  },
);

/** What a page, and a person, could have written to break out of an export. */
const NASTY = '=HYPERLINK("https://evil.example","x") <img src=x onerror=alert(1)> [a](b) "quoted"';

function nasty(): Evidence {
  const base = seededRecord(0);
  const selector = { ...base.target.selector[0], exact: NASTY };
  return {
    ...base,
    id: 'nasty',
    note: '@SUM(A1) | # not a heading\n- not a list',
    target: { ...base.target, selector: [selector], title: '+1 <b>bold</b> title' },
  };
}

async function openExport(): Promise<Page> {
  await rung.open(site.url());
  const panel = await rung.sidePanel();
  await panel.getByRole('tab', { name: 'Export' }).click();
  return panel;
}

const form = (panel: Page, title: string) =>
  panel.locator('.export-forms li', { has: panel.getByText(title, { exact: true }) });
const save = (panel: Page, title: string) =>
  downloadFrom(panel, () => form(panel, title).getByRole('button', { name: 'Save' }).click());
const quoteOf = (one: Evidence) => one.target.selector[0].exact;
const TODAY = /\d{4}-\d{2}-\d{2}/;

it('says what to do where there is nothing yet', async () => {
  const panel = await openExport();
  await panel.getByText('Nothing to export yet').waitFor();
  await panel.getByRole('button', { name: 'Go to Evidence' }).click();
  await panel.getByRole('tab', { name: 'Evidence', selected: true }).waitFor();
});

it('saves Markdown: skill area, sub-skill, what is expected, quotes, days, links', async () => {
  const [record] = await seedEvidence(rung.storage, 1);
  if (!record) throw new Error('Nothing was seeded.');
  const panel = await openExport();
  const file = await save(panel, 'Markdown');

  expect(file.name).toMatch(new RegExp(`^rung-evidence-${TODAY.source}\\.md$`));
  const lines = file.text.split('\n');
  expect(lines.filter((line) => line.startsWith('#'))).toEqual([
    '# Evidence',
    '## Intercom PM',
    '### Insight Driven',
    '#### Customer focus',
  ]);
  expect(file.text).toContain(`> ${quoteOf(record)}`);
  expect(file.text).toContain(`2026-01-05 · Self · [Review notes 1](${record.target.source})`);
  const expected = expectationsAt(intercom as Ladder, 'customer-focus', 'associate-pm');
  const statements = expected.flatMap(({ fresh }) => fresh);
  expect(statements.length).toBeGreaterThan(0);
  const plain = file.text.replaceAll('\\', '');
  for (const statement of statements) expect(plain).toContain(statement);
});

it('saves CSV that a spreadsheet reads, and runs nothing of it', async () => {
  const records = await seedEvidence(rung.storage, 3);
  await rung.storage.set({ [keyOf(nasty())]: nasty() });
  const panel = await openExport();
  const file = await save(panel, 'CSV');

  expect(file.name).toMatch(/\.csv$/);
  expect(file.text.startsWith('\ufeff')).toBe(true);
  expect(file.text.replaceAll('\r\n', '')).not.toMatch(/\r/);
  const [header, ...rows] = parseCsv(file.text.slice(1));
  expect(header).toEqual([
    'Ladder',
    'Skill area',
    'Sub-skill',
    'Level',
    'Expected',
    'Evidence',
    'Whose view',
    'Note',
    'Tagged on',
    'When',
    'Document',
    'Address',
  ]);
  expect(rows.length).toBe(records.length + 1);
  for (const row of rows) {
    expect(row.length).toBe(header?.length);
    for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  }
  const cells = rows.flat();
  expect(cells).toContain(`'${NASTY}`);
  expect(cells).toContain("'+1 <b>bold</b> title");
  for (const record of records) expect(cells).toContain(quoteOf(record));
});

it('saves everything as JSON, also what the filter holds back', async () => {
  const records = await seedEvidence(rung.storage, 40);
  const panel = await openExport();
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  await panel.getByRole('searchbox').fill('pricing');
  await panel.getByRole('tab', { name: 'Export' }).click();
  const file = await save(panel, 'JSON');

  expect(file.name).toMatch(/\.json$/);
  const { exportedAt, ...rest } = JSON.parse(file.text);
  expect(exportedAt).toMatch(/^\d{4}-.*Z$/);
  expect(rest).toEqual({
    format: 'rung-evidence',
    version: 1,
    evidence: records,
    ladders: [],
    settings: SETTLED.settings,
  });
});

it('exports what is shown, says how much that is, and shows it first', async () => {
  const records = await seedEvidence(rung.storage, 30);
  const panel = await openExport();
  await panel.getByText('All 30 pieces of evidence will be exported.').waitFor();
  await panel.getByRole('button', { name: 'Narrow it down' }).click();
  await panel.getByRole('searchbox').fill('pricing');
  await panel.getByRole('tab', { name: 'Export' }).click();

  const passing = records.filter((one) => /pricing/.test(quoteOf(one)));
  await panel
    .getByText(`The filter leaves ${passing.length} of 30 pieces of evidence to export.`)
    .waitFor();
  const { text } = await save(panel, 'Markdown');
  expect(text.match(/^> /gm)?.length).toBe(passing.length);
  expect(text.startsWith((await panel.locator('.preview pre').textContent()) ?? '?')).toBe(true);

  await panel.getByRole('button', { name: 'Export everything' }).click();
  await panel.getByText('All 30 pieces of evidence will be exported.').waitFor();
});

it('copies for a document: rich text and plain text, ready to paste', async () => {
  const [record] = await seedEvidence(rung.storage, 1);
  await rung.storage.set({ [keyOf(nasty())]: nasty() });
  if (!record) throw new Error('Nothing was seeded.');
  const panel = await openExport();
  await panel.getByRole('button', { name: 'Copy for a document' }).click();
  await panel.getByText('Copied. Paste it into your document.').waitFor();
  await closeViews(rung);

  const { html, text } = await pasteInto(rung, site);
  const page = await rung.open(site.url());
  const seen = await page.evaluate((markup) => {
    const body = new DOMParser().parseFromString(markup, 'text/html').body;
    const texts = (selector: string) =>
      [...body.querySelectorAll(selector)].map((one) => one.textContent);
    return {
      areas: texts('h2'),
      subSkills: texts('h3'),
      links: [...body.querySelectorAll('a')].map((one) => one.href),
      quotes: texts('i'),
      others: body.querySelectorAll('img, script, h1').length,
    };
  }, html);
  expect(seen).toEqual({
    areas: ['Insight Driven'],
    subSkills: ['Customer focus'],
    links: [record.target.source, record.target.source],
    quotes: expect.arrayContaining([`“${quoteOf(record)}”`, `“${NASTY}”`]),
    others: 0,
  });
  expect(text).toContain('Customer focus');
  expect(text).toContain(`“${quoteOf(record)}”`);
  expect(text).toContain(record.target.source);
  expect(text).not.toMatch(/<p>|<h2>|&lt;/);
});

it('copies Markdown, in which nothing of the page is markup', async () => {
  await rung.storage.set({ [keyOf(nasty())]: nasty() });
  const panel = await openExport();
  await form(panel, 'Markdown').getByRole('button', { name: 'Copy' }).click();
  await panel.getByText('Copied as Markdown').waitFor();
  await closeViews(rung);

  const { text } = await pasteInto(rung, site);
  expect(text).toContain('# Evidence');
  expect(text).toContain('img src=x');
  expect(text).not.toMatch(/(?<!\\)</);
  expect(text).not.toContain('[a](b)');
  expect(text).not.toMatch(/^- not a list/m);
});
