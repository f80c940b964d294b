import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keyOf } from '../../data/evidence/keys';
import intercom from '../../data/ladders/intercom-pm.json';
import { type InChromium, launchChromium } from './harness/chromium';
import { seedEvidence, seededRecord } from './harness/seed';
import { answerFirstRun, lookUp } from './harness/steps';
import { SETTLED, startAfresh } from './support/afresh';
import { chooseFile } from './support/choose-file';
import { downloadFrom } from './support/downloads';
import { evidenceStored, storedEvidence } from './support/stored';

/** In functions that run inside the extension. */
declare const chrome: typeof import('wxt/browser').browser;

let rung: InChromium;

beforeAll(async () => {
  rung = await launchChromium();
});
beforeEach(() => startAfresh(rung));
afterEach(() => expect(rung.watched).toEqual({ errors: [], foreignRequests: [] }));
afterAll(() => rung?.close());

const openOptions = () => rung.extensionPage('/options.html');
const section = (options: Page, name: string) =>
  options.locator('section', { has: options.getByRole('heading', { name, exact: true }) });

const importLadder = (options: Page, content: string | object) =>
  chooseFile(options, 'Import a ladder…', 'acme.json', content);
const restore = (options: Page, content: string | object) =>
  chooseFile(options, 'Restore a backup…', 'backup.json', content);

it('opens in a tab, from the popup and from the side panel', async () => {
  /** It takes the place of an empty tab in front, where there is one. */
  const openedBy = async (act: () => Promise<void>) => {
    await rung.context.newPage();
    await act();
    const isOptions = (page: Page) => new URL(page.url()).pathname === '/options.html';
    await expect.poll(() => rung.context.pages().some(isOptions), { timeout: 10_000 }).toBe(true);
    const options = rung.context.pages().find(isOptions) as Page;
    await options.getByRole('heading', { name: 'Review period' }).waitFor();
    await options.close();
  };
  await openedBy(async () => {
    const popup = await rung.popup();
    await popup.getByRole('button', { name: 'Options' }).click();
  });
  const panel = await rung.sidePanel();
  await openedBy(() => panel.getByRole('button', { name: 'Options' }).click());
  await panel.getByRole('tab', { name: 'Coverage' }).click();
  await openedBy(() => panel.getByRole('button', { name: 'Set your review period' }).click());
});

const ACME = {
  schema: 1,
  id: 'acme-pm',
  name: 'Acme PM',
  summary: 'What Acme expects.',
  source: { title: 'Ladder', publisher: 'Acme', url: null, note: '' },
  levels: [
    { id: 'l1', name: 'L1', title: 'Associate', summary: 'Learns.' },
    { id: 'l2', name: 'L2', title: 'Manager', summary: 'Owns.' },
  ],
  dimensions: [{ id: 'all', name: 'Expectations', meaning: 'All of it.' }],
  skillAreas: [
    {
      id: 'craft',
      name: 'Craft',
      summary: 'Makes.',
      subSkills: [
        {
          id: 'welding',
          name: 'Welding',
          definition: 'Joins what was apart.',
          expectations: { l1: { all: ['Strikes an arc.'] }, l2: { all: ['Teaches welding.'] } },
        },
      ],
    },
  ],
};

