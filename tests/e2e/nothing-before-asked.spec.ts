import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentKey } from '../../data/document-key';
import { keyOf } from '../../data/evidence/keys';
import type { Evidence } from '../../data/evidence/record';
import { buildFolder, CHROMIUM_BUILD, FIREFOX_BUILD } from './harness/builds';
import type { InChromium } from './harness/chromium';
import { domSnapshot } from './harness/dom-snapshot';
import { pickerFrame, pickerGone } from './harness/picker';
import { seededRecord } from './harness/seed';
import { selectText } from './harness/select';
import type { Site } from './harness/serve';
import { lookUp } from './harness/steps';
import { EDITED, OPEN_TO_ALL, PASSAGE, REVIEW_PAGE } from './support/review';
import { shareChromium } from './support/shared-chromium';
import { notedIn, worldsIn } from './support/worlds';

/** In functions that run inside the extension. */
declare const chrome: typeof import('wxt/browser').browser;

let site: Site;
let rung: InChromium;

shareChromium({ '/': REVIEW_PAGE, '/second': REVIEW_PAGE, '/open': OPEN_TO_ALL }, (shared) => {
  ({ site, rung } = shared);
});

describe('the manifest', () => {
  it.each([CHROMIUM_BUILD, FIREFOX_BUILD])('of %s asks for no site and no script', async (name) => {
    const manifest = JSON.parse(await readFile(join(buildFolder(name), 'manifest.json'), 'utf8'));
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.content_scripts ?? []).toEqual([]);
    expect([...manifest.permissions].sort()).toEqual(
      [
        'activeTab',
        'contextMenus',
        'scripting',
        'storage',
        'unlimitedStorage',
        ...(name === CHROMIUM_BUILD ? ['sidePanel'] : []),
      ].sort(),
    );
    const shared = manifest.web_accessible_resources.flatMap(
      (one: { resources: string[] }) => one.resources,
    );
    expect(shared).toEqual(['picker.html']);
  });

  it('is given no site by the browser at install, and no script is registered', async () => {
    const worker = await rung.worker();
    expect((await worker.evaluate(() => chrome.permissions.getAll())).origins).toEqual([]);
    const scripts = await worker.evaluate(() => chrome.scripting.getRegisteredContentScripts());
    expect(scripts).toEqual([]);
  });
});

describe('a request', () => {
  const ask = (url: string) => fetch(url).then(({ status }) => status, String);
  const reached = () => site.asked.includes('/open');

  it('leaves a page that may make one', async () => {
    const page = await rung.open(site.url());
    expect(await page.evaluate(ask, site.elsewhere('/open'))).toBe(200);
    expect(reached()).toBe(true);
  });

  it.each(['popup', 'sidepanel', 'options', 'picker'])('leaves not the %s', async (name) => {
    const before = site.asked.length;
    const page = await rung.extensionPage(`/${name}.html`);
    expect(await page.evaluate(ask, site.url('/open'))).toContain('Failed to fetch');
    expect(site.asked.slice(before)).not.toContain('/open');
    await page.close();
    rung.watched.errors.length = 0;
  });

  it('leaves not the background', async () => {
    const before = site.asked.length;
    const worker = await rung.worker();
    expect(await worker.evaluate(ask, site.url('/open'))).toContain('Failed to fetch');
    expect(site.asked.slice(before)).not.toContain('/open');
    rung.watched.errors.length = 0;
  });
});

