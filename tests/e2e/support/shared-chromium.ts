import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { type InChromium, launchChromium } from '../harness/chromium';
import { type Site, serve } from '../harness/serve';
import { startAfresh } from './afresh';

/** In functions that run inside the extension. */
declare const chrome: typeof import('wxt/browser').browser;

/** What the tests of a file have in common. */
export interface Shared {
  readonly site: Site;
  readonly rung: InChromium;
}

/**
 * Serves pages and starts a browser for all tests of a file. It is as good as new before each test,
 * and has met no error, asked nobody else for anything and stored nothing elsewhere after it.
 *
 * @param use takes both over, once they are there
 */
export function shareChromium(
  pages: Parameters<typeof serve>[0],
  use: (shared: Shared) => void,
): void {
  let site: Site;
  let rung: InChromium;

  beforeAll(async () => {
    site = await serve(pages);
    rung = await launchChromium();
    use({ site, rung });
  });
  beforeEach(() => startAfresh(rung));
  afterEach(async () => {
    expect(rung.watched).toEqual({ errors: [], foreignRequests: [] });
    // The browser sends what is stored there to its maker.
    const worker = await rung.worker();
    expect(await worker.evaluate(() => chrome.storage.sync.get(null))).toEqual({});
  });
  afterAll(async () => {
    await rung?.close();
    await site?.close();
  });
}