describe('own ladders', () => {
  it('are imported, can be chosen, searched and tagged with, and taken out again', async () => {
    const options = await openOptions();
    await importLadder(options, ACME);
    await options.getByText('Acme PM is ready to use.').waitFor();

    await answerFirstRun(options, 'Acme PM', 'L2');
    const panel = await rung.extensionPage('/sidepanel.html');
    expect(await lookUp(panel, 'welding')).toContain('Welding');

    await options.bringToFront();
    await section(options, 'Your own ladders').getByRole('button', { name: 'Remove' }).click();
    await options.getByText('Acme PM was removed. Its evidence is kept.').waitFor();
    // Whoever stood on it is asked again where they stand.
    await panel.getByRole('radio', { name: 'Webflow PM' }).waitFor();

    await options.getByRole('button', { name: 'Undo' }).click();
    await panel.getByRole('searchbox').waitFor();
  });

  it('replace their older version, and the older can be brought back', async () => {
    const options = await openOptions();
    await importLadder(options, ACME);
    await options.getByText('Acme PM is ready to use.').waitFor();
    await importLadder(options, { ...ACME, summary: 'Now something else.' });
    await options.getByText('Acme PM was replaced.').waitFor();
    const rows = section(options, 'Your own ladders').locator('.rows');
    await rows.getByText('Now something else.').waitFor();

    await options.getByRole('button', { name: 'Undo' }).click();
    await rows.getByText('What Acme expects.').waitFor();
    expect(await rows.locator('li').count()).toBe(1);
  });

  const { levels: _levels, ...withoutLevels } = ACME;
  it.each<[string, string | object, RegExp]>([
    ['empty', '', /^“acme\.json” is empty\./],
    ['cut off', JSON.stringify(ACME).slice(0, 200), /is not JSON, or was cut off/],
    ['with a comma too many', '{\n"id": "acme",\n}', /is not JSON from line 3 on/],
    ['of another kind', '[1, 2]', /is not a ladder yet.*The file doesn't contain a ladder\.$/s],
    ['a backup', { format: 'rung-evidence', version: 1 }, /is a backup of evidence/],
    ['one that comes with Rung', { ...ACME, id: 'intercom-pm' }, /id “intercom-pm”.*own/],
    ['without levels', withoutLevels, /is not a ladder yet\. Nothing was changed.*[Ll]evels/s],
    [
      'with a level that has no name',
      { ...ACME, levels: [ACME.levels[0], { id: 'l2', title: 'x', summary: '' }] },
      /Level 2.*name/s,
    ],
    [
      'with two faults',
      { ...ACME, summary: '', dimensions: [{ id: 'all', name: 'All' }] },
      /"summary" must not be empty.*Dimension 1 "All", meaning is missing/s,
    ],
    ['of six megabytes', ' '.repeat(6_000_000), /is larger than 5 MB, too large for a ladder/],
  ])('say what is wrong with a file that is %s, and change nothing', async (_what, file, says) => {
    const options = await openOptions();
    const before = await rung.storage.get();
    await importLadder(options, file);

    const alert = section(options, 'Your own ladders').getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(says);
    expect(await rung.storage.get()).toEqual(before);
  });

  it('can begin with a bundled one', async () => {
    const options = await openOptions();
    const file = await downloadFrom(options, () =>
      options.getByRole('button', { name: 'Save Intercom PM as a starting point' }).click(),
    );
    expect(file.name).toBe('intercom-pm.json');
    await importLadder(options, { ...JSON.parse(file.text), id: 'ours', name: 'Ours' });
    await options.getByText('Ours is ready to use.').waitFor();
  });

  it('take over the evidence of the one they were made from, all at once', async () => {
    await seedEvidence(rung.storage, 3);
    const lost = { ...seededRecord(0), subSkill: 'lost' };
    await rung.storage.set({
      [keyOf(lost)]: lost,
      settings: { ...SETTLED.settings, ladder: 'ours' },
      ladders: { ours: { ...intercom, id: 'ours', name: 'Ours' } },
    });
    const ladders = async () => (await storedEvidence(rung.storage)).map(({ ladder }) => ladder);
    const panel = await rung.extensionPage('/sidepanel.html', { width: 360, height: 780 });
    await panel.getByRole('tab', { name: 'Coverage' }).click();
    await panel.getByText('3 pieces belong to another ladder.').waitFor();
    await panel.getByText(/^2 pieces on other ladders/).waitFor();

    await panel.getByRole('button', { name: 'Move them to Ours' }).press('Enter');
    await panel.getByText('2 pieces of evidence moved to Ours').waitFor();
    await panel.getByText('1 piece belongs to another ladder.').waitFor();
    expect(await ladders()).toEqual(['intercom-pm', 'ours', 'ours']);
    expect(await panel.locator('.coverage-grid .cell-count').allTextContents()).toEqual(['1', '1']);
    await panel.locator('.coverage-summary button:focus').waitFor();

    await panel.keyboard.press('Control+z');
    await panel.getByText(/^2 pieces on other ladders/).waitFor();
    expect(await ladders()).toEqual(['intercom-pm', 'intercom-pm', 'intercom-pm']);
  });
});

describe('backup', () => {
  it('takes everything out and back in, and restoring twice makes no duplicates', async () => {
    const records = await seedEvidence(rung.storage, 25);
    const first = await openOptions();
    await importLadder(first, ACME);
    await first.getByText('Acme PM is ready to use.').waitFor();
    const file = await downloadFrom(first, () =>
      first.getByRole('button', { name: 'Save a backup' }).click(),
    );
    expect(file.name).toMatch(/^rung-\d{4}-\d{2}-\d{2}\.json$/);

    await startAfresh(rung, {});
    const options = await openOptions();
    await restore(options, file.text);
    await options
      .getByText('Restored: 25 added, 0 updated, 0 already here. 1 ladder added.')
      .waitFor();
    expect(await evidenceStored(rung.storage, 25)).toEqual(records);
    expect((await rung.storage.get('settings')).settings).toEqual(SETTLED.settings);
    await section(options, 'Your own ladders').locator('.rows').getByText('Acme PM').waitFor();

    await restore(options, file.text);
    await options.getByText('Nothing had to be added or changed.').waitFor();
    expect(await options.getByRole('button', { name: 'Undo: Nothing' }).count()).toBe(0);
    expect(await storedEvidence(rung.storage)).toEqual(records);
  });

  it('keeps what is here beside what comes in, and the later of two versions', async () => {
    const records = await seedEvidence(rung.storage, 2);
    const later = { ...seededRecord(0), note: 'Later', modified: '2026-11-01T09:00:00.000Z' };
    const options = await openOptions();
    await restore(options, {
      format: 'rung-evidence',
      version: 1,
      evidence: [later, seededRecord(7)],
    });
    await options.getByText('Restored: 1 added, 1 updated, 0 already here.').waitFor();
    expect(await evidenceStored(rung.storage, 3)).toEqual([later, records[1], seededRecord(7)]);

    await options.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => storedEvidence(rung.storage)).toEqual(records);
  });

  it('says so where a ladder is here in another version, and replaces it if asked', async () => {
    const options = await openOptions();
    await importLadder(options, ACME);
    const rows = section(options, 'Your own ladders').locator('.rows');
    await rows.getByText('What Acme expects.').waitFor();
    await restore(options, {
      format: 'rung-evidence',
      version: 1,
      evidence: [],
      ladders: [{ ...ACME, summary: 'What Acme expects now.' }],
    });
    const backup = section(options, 'Backup');
    await backup.getByText('The backup has a different version of Acme PM.').waitFor();
    await rows.getByText('What Acme expects.').waitFor();

    await backup.getByRole('button', { name: 'Replace Acme PM' }).click();
    await rows.getByText('What Acme expects now.').waitFor();
    await backup.getByRole('button', { name: 'Replace Acme PM' }).waitFor({ state: 'detached' });

    await options.getByRole('button', { name: 'Undo' }).click();
    await rows.getByText('What Acme expects.').waitFor();
    await backup.getByRole('button', { name: 'Replace Acme PM' }).waitFor();
  });

  it('leaves out what it cannot read, says so, and takes the rest', async () => {
    const options = await openOptions();
    const { target: _target, ...broken } = seededRecord(1);
    await restore(options, {
      format: 'rung-evidence',
      version: 1,
      evidence: [seededRecord(0), broken],
    });

    await options.getByText('Restored: 1 added, 0 updated, 0 already here.').waitFor();
    const said = options.getByRole('alert');
    await said.getByText("1 entry couldn't be read and was left out:").waitFor();
    expect(await said.getByRole('listitem').allTextContents()).toEqual([
      'Evidence 2, "target" is missing.',
    ]);
  });

  it.each([
    ['empty', '', 'is empty'],
    ['cut off', '{"format": "rung-ev', 'is not JSON, or was cut off while it was saved'],
    ['of another kind', '{"hello": 1}', 'is not a backup that Rung wrote'],
    [
      'of a newer version of Rung',
      '{"format": "rung-evidence", "version": 9}',
      'was written by a newer version of Rung',
    ],
  ])(
    'says what is wrong with a file that is %s, and changes nothing',
    async (_what, file, says) => {
      await seedEvidence(rung.storage, 2);
      const options = await openOptions();
      const before = await rung.storage.get();
      await restore(options, file);

      const alert = section(options, 'Backup').getByRole('alert');
      await alert.waitFor();
      expect(await alert.textContent()).toContain(says);
      expect(await rung.storage.get()).toEqual(before);
    },
  );
});

