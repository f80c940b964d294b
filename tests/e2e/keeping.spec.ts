import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { keyOf } from '../../data/evidence/keys';
import { type InChromium, launchChromium } from './harness/chromium';
import { pickerFrame, pickerGone } from './harness/picker';
import { seedEvidence, seededRecord } from './harness/seed';
import { selectText } from './harness/select';
import type { Site } from './harness/serve';
import { until } from './harness/until';
import { SETTLED, startAfresh } from './support/afresh';
import { downloadFrom } from './support/downloads';
import { clickedAt } from './support/mouse';
import { refuseToWrite } from './support/refused-writes';
import { PASSAGE, REVIEW_PAGE } from './support/review';
import { shareChromium } from './support/shared-chromium';
import { evidenceStored, oneStored, storedEvidence } from './support/stored';

/** In functions that run inside the extension. */
declare const chrome: typeof import('wxt/browser').browser;

let site: Site;
let rung: InChromium;

shareChromium({ '/': REVIEW_PAGE, '/second': REVIEW_PAGE }, (shared) => {
  ({ site, rung } = shared);
});

/** Opens the side panel in a tab, where storage refuses to read until `letRead`: all, or evidence. */
async function openUnread(what: 'everything' | 'evidence'): Promise<Page> {
  const page = await rung.context.newPage();
  await page.addInitScript((refused) => {
    const { local } = chrome.storage;
    const get = local.get.bind(local) as (keys: unknown) => Promise<unknown>;
    const getKeys = local.getKeys.bind(local);
    const reads = (isRefused: boolean, read: () => Promise<unknown>) =>
      isRefused && !sessionStorage.getItem('reads')
        ? Promise.reject(new Error('IO error'))
        : read();
    const answers = {
      get: (keys: unknown) => reads(refused === 'everything', () => get(keys)),
      // Which keys there are is asked for the evidence alone.
      getKeys: () => reads(true, getKeys),
    };
    for (const api of [chrome, (globalThis as { browser?: typeof chrome }).browser]) {
      if (api?.storage) Object.assign(api.storage.local, answers);
    }
  }, what);
  await page.goto(`chrome-extension://${rung.extensionId}/sidepanel.html`);
  return page;
}

const letRead = (page: Page) => page.evaluate(() => sessionStorage.setItem('reads', 'yes'));

/** A record as a later Rung might write it. */
const FUTURE = {
  ...seededRecord(0),
  schema: 2,
  id: 'from-the-future',
  mood: 'confident',
};

it('shows a change at once in every view that is open', async () => {
  const page = await rung.open(site.url());
  const inTab = await rung.extensionPage('/sidepanel.html');
  await inTab.getByRole('tab', { name: 'Evidence' }).click();
  await page.bringToFront();
  const panel = await rung.sidePanel();
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  await panel.getByText('No evidence yet', { exact: true }).waitFor();

  // A real click, so that the window's keyboard is the page's again and not the panel's.
  await clickedAt(rung, page, { x: 200, y: 500 });
  await selectText(page, PASSAGE);
  await rung.command('tag');
  await pickerFrame(page);
  await rung.key('Enter');

  const { id } = await oneStored(rung.storage);
  for (const view of [panel, inTab]) await view.locator(`.evidence[data-id="${id}"]`).waitFor();

  await panel.getByRole('button', { name: 'Edit' }).click();
  await panel.getByLabel('Note (optional)').fill('Seen everywhere');
  await panel.getByRole('button', { name: 'Save changes' }).click();
  await inTab.getByText('Seen everywhere').waitFor();

  await inTab.getByRole('button', { name: 'Delete' }).click();
  await panel.locator('.evidence').waitFor({ state: 'detached' });
});

it('loses nothing when two tabs tag at the same moment', async () => {
  const pickers: Frame[] = [];
  for (const path of ['/', '/second']) {
    const page = await rung.context.newPage();
    await page.goto(site.url(path));
    await page.bringToFront();
    await selectText(page, PASSAGE);
    await rung.command('tag');
    pickers.push(await pickerFrame(page));
  }

  await Promise.all(
    pickers.map((picker) => picker.evaluate(() => document.querySelector('form')?.requestSubmit())),
  );

  const records = await evidenceStored(rung.storage, 2);
  expect(records.map((one) => one.target.source).sort()).toEqual([
    site.url('/'),
    site.url('/second'),
  ]);
});