describe('a page', () => {
  /** Evidence of the page, which a watched site would paint at once. */
  async function evidenceHere(): Promise<Evidence> {
    const base = seededRecord(0);
    const source = site.url();
    const selector = { type: 'TextQuoteSelector' as const, exact: EDITED, prefix: '', suffix: '' };
    const target = { ...base.target, source, document: documentKey(source), selector: [selector] };
    const record = { ...base, target } as Evidence;
    await rung.storage.set({ [keyOf(record)]: record });
    return record;
  }

  it('has no code of the extension in it before it is asked for, and then it has', async () => {
    await evidenceHere();
    const page = await rung.open(site.url());
    const extension = `chrome-extension://${rung.extensionId}`;
    const painted = () => page.evaluate(() => [...CSS.highlights.keys()]);

    // What else is done in Rung meanwhile lets it into no page.
    const popup = await rung.popup();
    await lookUp(popup, 'roadmap');
    const panel = await rung.extensionPage('/sidepanel.html');
    await panel.getByRole('tab', { name: 'Evidence' }).click();
    await panel.locator('.evidence').waitFor();
    await page.bringToFront();
    expect((await worldsIn(page)).filter((origin) => origin === extension)).toEqual([]);
    expect(await painted()).toEqual([]);

    await selectText(page, PASSAGE);
    await rung.command('tag');
    await pickerFrame(page);
    expect((await worldsIn(page)).filter((origin) => origin === extension)).not.toEqual([]);
  });

  it('of another tab stays without it', async () => {
    const other = await rung.context.newPage();
    await other.goto(site.elsewhere());
    const page = await rung.open(site.url());
    await selectText(page, PASSAGE);
    await rung.command('tag');
    await pickerFrame(page);

    expect((await worldsIn(other)).filter((one) => one.startsWith('chrome-extension'))).toEqual([]);
  });

  it('is left alone again once it is left for another page of its site', async () => {
    const record = await evidenceHere();
    const second = site.url('/second');
    const target = { ...record.target, source: second, document: documentKey(second) };
    await rung.storage.set({ [keyOf({ ...record, target })]: { ...record, target } });
    const page = await rung.open(site.url());
    await selectText(page, PASSAGE);
    await rung.command('tag');
    await pickerFrame(page);
    expect(await notedIn(page)).not.toEqual([]);

    await page.goto(second);
    await new Promise((later) => setTimeout(later, 1_000));
    expect(await notedIn(page)).toEqual([]);
    expect(await page.evaluate(() => [...CSS.highlights.keys()])).toEqual([]);
  });

  it('is asked for nothing by its own server that it would not ask for alone', async () => {
    const page = await rung.open(site.url());
    const before = site.asked.length;
    await selectText(page, PASSAGE);
    await rung.command('tag');
    await pickerFrame(page);
    await rung.key('Enter', 'Escape');
    await pickerGone(page);

    // The browser asks for the icon on its own, and when it likes.
    const asked = site.asked.slice(before).filter((path) => path !== '/favicon.ico');
    expect(asked).toEqual([]);
  });

  it('keeps its document but for the host of the picker, while that is open', async () => {
    const page = await rung.open(site.url());
    await selectText(page, PASSAGE);
    const before = (await domSnapshot(page)).split('\n');
    await page.evaluate(() => {
      const changed: string[] = [];
      Object.assign(window, { changed });
      const note = (one: Node) => `${one.nodeName} in ${one.parentNode?.nodeName ?? 'nothing'}`;
      new MutationObserver((records) => {
        for (const { type, target, addedNodes, removedNodes } of records) {
          for (const node of addedNodes) changed.push(`+ ${note(node)}`);
          for (const node of removedNodes) changed.push(`- ${node.nodeName}`);
          if (type !== 'childList') changed.push(`${type} ${note(target)}`);
        }
      }).observe(document, {
        attributes: true,
        characterData: true,
        childList: true,
        subtree: true,
      });
    });
    await rung.command('tag');
    const picker = await pickerFrame(page);
    const during = (await domSnapshot(page)).split('\n');
    await rung.key('Enter');
    await picker.getByText(/^Tagged as/).waitFor();
    await rung.key('Escape');
    await pickerGone(page);

    const added = during.filter((line) => !before.includes(line));
    expect(added.length).toBe(1);
    expect(added[0]).toMatch(/^ {2}< div class="u7e-p" popover="manual" style=/);
    expect((await domSnapshot(page)).split('\n')).toEqual(before);
    const changed = await page.evaluate(() => (window as unknown as { changed: string[] }).changed);
    const inPage = changed.filter(
      (one) => !/^(\+ DIV in HTML|attributes DIV in HTML|- DIV)$/.test(one),
    );
    expect(inPage).toEqual([]);
  });
});
