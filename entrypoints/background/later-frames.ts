import { browser } from 'wxt/browser';
import type { PanelFrames } from '../wiring/messages/panel';
import { framesWithTagger, inject } from './inject';

/**
 * Comes into the frames of a tab that came, or got another document, since Rung was let in there. What
 * runs in them then asks by itself what it has to show. Nothing where Rung is not let in any more.
 */
export async function comeIntoFrames(tabId: number | undefined): Promise<void> {
  const there = tabId === undefined ? null : await framesWithTagger(tabId);
  if (tabId === undefined || there === null) return;
  const news: PanelFrames = { to: 'panel', type: 'frames', tabId, frames: there.with };
  // Before the others are there, who report as soon as they are. Where no panel is open, nobody hears.
  await browser.runtime.sendMessage(news).catch(() => undefined);
  if (there.without.length > 0) await inject(tabId);
}
