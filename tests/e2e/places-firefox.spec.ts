import { afterAll, beforeAll, describe, it } from 'vitest';
import { type RealAddress, serveAtRealAddress } from '../fixtures/google-docs/real-address';
import { allowSites, buildFolder, FIREFOX_BUILD } from './harness/builds';
import { type InFirefox, launchFirefox } from './harness/firefox';
import { type Site, serve } from './harness/serve';
import { SETTLED } from './support/afresh';
import type { AnyBrowser, AnyFrame, AnyTab } from './support/place-drivers';
import { inGoogleDocs } from './support/place-google-docs';
import { placePages } from './support/place-pages';
import { inPage, type PlaceTests } from './support/place-tests';
import { ACTIONS, PLACES } from './support/places';

let site: Site;
let real: RealAddress;
let rung: InFirefox;
let browser: AnyBrowser;

beforeAll(async () => {
  site = await serve(await placePages(), { '/npm/': 'node_modules' });
  real = await serveAtRealAddress();
  // This browser's own question cannot be answered by its driver: the build comes with the answer,
  // for the two sites that need one. Pages are served from another address than `localhost`.
  const extension = await allowSites(buildFolder(FIREFOX_BUILD), [
    'https://docs.google.com/*',
    'http://localhost/*',
  ]);
  rung = await launchFirefox({
    extension,
    preferences: real.firefoxPreferences,
    acceptInsecureCerts: true,
  });
  browser = {
    storage: rung.storage,
    inside: (await rung.extensionPage('/options.html')) as unknown as AnyFrame,
    // In the tab that the browser starts with, the address bar would keep the keyboard.
    open: async (address) => {
      const page = await rung.browser.newPage();
      await page.goto(address);
      await page.bringToFront();
      return page as unknown as AnyTab;
    },
    command: rung.command,
    key: rung.key,
    allow: async () => {},
  };
}, 180_000);
afterAll(async () => {
  await rung?.close();
  await real?.close();
  await site?.close();
});

describe.each(PLACES.map((place) => [place.name, place] as const))('%s', (_name, place) => {
  let tests: PlaceTests;

  beforeAll(async () => {
    await rung.storage.set(SETTLED);
    tests =
      place.edited === 'google-docs'
        ? inGoogleDocs(browser)
        : inPage(browser, place, site.url(place.path));
  });
  afterAll(() => tests?.end());

  for (const action of ACTIONS) it(action, () => tests[action]());
});
