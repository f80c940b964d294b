import { browser } from 'wxt/browser';

/**
 * After a shortcut, `activeTab` is granted a moment late: about 2 % of the calls that follow at
 * once are refused and go through 40 ms later (seen in Chromium 156 under automation).
 */
const RETRY_AFTER_MS = [40, 120, 300];

/** A frame that answered, with the address it had. */
export interface InjectedFrame {
  readonly frameId: number;
}

/**
 * Puts the tagger into every frame of a tab that Rung may reach. Where it already is, it stays.
 *
 * @returns the frames reached; `null` where the page does not let extensions in
 */
export async function inject(tabId: number): Promise<InjectedFrame[] | null> {
  for (let attempt = 0; ; attempt++) {
    try {
      const results = await browser.scripting.executeScript({
        target: { tabId, allFrames: true },
        files: ['/tagger.js'],
      });
      await browser.scripting.insertCSS({
        target: { tabId, allFrames: true },
        files: ['/assets/highlights.css'],
      });
      return results.map(({ frameId }) => ({ frameId }));
    } catch {
      const wait = RETRY_AFTER_MS[attempt];
      if (wait === undefined) return null;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}
