import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type InChromium, launchChromium } from './harness/chromium';
import { type Site, serve } from './harness/serve';

/** So many pages, with some sixty changes each. */
const PAGES = 150;

let site: Site;
let rung: InChromium;

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: ['tests/e2e/support/followed-page.ts'],
    bundle: true,
    write: false,
  });
  site = await serve({
    '/': '<!doctype html><meta charset="utf-8"><title>t</title><script src="/followed.js"></script>',
    '/followed.js': { type: 'text/javascript', body: outputFiles[0]?.text ?? '' },
  });
  rung = await launchChromium({ headless: true });
});
afterAll(async () => {
  await rung?.close();
  await site?.close();
});

it('reads after any changes, in parts, what it would read of the page as a whole', async () => {
  const tab = await rung.open(site.url());
  const wrong = await tab.evaluate(async (pages) => {
    const found: object[] = [];
    for (let seed = 1; seed <= pages && found.length < 3; seed++) {
      const one = await window.__follow(seed);
      if (one) found.push({ seed, ...one });
    }
    return found;
  }, PAGES);
  expect(wrong).toEqual([]);
}, 180_000);
