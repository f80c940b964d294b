import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { InChromium } from './harness/chromium';
import type { Site } from './harness/serve';
import { REVIEW_PAGE } from './support/review';
import { shareChromium } from './support/shared-chromium';
import { tagIn } from './support/start-tagging';
import { oneStored, storedEvidence } from './support/stored';

let site: Site;
let rung: InChromium;

shareChromium({ '/': REVIEW_PAGE }, (shared) => {
  ({ site, rung } = shared);
});

/** Holds the turn of whatever changes evidence, as a page that restores a copy does. */
async function holdTurn(view: Page): Promise<() => Promise<void>> {
  await view.evaluate(
    () =>
      new Promise<void>((held) => {
        void navigator.locks.request('rung:evidence', () => {
          held();
          return new Promise<void>((letGo) => Object.assign(window, { letGo }));
        });
      }),
  );
  return () => view.evaluate(() => (window as unknown as { letGo(): void }).letGo());
}

const locksOf = (view: Page) =>
  view.evaluate(async () => (await navigator.locks.query()).pending?.map(({ name }) => name));

it('the picker waits with what it stores for a page that is changing evidence', async () => {
  const options = await rung.extensionPage('/options.html');
  const letGo = await holdTurn(options);
  const { picker } = await tagIn(rung, site.url());
  await picker.locator('.option.active').waitFor();
  await rung.key('Enter');

  // The background stands in line for the picker.
  await expect.poll(() => locksOf(options)).toEqual(['rung:evidence']);
  expect(await storedEvidence(rung.storage)).toEqual([]);
  await letGo();
  await picker.getByText('Tagged as').waitFor();
  await oneStored(rung.storage);
  await expect.poll(() => locksOf(options)).toEqual([]);
});
