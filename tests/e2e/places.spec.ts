import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RealAddress, serveAtRealAddress } from '../fixtures/google-docs/real-address';
import { type InChromium, launchChromium } from './harness/chromium';
import { type Site, serve } from './harness/serve';
import { until } from './harness/until';
import { closeViews, SETTLED } from './support/afresh';
import { allowedSites, answerBrowser } from './support/permission';
import type { AnyBrowser, AnyFrame, AnyTab } from './support/place-drivers';
import { inGoogleDocs } from './support/place-google-docs';
import { placePages } from './support/place-pages';
import { inPage, type PlaceTests } from './support/place-tests';
import { ACTIONS, PLACES } from './support/places';

let site: Site;
let real: RealAddress;
let rung: InChromium;
let browser: AnyBrowser;

beforeAll(async () => {
  site = await serve(await placePages(), { '/npm/': 'node_modules' });
  real = await serveAtRealAddress();
  rung = await launchChromium({ args: real.chromiumArguments });
  browser = {
    storage: rung.storage,
    inside: (await rung.extensionPage('/options.html')) as unknown as AnyFrame,
    open: async (address) => (await rung.open(address)) as unknown as AnyTab,
    command: rung.command,
    key: rung.key,
    allow,
  };
}, 180_000);
afterAll(async () => {
  await rung?.close();
  await real?.close();
  await site?.close();
});

/** Allows the site of the tab in front as its user does: the panel's switch, the browser's question. */
async function allow(host: string): Promise<void> {
  const panel = await rung.sidePanel();
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  await panel.getByRole('checkbox', { name: `Always show my evidence on ${host}` }).click();
  await answerBrowser(rung, panel, 'allow');
  await until(`${host} is allowed`, async () =>
    (await allowedSites(rung)).some((one) => one.includes(`//${host}/`)),
  );
  await closeViews(rung);
}

describe.each(PLACES.map((place) => [place.name, place] as const))('%s', (_name, place) => {
  let tests: PlaceTests;

  beforeAll(async () => {
    await rung.storage.set(SETTLED);
    if (place.edited === 'google-docs') {
      tests = inGoogleDocs(browser);
      return;
    }
    tests = inPage(browser, place, site.url(place.path));
    if (!place.allowed) return;
    // The frame's site, on a page of its own: a gesture opens only the site of the page around it.
    const own = await rung.open(site.elsewhere('/words'));
    await allow('localhost');
    await own.close();
  });
  afterAll(() => tests?.end());

  for (const action of ACTIONS) it(action, () => tests[action]());
});

it('raised no error', () => {
  expect(rung.watched.errors).toEqual([]);
});