it('keeps what was typed when storage refuses, and says what to do', async () => {
  const page = await rung.open(site.url());
  await selectText(page, PASSAGE);
  await rung.command('tag');
  const picker = await pickerFrame(page);
  const note = picker.getByLabel('Note (optional)');
  await note.click();
  await rung.display.type('Worth keeping');
  await refuseToWrite(picker, 'QUOTA_BYTES quota exceeded');
  await rung.key('Enter');

  await expect
    .poll(() => picker.getByRole('alert').textContent())
    .toBe(
      'There is no room left to store this. Free some space on this device, or export your ' +
        'evidence and delete some of it, then try again. Nothing that was stored is lost.',
    );
  expect(await note.inputValue()).toBe('Worth keeping');
  expect(await picker.locator('.saved').count()).toBe(0);
  expect(await storedEvidence(rung.storage)).toEqual([]);

  await rung.key('Escape');
  await picker.getByText('Press Escape again to discard what you wrote').waitFor();
  await rung.key('Escape');
  await pickerGone(page);
});

it('says why storage refused where it was not for want of room', async () => {
  const page = await rung.open(site.url());
  await selectText(page, PASSAGE);
  await rung.command('tag');
  const picker = await pickerFrame(page);
  await refuseToWrite(picker, 'The lock is held by somebody else');
  await rung.key('Enter');

  await expect
    .poll(() => picker.getByRole('alert').textContent())
    .toMatch(
      /^The browser refused to store this \(The lock is held by somebody else\)\. Nothing that was stored is lost, and what you/,
    );
});

it('saves all sub-skills of a passage or none', async () => {
  const page = await rung.open(site.url());
  await selectText(page, PASSAGE);
  await rung.command('tag');
  const picker = await pickerFrame(page);
  await rung.key('Shift+Enter', 'ArrowDown', 'Shift+Enter');
  await picker.getByRole('button', { name: 'Tag as 2 sub-skills' }).waitFor();
  await picker.evaluate(() => {
    const { local } = chrome.storage;
    const set = local.set.bind(local);
    let written = 0;
    const roomForOne = (values: Record<string, unknown>) => {
      written += Object.keys(values).length;
      return written > 1 ? Promise.reject(new Error('disk full')) : set(values);
    };
    for (const api of [chrome, (globalThis as { browser?: typeof chrome }).browser]) {
      if (api) Object.assign(api.storage.local, { set: roomForOne });
    }
  });
  await rung.key('Enter');

  await picker.getByRole('alert').waitFor();
  expect(await storedEvidence(rung.storage)).toEqual([]);
});

it('says so when the first run cannot be stored, and keeps the answers', async () => {
  await startAfresh(rung, {});
  await rung.open(site.url());
  const panel = await rung.sidePanel();
  await panel.getByRole('radio', { name: 'Webflow PM' }).check();
  await refuseToWrite(panel, 'QUOTA_BYTES quota exceeded');
  await panel.getByRole('radio', { name: 'PM4' }).check();
  await panel.getByRole('button', { name: 'Use PM4' }).click();

  await panel.getByRole('alert').getByText('There is no room left').waitFor();
  expect(await panel.getByRole('radio', { name: 'PM4' }).isChecked()).toBe(true);
});

it('leaves an edit open when it cannot be stored', async () => {
  const [record] = await seedEvidence(rung.storage, 1);
  await rung.open(site.url());
  const panel = await rung.sidePanel();
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  await panel.getByRole('button', { name: 'Edit' }).click();
  await panel.getByLabel('Note (optional)').fill('Not lost');
  await refuseToWrite(panel, 'disk full');
  await panel.getByRole('button', { name: 'Save changes' }).click();

  await panel.getByRole('alert').getByText('There is no room left').waitFor();
  expect(await panel.getByLabel('Note (optional)').inputValue()).toBe('Not lost');
  expect(await storedEvidence(rung.storage)).toEqual([record]);
});

