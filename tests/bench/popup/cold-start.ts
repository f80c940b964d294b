import type { InChromium } from '../../e2e/harness/chromium';
import { median } from '../browser/table';

const TIMES = 7;

/** Milliseconds from the navigation to the popup's page. */
export interface ColdStart {
  readonly painted: number;
  /** The search field is there. */
  readonly field: number;
  /** From a word typed as soon as the field was there to its results, painted. */
  readonly answered: number;
}

declare global {
  interface Window {
    __start?: { field: number; answered: number };
  }
}

/** Opens the popup's page in a tab again and again, and types at the first moment. */
export async function measureColdStart(rung: InChromium): Promise<ColdStart> {
  const page = await rung.context.newPage();
  await page.addInitScript(typeAtOnce);
  const url = `chrome-extension://${rung.extensionId}/popup.html`;
  const all: ColdStart[] = [];
  for (let n = 0; n < TIMES; n++) {
    await page.goto('about:blank');
    await page.goto(url);
    await page.waitForFunction(() => (window.__start?.answered ?? 0) > 0);
    all.push(
      await page.evaluate(() => ({
        painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
        field: window.__start?.field ?? 0,
        answered: (window.__start?.answered ?? 0) - (window.__start?.field ?? 0),
      })),
    );
  }
  await page.close();
  const of = (key: keyof ColdStart) => median(all.map((one) => one[key]));
  return { painted: of('painted'), field: of('field'), answered: of('answered') };
}

/** Runs in the page before its own scripts. */
function typeAtOnce(): void {
  const times = { field: 0, answered: 0 };
  window.__start = times;
  const observer = new MutationObserver(() => {
    const field = document.querySelector<HTMLInputElement>('input[type=search]');
    if (field && times.field === 0) {
      times.field = performance.now();
      field.value = 'roadmap';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    if (times.field > 0 && document.querySelector('.result-name mark')) {
      observer.disconnect();
      requestAnimationFrame(() => {
        times.answered = performance.now();
      });
    }
  });
  observer.observe(document, { subtree: true, childList: true });
}
