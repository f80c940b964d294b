import { browser } from 'wxt/browser';
import { askedItem, placeOf } from '../../../data/panel-place';
import type { BackgroundMessage } from '../messages/background';

/** What both browsers offer for the same thing, under the names each of them has. */
interface Panels {
  sidePanel?: { open(options: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

/**
 * Opens the side panel (Firefox: the sidebar), from a view also at a place. Must be called inside the
 * user's gesture, before any `await`: both browsers refuse it later.
 *
 * @param place an address such as `#/ladder/intercom-pm/customer-focus`; where the panel stays if
 *   it is not given. The background itself calls `setPlace` for that
 * @returns false where the browser did not open it; never rejects
 */
export async function openPanel(
  tab: { readonly windowId: number | undefined } | undefined,
  place?: string,
): Promise<boolean> {
  const panels = browser as unknown as Panels;
  if (!panels.sidePanel && !panels.sidebarAction) return askForPanel(place ?? '');
  const opening = openNow(panels, tab?.windowId);
  if (place !== undefined) await leaveWord(place, tab?.windowId);
  return opening;
}

/** Never rejects: whoever opened it may wait for something else meanwhile. */
async function openNow(
  { sidePanel, sidebarAction }: Panels,
  windowId: number | undefined,
): Promise<boolean> {
  try {
    await (sidePanel
      ? sidePanel.open({ windowId: windowId ?? browser.windows.WINDOW_ID_CURRENT })
      : sidebarAction?.open());
    return true;
  } catch {
    return false;
  }
}

/**
 * Leaves word of the place from here and by way of the background. As soon as the panel is there the
 * browser may close this view, a popup that is: what it stores in several steps may stop half-way, and
 * a message to a background that still starts may be dropped. Never rejects: a panel that opens where
 * it was is better than a word about a place that could not be stored.
 */
async function leaveWord(place: string, windowId: number | undefined): Promise<void> {
  // The same time, so that the word that comes later does not take the user back.
  const at = Date.now();
  const message = { to: 'background', type: 'set-place', place, windowId, at } as const;
  await Promise.allSettled([
    browser.runtime.sendMessage(message satisfies BackgroundMessage),
    setPlace(place, windowId, at),
  ]);
}

/** In a page's frame Firefox offers no panel to open; the background at least leaves word. */
async function askForPanel(place: string): Promise<boolean> {
  const asked = browser.runtime.sendMessage({ to: 'background', type: 'open-panel', place });
  return asked.catch(() => false);
}

/**
 * Leaves word of where the panel shall be; an open panel goes there at once, unless it has been asked
 * for later.
 *
 * @param windowId whose panel is meant; any where it is not known
 * @param at when it was asked for, milliseconds since 1970
 */
export async function setPlace(hash: string, windowId?: number, at = Date.now()): Promise<void> {
  const asked = placeOf(hash, at);
  if (!asked) return;
  // The browsers' own number for "the current window" is below zero.
  const known = windowId !== undefined && windowId >= 0;
  await askedItem.setValue({ ...asked, ...(known && { window: windowId }) });
}
