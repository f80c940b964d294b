import type { Page } from 'playwright-core';
import type { InChromium } from '../harness/chromium';
import { until } from '../harness/until';

/** In functions that run inside the extension. */
declare const chrome: typeof import('wxt/browser').browser;

/** The sites Rung may look at by itself, as patterns. */
export async function allowedSites(rung: InChromium): Promise<string[]> {
  const worker = await rung.worker();
  const { origins } = await worker.evaluate(() => chrome.permissions.getAll());
  return origins ?? [];
}

/** The browser ignores keys for so long after it asked, lest somebody typing agrees unawares. */
const GUARD_MS = 700;

/**
 * Answers the browser's own question for a site with real keys: "Deny" has the focus, "Allow"
 * comes after it.
 *
 * @param asker the view that asked: the panel loses the keyboard to the question, a popup closes
 */
export async function answerBrowser(
  rung: InChromium,
  asker: Page,
  answer: 'allow' | 'deny',
): Promise<void> {
  await until('the browser asks', async () => asker.isClosed() || !(await hasKeyboard(asker)));
  await new Promise((resolve) => setTimeout(resolve, GUARD_MS));
  await rung.key(...(answer === 'allow' ? ['Tab', 'Enter'] : ['Enter']));
}

/** Whether a view really has the keyboard; the driver makes every page believe so. */
export async function hasKeyboard(view: Page): Promise<boolean> {
  const session = await view.context().newCDPSession(view);
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: false });
  const has = await view.evaluate(() => document.hasFocus());
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  await session.detach();
  return has;
}

/** Takes back every permission for a site. */
export async function forgetSites(rung: InChromium): Promise<void> {
  const origins = await allowedSites(rung);
  const worker = await rung.worker();
  await worker.evaluate((given) => chrome.permissions.remove({ origins: given }), origins);
}
