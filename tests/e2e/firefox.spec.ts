import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { keyOf } from '../../data/evidence/keys';
import { axe, type Evaluator } from './harness/axe';
import { domSnapshot } from './harness/dom-snapshot';
import { type InFirefox, launchFirefox } from './harness/firefox';
import { pickerFrame, pickerGone } from './harness/picker';
import { screenshot } from './harness/pictures';
import { seedEvidence, seededRecord } from './harness/seed';
import { selectText } from './harness/select';
import { type Site, serve } from './harness/serve';
import { until } from './harness/until';
import { SETTLED } from './support/afresh';
import { openSearch } from './support/firefox-popup';
import { EDITED, OPEN_TO_ALL, PASSAGE, REVIEW_PAGE } from './support/review';
import { evidenceStored, oneStored, storedEvidence } from './support/stored';

/** In functions that run inside the extension. */
declare const chrome: typeof import('wxt/browser').browser;

/** The review in a frame, as some editors have it, and something else to read around it. */
const AROUND_REVIEW =
  '<!doctype html><title>Around</title><p>Read this first.</p><iframe src="/" width="600" height="400"></iframe>';

let site: Site;
let rung: InFirefox;
/** Where the browser saves files. */
let downloads: string;

beforeAll(async () => {
  site = await serve({ '/': REVIEW_PAGE, '/open': OPEN_TO_ALL, '/frame': AROUND_REVIEW });
  downloads = await mkdtemp(join(tmpdir(), 'rung-saved-'));
  rung = await launchFirefox({
    preferences: {
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
    },
  });
});
beforeEach(async () => {
  await rung.storage.clear();
  await rung.storage.set(SETTLED);
});
afterAll(async () => {
  await rung?.close();
  await site?.close();
  await rm(downloads, { recursive: true, force: true });
});

const textOf = (page: Page, selector: string) =>
  page.$$eval(selector, (all) => all.map((one) => one.textContent ?? ''));
const flat = (text: string) => text.replace(/\s+/g, ' ');

/** Presses a button of a page by what it says. */
async function press(page: Page, name: string): Promise<void> {
  const button = await page.waitForSelector(`::-p-aria([name="${name}"])`);
  await button?.click();
}

/** As its own closing button would. */
async function closeSidebar(): Promise<void> {
  if (!(await rung.hasView('sidebar'))) return;
  await rung.inView('sidebar', ({ defaultView }) => defaultView?.close());
  await until('the sidebar has gone', async () => !(await rung.hasView('sidebar')));
}

/** The tab with the options that was opened, by how its address goes on. */
function optionsAt(hash: string): Promise<Page> {
  return until('the options are open', async () => {
    for (const one of await rung.browser.pages()) {
      // The driver still lists some tabs that have been closed, and cannot ask them.
      const address = await one.evaluate(() => location.href).catch(() => '');
      if (address.includes(`/options.html${hash}`)) return one;
    }
    return undefined;
  });
}

async function panelAt(tab: string): Promise<Page> {
  const panel = await rung.extensionPage('/sidepanel.html');
  await panel.waitForSelector(`#tab-${tab}`);
  await panel.click(`#tab-${tab}`);
  return panel;
}

it('opens the sidebar by its shortcut, and not by itself when it is installed', async () => {
  await rung.open(site.url());
  expect(await rung.hasView('sidebar')).toBe(false);

  await rung.command('open-panel');

  await until('the sidebar is open', () => rung.hasView('sidebar'));
  const rooms = () =>
    rung.inView('sidebar', (document) => document.querySelectorAll('[role=tab]').length);
  await expect.poll(rooms).toBe(4);
});

