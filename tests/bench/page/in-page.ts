import type { Page } from 'playwright-core';
import type { PageReport } from '../../../data/standing';
import { until } from '../../e2e/harness/until';
import type { InBrowser } from '../browser/start';

/** In functions that run inside the extension. */
declare const chrome: typeof import('wxt/browser').browser;

/** Asks Rung to show a page's evidence, as its panel does. */
export interface Asker {
  show(page: Page): Promise<PageReport>;
}

/** @returns what asks from one of the extension's own pages, in a tab behind the others */
export async function askerIn({ rung }: InBrowser): Promise<Asker> {
  // Allowed sites paint by themselves; here it is to be seen when painting begins. They are
  // registered a moment after the start.
  const worker = await rung.worker();
  await until('allowed sites are registered', () =>
    worker.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length > 0),
  );
  await worker.evaluate(() => chrome.scripting.unregisterContentScripts());
  const inside = await rung.extensionPage('/options.html');
  return {
    async show(page) {
      const report = await inside.evaluate(async (url) => {
        const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
        return chrome.runtime.sendMessage({
          to: 'background',
          type: 'show-evidence',
          tabId: tab?.id,
        });
      }, page.url());
      if (!report) throw new Error(`Rung may not look into ${page.url()}.`);
      return report as PageReport;
    },
  };
}

/**
 * Milliseconds since 1970 at which the first highlight was painted in a page; call before it is
 * asked for. Highlights made by an extension are visible to every script of the page.
 */
export function firstPainted(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          let painted = 0;
          CSS.highlights.forEach((one) => {
            painted += one.size;
          });
          if (painted > 0) resolve(performance.timeOrigin + performance.now());
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );
}

/** How many pieces of evidence stand how. */
export function countStates(report: PageReport): string {
  const counts = new Map<string, number>();
  for (const { state } of Object.values(report)) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts].map(([state, count]) => `${count} ${state}`).join(', ');
}