it('keeps the keyboard where it is when ladder and level are chosen', async () => {
  const options = await openOptions();
  const form = section(options, 'Ladder and level');
  await form.getByRole('radio', { name: 'Staff PM' }).check();
  await form.getByRole('button', { name: 'Use Staff PM' }).press('Enter');
  await options.getByText('Now on Intercom PM, level Staff PM').waitFor();
  expect(await form.locator('button:focus').textContent()).toBe('In use: Staff PM');

  // What is chosen elsewhere stands here, too.
  const { settings } = await rung.storage.get('settings');
  await rung.storage.set({ settings: { ...(settings as object), level: 'pm' } });
  await form.getByRole('radio', { name: /^PM\b/ }).and(options.locator(':checked')).waitFor();
});

it('sets the review period, which coverage then counts', async () => {
  await seedEvidence(rung.storage, 30);
  const options = await openOptions();
  const period = section(options, 'Review period');
  await period.getByLabel('From').fill('2026-01-08');
  await period.getByLabel('To').fill('2026-01-10');
  await expect
    .poll(async () => (await rung.storage.get('settings')).settings)
    .toMatchObject({ periodFrom: '2026-01-08', periodTo: '2026-01-10' });

  const panel = await rung.extensionPage('/sidepanel.html');
  await panel.getByRole('tab', { name: 'Coverage' }).click();
  await panel.getByText(/^Counting 8 Jan 2026 – 10 Jan 2026\./).waitFor();
  await panel.getByText(/\d+ pieces fall outside the review period\./).waitFor();

  await options.bringToFront();
  await period.getByLabel('To').fill('2026-01-02');
  await period.getByLabel('To').blur();
  await period.getByText('The first day comes after the last').waitFor();
});