it('looks up in the popup, by the keyboard, and opens what was found in the sidebar', async () => {
  await rung.open(site.url());
  await closeSidebar();
  await openSearch(rung);
  await rung.display.type('learn fast');
  const best = () =>
    rung.inView('popup', (document) => document.querySelector('.result-name')?.textContent);
  await expect.poll(best).toBe('Learn fast');
  const marked = await rung.inView('popup', (document) =>
    [...document.querySelectorAll('mark')].map((one) => one.textContent),
  );
  expect(marked.length).toBeGreaterThan(0);

  await rung.key('Enter');

  await until('the popup has gone', async () => !(await rung.hasView('popup')));
  const opened = () =>
    rung.inView('sidebar', (document) => document.querySelector('.sub-skill h2')?.textContent);
  await expect.poll(opened).toBe('Learn fast');
});

it.each([
  ['a page', PASSAGE],
  ['an editor', EDITED],
])('tags in %s with three keystrokes, and leaves it as it was', async (_where, passage) => {
  const page = await rung.open(site.url());
  await selectText(page, passage);
  const before = await domSnapshot(page);
  await rung.command('tag');
  await pickerFrame(page);
  await rung.key('ArrowDown', 'Enter');

  const record = await oneStored(rung.storage);
  expect(record).toMatchObject({ ladder: 'intercom-pm', level: 'senior-pm', kind: 'self' });
  expect(record.target).toMatchObject({ source: site.url(), title: 'Self-review 2026' });
  expect(flat(record.target.selector[0].exact)).toBe(passage);
  await rung.key('Escape');
  await pickerGone(page);
  expect(await domSnapshot(page)).toBe(before);
});

it('tags from the sidebar, where the form then is', async () => {
  const page = await rung.open(site.url());
  await selectText(page, PASSAGE);
  await closeSidebar();
  await rung.command('open-panel');
  const clickIn = (selector: string) =>
    until(`the sidebar has ${selector}`, () =>
      rung.inView(
        'sidebar',
        (document, what) => {
          const there = document.querySelector<HTMLElement>(what);
          there?.click();
          return there !== null;
        },
        selector,
      ),
    );
  await until('the sidebar is open', () => rung.hasView('sidebar'));
  await clickIn('#tab-evidence');
  await until('it has the evidence', () =>
    rung.inView('sidebar', (document) => document.querySelector('.this-page') !== null),
  );
  await clickIn('.this-page .button.primary');
  const shown = () =>
    rung.inView('sidebar', (document) => document.querySelector('.passage')?.textContent ?? '');
  await expect.poll(async () => flat(await shown())).toBe(PASSAGE);

  await clickIn('.option');
  const record = await oneStored(rung.storage);
  expect(record.target).toMatchObject({ source: site.url(), surface: 'page' });
  await closeSidebar();
});

/** A hand on the mouse, as only that gives the sidebar the keyboard. */
async function clickIntoSidebar(): Promise<void> {
  await closeSidebar();
  await rung.command('open-panel');
  const tab = await until('the sidebar is there', () =>
    rung.inView('sidebar', (document) => {
      const { x, y, width, height } =
        document.querySelector('#tab-export')?.getBoundingClientRect() ?? new DOMRect();
      const { mozInnerScreenX = 0, mozInnerScreenY = 0 } = document.defaultView as never as {
        mozInnerScreenX?: number;
        mozInnerScreenY?: number;
      };
      if (width === 0) return null;
      return [mozInnerScreenX + x + width / 2, mozInnerScreenY + y + height / 2];
    }),
  );
  const [x = 0, y = 0] = tab as number[];
  await rung.display.click(x, y);
  await until('the sidebar has the keyboard', () =>
    rung.inView('sidebar', (document) => document.hasFocus()),
  );
}

/** Tags there with the shortcut. */
async function tagInSidebar(): Promise<void> {
  await rung.command('tag');
  await until('the form has the keyboard', () =>
    rung.inView('sidebar', (document) => document.activeElement?.matches('.tag-form input')),
  );
}

