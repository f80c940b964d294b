import { afterAll, beforeAll, expect, it } from 'vitest';
import { type InChromium, launchChromium } from './harness/chromium';
import { type Site, serve } from './harness/serve';
import { until } from './harness/until';
import { SETTLED } from './support/afresh';
import { PASSAGE } from './support/review';
import { oneStored } from './support/stored';

/** In functions that run inside the extension. */
declare const chrome: typeof import('wxt/browser').browser;

/** The picker has the keyboard by then, milliseconds, also on a busy machine. */
const PICKER_MS = 3_000;

/** The driver sees no private window: the page itself selects what is to be tagged. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>Self-review</title>
  <p>${PASSAGE}</p><script>
  const select = () => getSelection().selectAllChildren(document.querySelector('p'));
  addEventListener('focus', select);
  select();
</script>`;

let site: Site;
let rung: InChromium;

beforeAll(async () => {
  site = await serve({ '/': PAGE });
  rung = await launchChromium({ inPrivate: true });
  await rung.storage.set(SETTLED);
});
afterAll(async () => {
  await rung?.close();
  await site?.close();
});

const isPrivate = async (windowId: number | undefined) =>
  (await rung.worker()).evaluate(
    async (id) => (await chrome.windows.get(id as number)).incognito,
    windowId,
  );

it('keeps what is tagged in a private window, where the browser lets Rung in', async () => {
  const worker = await rung.worker();
  const windowId = await worker.evaluate(
    (url) => chrome.windows.create({ url, incognito: true, focused: true }).then((one) => one?.id),
    site.url('/'),
  );
  await until('the page has loaded', () =>
    worker.evaluate(async (id) => {
      const [tab] = await chrome.tabs.query({ windowId: id as number, status: 'complete' });
      return tab !== undefined;
    }, windowId),
  );
  await rung.command('tag');
  // The driver cannot tell when the picker has the keyboard, and one that comes too early is the page's.
  await new Promise((resolve) => setTimeout(resolve, PICKER_MS));
  await rung.key('Enter');
  const { target } = await oneStored(rung.storage);
  expect([target.source, target.selector[0].exact]).toEqual([site.url('/'), PASSAGE]);
  expect(await isPrivate(windowId)).toBe(true);

  await worker.evaluate((id) => chrome.windows.remove(id as number), windowId);
  await rung.open(site.url('/'));
  const panel = await rung.sidePanel();
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  await panel.getByText(PASSAGE).waitFor();
});
