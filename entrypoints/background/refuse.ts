import { type Browser, browser } from 'wxt/browser';
import { REFUSED_HASH } from '../wiring/view/refused-hash';

/**
 * Tells the user, where the page itself lets nobody in, that it cannot be read: in the popup,
 * which then offers a field to paste the passage into. Where the browser opens no popup without a
 * click, a mark on the toolbar button says that there is something to read behind it.
 */
export async function refuseInPopup(tab: Browser.tabs.Tab): Promise<void> {
  const tabId = tab.id;
  if (tabId === undefined) return;
  await browser.action.setPopup({ tabId, popup: `/popup.html${REFUSED_HASH}` });
  try {
    await browser.action.openPopup({ windowId: tab.windowId });
  } catch {
    await browser.action.setBadgeText({ tabId, text: '!' });
    return;
  }
  await browser.action.setPopup({ tabId, popup: '/popup.html' });
}
