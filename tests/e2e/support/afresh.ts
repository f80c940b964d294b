import type { InChromium } from '../harness/chromium';
import { until } from '../harness/until';

/** In functions that run inside the extension. */
declare const chrome: typeof import('wxt/browser').browser;

/** What is stored once the first run is answered: a senior product manager on Intercom's ladder. */
export const SETTLED = {
  settings: {
    ladder: 'intercom-pm',
    level: 'senior-pm',
    periodFrom: null,
    periodTo: null,
    exportExpectations: null,
    exportNotes: null,
  },
} as const;

/**
 * Makes a running browser as good as new: no popup, no side panel, one empty tab, nothing stored
 * but what is given, and nothing noted yet of errors and requests.
 */
export async function startAfresh(
  rung: InChromium,
  stored: Readonly<Record<string, unknown>> = SETTLED,
): Promise<void> {
  await closeViews(rung);
  const old = rung.context.pages().filter((page) => !page.isClosed());
  const blank = await rung.context.newPage();
  for (const page of old) await page.close().catch(() => undefined);
  await blank.bringToFront();
  await rung.storage.clear();
  await rung.storage.set(stored);
  rung.watched.errors.length = 0;
  rung.watched.foreignRequests.length = 0;
}

/** Closes the popup and the side panel, as their own closing buttons would. */
export async function closeViews(rung: InChromium): Promise<void> {
  for (const path of await openViews(rung)) {
    const view = await rung.view(path);
    await view.evaluate(() => window.close()).catch(() => undefined);
  }
  await until('no view is open', async () => (await openViews(rung)).length === 0);
}

async function openViews(rung: InChromium): Promise<string[]> {
  const worker = await rung.worker();
  const addresses = await worker.evaluate(async () => {
    const contexts = await chrome.runtime.getContexts({
      contextTypes: ['POPUP' as never, 'SIDE_PANEL' as never],
    });
    return contexts.map((one) => one.documentUrl ?? '');
  });
  return addresses.map((address) => new URL(address).pathname);
}
