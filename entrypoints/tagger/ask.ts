import { browser } from 'wxt/browser';
import { isConnected } from './instance';
import type { BackgroundMessage } from './messages';

/**
 * Asks the background. Gives `undefined` where nobody answers: it was updated and this script
 * belongs to the version before.
 */
export async function askBackground(message: BackgroundMessage): Promise<unknown> {
  if (!isConnected()) return undefined;
  try {
    return await browser.runtime.sendMessage(message);
  } catch {
    return undefined;
  }
}
