import { browser } from 'wxt/browser';
import type { PageReport } from '../../data/standing';
import type { BackgroundMessage } from '../wiring/messages/background';
import type { PanelNews } from '../wiring/messages/panel';
import { isConnected } from './instance';

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

/** Tells the panel, if one is open, how the evidence shown in this frame stands now. */
export async function tellPanel(report: PageReport | null): Promise<void> {
  if (!isConnected()) return;
  const news: PanelNews = { to: 'panel', type: 'report', report };
  try {
    await browser.runtime.sendMessage(news);
  } catch {
    // Nobody listens while no panel is open, and that is all right.
  }
}
