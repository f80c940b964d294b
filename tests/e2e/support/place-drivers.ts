import type { PageReport } from '../../../data/standing';
import type { ExtensionStorage } from '../harness/storage';

/** In functions that run inside the extension. */
declare const chrome: typeof import('wxt/browser').browser;

/** A frame of either browser's driver. */
export interface AnyFrame {
  evaluate<R, G>(work: (given: G) => R | Promise<R>, given?: G): Promise<R>;
}

/** A tab of either browser's driver. */
export interface AnyTab extends AnyFrame {
  frames(): AnyFrame[];
  readonly keyboard: { type(text: string, options: { delay: number }): Promise<void> };
  reload(): Promise<unknown>;
  close(): Promise<void>;
}

/** Either browser with the extension, as far as the places need it. */
export interface AnyBrowser {
  readonly storage: ExtensionStorage;
  /** A page of the extension in a tab behind the others. */
  readonly inside: AnyFrame;
  open(address: string): Promise<AnyTab>;
  command(name: string): Promise<void>;
  key(...combinations: string[]): Promise<void>;
  /** The user allows the site of the tab in front, or another one, if nobody has yet. */
  allow(host: string): Promise<void>;
}

/** What the background answers to a message about the tab in front. */
export function askBackground<R>(
  { inside }: AnyBrowser,
  message: Readonly<Record<string, unknown>>,
): Promise<R> {
  return inside.evaluate(async (one) => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    return (await chrome.runtime.sendMessage({
      to: 'background',
      tabId: tab?.id,
      ...one,
    })) as R;
  }, message);
}

/** Finds the evidence of the tab in front anew, from what is stored, and paints it. */
export async function showAnew(browser: AnyBrowser): Promise<PageReport | null> {
  await askBackground(browser, { type: 'hide-evidence' });
  return askBackground<PageReport | null>(browser, { type: 'show-evidence' });
}