it('keeps a record of a later Rung, says so, and exports it as it is', async () => {
  const [mine] = await seedEvidence(rung.storage, 1);
  await rung.storage.set({ [keyOf(FUTURE)]: FUTURE });
  await rung.open(site.url());
  const panel = await rung.sidePanel();
  await panel
    .getByText(
      '1 piece of evidence was written by a newer version of Rung: update Rung to see it. It is kept as it is, and in every backup.',
    )
    .waitFor();
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  expect(await panel.locator('.evidence').count()).toBe(1);

  await panel.getByRole('tab', { name: 'Export' }).click();
  const json = await downloadFrom(panel, () =>
    panel.locator('.export-forms li', { hasText: 'JSON' }).getByRole('button').click(),
  );
  expect(JSON.parse(json.text).evidence).toEqual([mine, FUTURE]);

  await panel.getByRole('tab', { name: 'Evidence' }).click();
  await panel.getByRole('button', { name: 'Delete' }).click();
  await until('only the later record is stored', async () => {
    const stored = await storedEvidence(rung.storage);
    return stored.length === 1 && stored[0]?.id === FUTURE.id;
  });
  expect((await rung.storage.get(keyOf(FUTURE)))[keyOf(FUTURE)]).toEqual(FUTURE);
});

it('saves what is damaged as a file, removes it then, and undoes that', async () => {
  const [mine] = await seedEvidence(rung.storage, 1);
  const damaged = { ...seededRecord(1), kind: 'nobody' };
  const key = keyOf(damaged);
  await rung.storage.set({ [key]: damaged });
  const panel = await rung.extensionPage('/sidepanel.html');
  const file = await downloadFrom(panel, () =>
    panel.locator('.toast').getByRole('button', { name: 'Save' }).click(),
  );
  expect(file.name).toMatch(/^rung-damaged-.*\.json$/);
  expect(JSON.parse(file.text).evidence).toEqual([damaged]);
  await panel.locator('.toast').getByRole('button', { name: 'Remove' }).click();
  await panel.getByText('1 damaged piece of evidence removed').waitFor();
  expect(await storedEvidence(rung.storage)).toEqual([mine]);
  await panel.getByRole('button', { name: 'Undo' }).click();
  await panel.getByText('1 piece of evidence is damaged').waitFor();
  expect((await rung.storage.get(key))[key]).toEqual(damaged);
});

it('keeps everything when the browser is closed and started again', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'rung-profile-'));
  try {
    const first = await launchChromium({ profile, headless: true });
    await first.storage.set(SETTLED);
    const records = await seedEvidence(first.storage, 3);
    await first.close();

    const second = await launchChromium({ profile, headless: true });
    try {
      expect(await storedEvidence(second.storage)).toEqual(records);
      const panel = await second.extensionPage('/sidepanel.html');
      await panel.getByRole('tab', { name: 'Evidence' }).click();
      await expect.poll(() => panel.locator('.evidence').count()).toBe(records.length);
    } finally {
      await second.close();
    }
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
});

describe('where storage refuses to read', () => {
  const WORDS = "The browser refused to read Rung's stored data (IO error).";

  it('says so, and reads again when asked', async () => {
    const panel = await openUnread('everything');
    await panel.getByRole('alert').getByText(WORDS).waitFor();

    await letRead(panel);
    await panel.getByRole('button', { name: 'Try again' }).click();
    await panel.getByRole('searchbox', { name: 'Search the ladder' }).waitFor();
    // The storage library reads each of its four values ahead, and nobody hears that fail.
    expect(rung.watched.errors.splice(0)).toEqual(Array(4).fill('IO error'));
  });

  it('shows the ladder all the same where only the evidence is missing', async () => {
    const records = await seedEvidence(rung.storage, 3);
    const panel = await openUnread('evidence');
    await panel.getByRole('searchbox', { name: 'Search the ladder' }).waitFor();
    for (const room of ['Coverage', 'Export', 'Evidence']) {
      await panel.getByRole('tab', { name: room }).click();
      await panel.getByRole('alert').getByText(WORDS).waitFor();
    }
    expect(await panel.getByText('No evidence yet').count()).toBe(0);

    await letRead(panel);
    await panel.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => panel.locator('.evidence').count()).toBe(records.length);
  });
});
