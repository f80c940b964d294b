import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { documentKey } from '../../data/document-key';
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

/** The same where it is written. */
const FORM = `<!doctype html><meta charset="utf-8"><title>Untitled</title>
  <textarea autofocus>${PASSAGE}</textarea><script>
  const select = () => {
    document.querySelector('textarea').focus();
    document.querySelector('textarea').select();
  };
  addEventListener('focus', select);
  select();
</script>`;

let site: Site;
let rung: InChromium;

beforeEach(async () => {
  await rung.storage.clear();
  await rung.storage.set(SETTLED);
});
beforeAll(async () => {
  site = await serve({ '/': PAGE, '/new': FORM, '/12': PAGE });
  rung = await launchChromium({ inPrivate: true });
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

const loadedIn = (windowId: number | undefined) =>
  until('the page has loaded', async () =>
    (await rung.worker()).evaluate(async (id) => {
      const [tab] = await chrome.tabs.query({ windowId: id as number, status: 'complete' });
      return tab?.id;
    }, windowId),
  );

/** Tags what a page selects in a private window, with real keys; the window. */
async function tagInPrivate(path: string): Promise<number | undefined> {
  const worker = await rung.worker();
  const windowId = await worker.evaluate(
    (url) => chrome.windows.create({ url, incognito: true, focused: true }).then((one) => one?.id),
    site.url(path),
  );
  await loadedIn(windowId);
  await rung.command('tag');
  // The driver cannot tell when the picker has the keyboard, and one that comes too early is the page's.
  await new Promise((resolve) => setTimeout(resolve, PICKER_MS));
  await rung.key('Enter');
  await oneStored(rung.storage);
  return windowId;
}

async function closeWindow(windowId: number | undefined): Promise<void> {
  const worker = await rung.worker();
  await worker.evaluate((id) => chrome.windows.remove(id as number), windowId);
}

it('keeps what is tagged in a private window, where the browser lets Rung in', async () => {
  const windowId = await tagInPrivate('/');
  const { target } = await oneStored(rung.storage);
  expect([target.source, target.selector[0].exact]).toEqual([site.url('/'), PASSAGE]);
  expect(await isPrivate(windowId)).toBe(true);

  await closeWindow(windowId);
  await rung.open(site.url('/'));
  const panel = await rung.sidePanel();
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  await panel.getByText(PASSAGE).waitFor();
});

it('knows in a private window what was tagged in a form that the page was saved from', async () => {
  const windowId = await tagInPrivate('/new');
  const one = await oneStored(rung.storage);
  const tabId = await loadedIn(windowId);
  const worker = await rung.worker();
  const address = site.url('/12');
  await worker.evaluate(([id, url]) => chrome.tabs.update(id, { url }).then(() => undefined), [
    tabId,
    address,
  ] as const);
  await loadedIn(windowId);
  // As the panel asks, whose private window the driver does not see.
  const inside = await rung.extensionPage('/options.html');
  const ask = (asked: boolean) =>
    inside.evaluate(
      (question) =>
        chrome.runtime.sendMessage({ to: 'background', type: 'left-behind', ...question }),
      { tabId, asked },
    );
  const document = documentKey(address);
  await expect.poll(() => ask(false)).toEqual({ document, ids: [one.id], seen: false });
  expect(await ask(true)).toEqual({ document, ids: [one.id], seen: true });
  await closeWindow(windowId);
});
