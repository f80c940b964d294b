import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { InChromium } from './harness/chromium';
import { seedEvidence } from './harness/seed';
import type { Site } from './harness/serve';
import { REVIEW_PAGE } from './support/review';
import { shareChromium } from './support/shared-chromium';

/** For a loaded machine; nothing here says how long it may take. */
const TIMEOUT_MS = 120_000;
const WAIT = { timeout: 30_000 };

let site: Site;
let rung: InChromium;

shareChromium({ '/': REVIEW_PAGE }, (shared) => {
  ({ site, rung } = shared);
});

const shownIds = (panel: Page) =>
  panel
    .locator('.evidence')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.id));
const written = (count: number) => count.toLocaleString('en-GB');
const count = (panel: Page) => panel.locator('.list-count').textContent();

it.each([5000, 10_000])(
  'lists, searches and filters %i pieces of evidence',
  async (size) => {
    const records = await seedEvidence(rung.storage, size);
    await rung.open(site.url());
    const panel = await rung.sidePanel();
    await panel.getByRole('tab', { name: 'Evidence' }).click();
    await expect.poll(() => count(panel), WAIT).toBe(`${written(size)} pieces of evidence`);
    const first = await shownIds(panel);
    const newest = records.slice(-5).map(({ id }) => id);
    expect(first.slice(0, 5)).toEqual(newest.reverse());

    await panel.locator('.evidence').last().scrollIntoViewIfNeeded();
    await expect.poll(async () => (await shownIds(panel)).length).toBeGreaterThan(first.length);

    const sought = records[Math.floor(size / 2)];
    if (!sought) throw new Error('Nothing was seeded.');
    await panel.getByRole('searchbox').fill(sought.target.selector[0].exact);
    await expect.poll(async () => (await shownIds(panel))[0], WAIT).toBe(sought.id);

    // A word that every title has finds every piece.
    await panel.getByRole('searchbox').fill('notes');
    await expect
      .poll(() => count(panel), WAIT)
      .toBe(`${written(size)} of ${written(size)} pieces of evidence`);

    await panel.getByRole('searchbox').fill('');
    await panel.getByRole('button', { name: 'Filter' }).click();
    await panel.getByLabel('Sub-skill').selectOption('Learn fast');
    const passing = records.filter((one) => one.subSkill === 'learn-fast').length;
    await expect
      .poll(() => count(panel))
      .toBe(`${written(passing)} of ${written(size)} pieces of evidence`);
  },
  TIMEOUT_MS,
);
