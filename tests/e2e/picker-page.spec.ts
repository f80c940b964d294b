import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InChromium } from './harness/chromium';
import { launchFirefox } from './harness/firefox';
import { pickerFrame, pickerShown } from './harness/picker';
import { selectText } from './harness/select';
import { type Site, serve } from './harness/serve';
import { chromiumWithTagger, type Tagger } from './harness/tagger';
import { until } from './harness/until';
import { SETTLED } from './support/afresh';
import { PASSAGE, REVIEW_PAGE } from './support/review';

/** The picker goes after three seconds; on a busy machine its frame takes longer to load. */
const GIVEN_UP_MS = 12_000;

const REFUSED = { view: 'refused', why: 'nothing-selected' } as const;

let folder: string;
let file: string;
let site: Site;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rung-page-'));
  await writeFile(join(folder, 'review.html'), REVIEW_PAGE);
  file = pathToFileURL(join(folder, 'review.html')).href;
  site = await serve({ '/': REVIEW_PAGE });
});
afterAll(async () => {
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

const show = (tagger: Tagger) => tagger.ask({ type: 'show', request: REFUSED, box: null });

describe('the picker loads', () => {
  it.each([
    ['a file', () => file],
    ['a page without encryption', () => site.url().replace('127.0.0.1', 'plain.test')],
  ])('in %s', async (_what, address) => {
    const args = ['--host-resolver-rules=MAP plain.test 127.0.0.1'];
    const { rung, in: taggerIn, close } = await chromiumWithTagger({ args });
    try {
      await rung.storage.set(SETTLED);
      const tab = await rung.open(address());
      await show(taggerIn(address()));
      const picker = await pickerFrame(tab);
      await picker.getByText('Nothing is selected', { exact: false }).waitFor();
    } finally {
      await close();
    }
  });

  it('in a file in Firefox', async () => {
    const rung = await launchFirefox();
    try {
      await rung.storage.set(SETTLED);
      const tab = await rung.open(file);
      await selectText(tab, PASSAGE);
      await rung.command('tag');
      const picker = await pickerShown(tab);
      const said = () => picker.evaluate(() => document.body.textContent ?? '');
      await expect.poll(said).toContain('I called nineteen patients');
    } finally {
      await rung.close();
    }
  });
});

describe('a picker whose page the browser does not let load', () => {
  let rung: InChromium;
  let tab: Page;
  let tagger: Tagger;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const tagging = await chromiumWithTagger({ manifest: { web_accessible_resources: [] } });
    ({ rung, close } = tagging);
    tab = await rung.open(site.url());
    tagger = tagging.in(site.url());
  });
  afterAll(() => close?.());

  const hosts = () => tab.evaluate(() => document.querySelectorAll('html > div').length);

  it('goes by itself', async () => {
    await show(tagger);
    expect(await hosts()).toBe(1);
    await until('it has gone', async () => (await hosts()) === 0, GIVEN_UP_MS);
  });

  it('goes with Escape in the page, too', async () => {
    await show(tagger);
    await tab.locator('#read').click();
    await tab.keyboard.press('Escape');
    expect(await hosts()).toBe(0);
  });
});