it('tags in the sidebar by the shortcut, where that has the keyboard', async () => {
  const page = await rung.open(site.url());
  await selectText(page, PASSAGE);
  await clickIntoSidebar();
  await tagInSidebar();
  await rung.display.type('decis');
  await until('it finds what is typed', () =>
    rung.inView(
      'sidebar',
      (document) =>
        document.querySelector('.option.active .option-name')?.textContent === 'Decisiveness',
    ),
  );
  await rung.key('Enter');
  expect(await oneStored(rung.storage)).toMatchObject({ subSkill: 'decisiveness' });
  expect(page.frames()).toHaveLength(1);
  await closeSidebar();
});

it('tags what is selected in the frame the user was in, not what was left selected around it', async () => {
  const page = await rung.open(site.url('/frame'));
  await selectText(page, 'Read this first');
  const inner = await until('the frame has loaded', async () => {
    const [, frame] = page.frames();
    return (await frame?.$('p')) ? frame : undefined;
  });
  await (await inner.$('p'))?.click();
  await selectText(inner, PASSAGE);
  await clickIntoSidebar();
  await tagInSidebar();
  const passage = await rung.inView(
    'sidebar',
    (document) => document.querySelector('.tag-form .passage')?.textContent,
  );
  expect(passage).toBe(PASSAGE);
  await rung.key('Escape');
  await closeSidebar();
});

it('takes letters, a note, several sub-skills, and undo', async () => {
  const page = await rung.open(site.url());
  await selectText(page, PASSAGE);
  await rung.command('tag');
  const picker = await pickerFrame(page);
  const active = () =>
    picker.evaluate(() => document.querySelector('.option.active .option-name')?.textContent);
  await rung.display.type('alig');
  await expect.poll(active).toBe('Alignment & Evangelism');
  await rung.key('Shift+Enter');
  await rung.display.type('decis');
  await expect.poll(active).toBe('Decisiveness');
  await rung.key('Enter');

  const records = await evidenceStored(rung.storage, 2);
  expect(records.map((one) => one.subSkill).sort()).toEqual([
    'alignment-evangelism',
    'decisiveness',
  ]);
  await until('the confirmation is there', () =>
    picker.evaluate(() => document.activeElement?.matches('.saved')),
  );
  await rung.key('Tab', 'Enter');
  await expect.poll(() => storedEvidence(rung.storage)).toEqual([]);
});

it('leads to where the site of a frame can be allowed', async () => {
  const page = await rung.open(site.url());
  await page.evaluate((src) => {
    document.body.prepend(Object.assign(document.createElement('iframe'), { src }));
  }, site.elsewhere());
  const passage = await until('the frame is there', () =>
    page.frames().at(-1)?.waitForSelector('#read', { timeout: 500 }),
  );
  await passage.click();
  await selectText(passage.frame, PASSAGE);
  await rung.command('tag');
  const picker = await pickerFrame(page);
  expect(await picker.evaluate(() => document.querySelector('[role=alert] p')?.textContent)).toBe(
    'The selection is in a part of the page that comes from localhost, which Rung can read only if you allow that site. Allow it, or copy the passage and paste it here.',
  );
  await rung.key('Enter');

  const options = await optionsAt('#allow=');
  await until('the button has the keyboard', () =>
    options.evaluate(() => document.activeElement?.textContent === 'Allow localhost'),
  );
  await options.close();
});

it('leads from the first run in the picker to where a backup is restored', async () => {
  await rung.storage.clear();
  const page = await rung.open(site.url());
  await selectText(page, PASSAGE);
  await rung.command('tag');
  const picker = await pickerFrame(page);
  const restore = await picker.waitForSelector('::-p-aria([name="Restore a backup…"])');
  await restore?.click();
  await (await optionsAt('')).close();
});

it('explains a selection of nothing', async () => {
  const page = await rung.open(site.url());
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await rung.command('tag');
  const picker = await pickerFrame(page);

  expect(await picker.evaluate(() => document.querySelector('[role=alert] p')?.textContent)).toBe(
    'Nothing is selected. Select the passage that shows what you did, then try again.',
  );
});

