import type { Locator, Page } from 'playwright-core';
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

/**
 * Allows a site by a switch of a view, and answers the browser where it asks: it does so once for
 * each site, until Rung is installed anew.
 *
 * @param control the switch, which is off
 */
export async function allowBySwitch(rung: InChromium, view: Page, control: Locator): Promise<void> {
  await control.click();
  const asked = await until('the site is allowed, or the browser asks for it', async () => {
    if (await control.isChecked()) return 'no';
    return (await hasKeyboard(view)) ? undefined : 'yes';
  });
  if (asked === 'yes') await answerBrowser(rung, view, 'allow');
  await until('the switch is on', () => control.isChecked());
}

/** Makes the browser ask again for sites it was told yes for. What is stored stays. */
export async function forgetAnswers(rung: InChromium): Promise<void> {
  const stored = await rung.storage.get();
  await rung.reinstall();
  await rung.storage.set(stored);
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
