import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { BackgroundMessage } from '../../entrypoints/wiring/messages/background';
import { type InChromium, launchChromium } from './harness/chromium';
import { pickerGone } from './harness/picker';
import { type Site, serve } from './harness/serve';
import { startAfresh } from './support/afresh';
import { PASSAGE, page, paragraphs, REVIEW, storeEvidence } from './support/kept-review';
import { tagIn } from './support/start-tagging';

/** In functions that run inside the extension. */
declare const chrome: typeof import('wxt/browser').browser;

let site: Site;
let rung: InChromium;
let tabId: number;

beforeAll(async () => {
  site = await serve({ '/': page(paragraphs(REVIEW)) });
  rung = await launchChromium();
});
beforeEach(async () => {
  await startAfresh(rung);
  await storeEvidence(rung.storage, site.url(), PASSAGE);
  // The shortcut opens the page to Rung, and whoever would get hold of Rung's part of it.
  const { page: tab, picker } = await tagIn(rung, site.url(), PASSAGE);
  await picker.locator('input[type=search]:focus').waitFor();
  // A real key: one that the driver sends into a frame that goes by it may never come back.
  await rung.key('Escape');
  await pickerGone(tab);
  const worker = await rung.worker();
  tabId = await worker.evaluate(async () => {
    const [front] = await chrome.tabs.query({ active: true });
    return front?.id ?? -1;
  });
});
afterAll(async () => {
  await rung?.close();
  await site?.close();
});

/** What the background answers to Rung's part of a page. */
async function answerTo(message: BackgroundMessage): Promise<unknown> {
  const worker = await rung.worker();
  return worker.evaluate(
    async ([id, sent]) => {
      const [ran] = await chrome.scripting.executeScript({
        target: { tabId: id as number },
        func: (given) => chrome.runtime.sendMessage(given).catch(() => null),
        args: [sent],
      });
      return ran?.result ?? null;
    },
    [tabId, message] as const,
  );
}

it('what runs in a page gets its own evidence of the background, and nothing else', async () => {
  expect(await answerTo({ to: 'background', type: 'page-records' })).toMatchObject({
    records: [{ id: 'one' }],
  });
  for (const type of ['read-selection', 'report-evidence', 'tag'] as const) {
    expect(await answerTo({ to: 'background', type, tabId })).toBeNull();
  }
});

it('what runs in a page reads nothing that is stored', async () => {
  const worker = await rung.worker();
  const read = await worker.evaluate(async (id) => {
    const [ran] = await chrome.scripting.executeScript({
      target: { tabId: id },
      func: async () => {
        try {
          return Object.keys(await chrome.storage.local.get(null)).length;
        } catch {
          return 'refused';
        }
      },
    });
    return ran?.result;
  }, tabId);
  expect(read).toBe('refused');
});