it('shows evidence in its sidebar page as it is tagged, searches and deletes it', async () => {
  await seedEvidence(rung.storage, 12);
  const panel = await panelAt('evidence');
  await expect.poll(() => panel.$$eval('.evidence', (all) => all.length)).toBe(12);

  const fresh = { ...seededRecord(40), id: 'fresh' };
  await rung.storage.set({ [keyOf(fresh)]: fresh });
  await panel.waitForSelector('.evidence[data-id="fresh"]');

  await panel.type('input[type=search]', 'pricing');
  await expect
    .poll(async () => (await textOf(panel, '.list-count'))[0])
    .toBe('2 of 13 pieces of evidence');
  await press(panel, 'Clear the search');
  await panel.click('.evidence[data-id="fresh"] [aria-label=Delete]');
  await evidenceStored(rung.storage, 12);
  await press(panel, 'Undo: Deleted');
  expect((await evidenceStored(rung.storage, 13)).map(({ id }) => id)).toContain('fresh');
});

it('leads from the options to where shortcuts are changed', async () => {
  const options = await rung.extensionPage('/options.html');
  await press(options, 'Change the shortcuts');
  const list = await until('the list of them is open', async () => {
    for (const one of await rung.browser.pages()) {
      if (one.url().startsWith('about:addons')) return one;
    }
    return undefined;
  });
  await list.close();
  await options.close();
});

it('saves Markdown as a file', async () => {
  const [record] = await seedEvidence(rung.storage, 1);
  const panel = await panelAt('export');
  await panel.waitForSelector('.export-forms');
  await panel.evaluate(() => {
    const [markdown] = document.querySelectorAll('.export-forms li');
    const [, save] = markdown?.querySelectorAll('button') ?? [];
    save?.click();
  });
  const name = await until('a file is saved', async () =>
    (await readdir(downloads)).find((one) => /^rung-evidence-\d{4}-\d{2}-\d{2}\.md$/.test(one)),
  );
  // It stands there before there is anything in it.
  await expect.poll(() => readFile(join(downloads, name), 'utf8')).not.toBe('');
  const text = await readFile(join(downloads, name), 'utf8');

  expect(text).toContain('#### Customer focus');
  expect(text).toContain(`> ${record?.target.selector[0].exact}`);
  expect(text).toContain(record?.target.source);
});

it('has no request leave its pages or its background', async () => {
  const address = site.url('/open');
  const ask = (url: string) => fetch(url).then(({ status }) => status, String);
  const page = await rung.browser.newPage();
  await page.goto(site.url());
  expect(await page.evaluate(ask, address)).toBe(200);
  const before = site.asked.length;
  const askInBackground = async (url: string) => {
    const background = (await chrome.runtime.getBackgroundPage()) as typeof globalThis | null;
    return background?.fetch(url).then(({ status }) => status, String);
  };
  for (const path of ['/popup.html', '/sidepanel.html', '/options.html', '/picker.html']) {
    const own = await rung.extensionPage(path);
    const refused = expect.stringContaining('NetworkError');
    expect([path, await own.evaluate(ask, address)]).toEqual([path, refused]);
    expect([path, await own.evaluate(askInBackground, address)]).toEqual([path, refused]);
    await own.close();
  }
  expect(site.asked.slice(before)).not.toContain('/open');
  await page.close();
});

it('has no fault that axe finds, in the popup, the panel and the options', async () => {
  await seedEvidence(rung.storage, 5);
  for (const path of ['/popup.html', '/sidepanel.html', '/options.html']) {
    const page = await rung.extensionPage(path);
    await page.waitForSelector('main');
    await screenshot(page, `screens/firefox${path.replace('.html', '')}`);
    expect([path, await axe(page as Evaluator)]).toEqual([path, []]);
    await page.close();
  }
});