it('lists the shortcuts, all of them set, and leads to where they are changed', async () => {
  const options = await openOptions();
  const rows = section(options, 'Keyboard shortcuts').locator('.rows li');
  await expect.poll(() => rows.count()).toBe(3);
  const texts = await rows.allTextContents();
  for (const words of [
    'Look something up on the ladder',
    'Open the side panel',
    'Tag the selected passage as evidence',
  ]) {
    expect(texts.filter((text) => text.startsWith(words)).length).toBe(1);
  }
  expect(texts.filter((text) => text.includes('not set'))).toEqual([]);
  const commands = await (await rung.worker()).evaluate(() => chrome.commands.getAll());
  expect(new Set(commands.map((one) => one.shortcut)).size).toBe(3);

  const opened = rung.context.waitForEvent('page');
  await options.getByRole('button', { name: 'Change the shortcuts' }).click();
  await expect.poll(async () => (await opened).url()).toMatch(/^chrome:\/\/extensions\/shortcuts/);
});

it('says what leaves the device, and which sites are looked at: nothing, and none', async () => {
  const options = await openOptions();
  await section(options, 'What leaves this device').getByText('Nothing.').waitFor();
  await section(options, 'Sites').getByText('Rung looks at no site by itself.').waitFor();
});

it('leads to the licences of all that is in it', async () => {
  const options = await openOptions();
  const [licences] = await Promise.all([
    rung.context.waitForEvent('page'),
    options.getByRole('link', { name: /licence/i }).click(),
  ]);
  await licences.getByText('MIT License').first().waitFor();
  expect(await licences.locator('body').textContent()).toContain('preact');
  await licences.close();
});
