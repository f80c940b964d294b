import { type Browser, browser } from 'wxt/browser';
import type { Unreached } from '../wiring/messages/reading';
import { refusedHash } from '../wiring/view/refused-hash';

/**
 * Tells the user, where the page itself lets nobody in or shows nothing, why that is: in the popup,
 * which then offers a field to paste the passage into. Where the browser opens no popup without a
 * click, a mark on the toolbar button says that there is something to read behind it.
 */
export async function refuseInPopup(
  tab: Browser.tabs.Tab,
  why: Unreached = 'no-access',
): Promise<void> {
  const tabId = tab.id;
  if (tabId === undefined) return;
  await browser.action.setPopup({ tabId, popup: `/popup.html${refusedHash(why)}` });
  try {
    await browser.action.openPopup({ windowId: tab.windowId });
  } catch {
    await browser.action.setBadgeText({ tabId, text: '!' });
    return;
  }
  await browser.action.setPopup({ tabId, popup: '/popup.html' });
}
