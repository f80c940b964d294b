import { browser } from 'wxt/browser';
import { askedItem, placeOf } from '../../../data/panel-place';

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
  // A panel that opens where it was is better than a word about a place that could not be stored.
  if (place !== undefined) await askForPlace(place, tab?.windowId).catch(() => undefined);
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
 * Has the background leave word of the place: as soon as the panel is there the browser may close this
 * view, a popup that is, before it has stored anything.
 */
function askForPlace(place: string, windowId: number | undefined): Promise<void> {
  return browser.runtime.sendMessage({ to: 'background', type: 'set-place', place, windowId });
}

/** In a page's frame Firefox offers no panel to open; the background at least leaves word. */
async function askForPanel(place: string): Promise<boolean> {
  const asked = browser.runtime.sendMessage({ to: 'background', type: 'open-panel', place });
  return asked.catch(() => false);
}

/**
 * Leaves word of where the panel shall be; an open panel goes there at once.
 *
 * @param windowId whose panel is meant; any where it is not known
 */
export async function setPlace(hash: string, windowId?: number): Promise<void> {
  const asked = placeOf(hash, Date.now());
  if (!asked) return;
  // The browsers' own number for "the current window" is below zero.
  const known = windowId !== undefined && windowId >= 0;
  await askedItem.setValue({ ...asked, ...(known && { window: windowId }) });
}
