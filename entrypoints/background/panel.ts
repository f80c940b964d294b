import type { Browser } from 'wxt/browser';
import { openPanel, setPlace } from '../wiring/view/panel';

/**
 * Opens the panel of a tab's window at a place, for a view that cannot do so itself; where no word of
 * the place can be left, where it was.
 *
 * @returns false where the browser did not open it
 */
export async function openPanelAt(
  tab: Browser.tabs.Tab | undefined,
  place: string,
): Promise<boolean> {
  const opening = openPanel(tab);
  await setPlace(place, tab?.windowId).catch(() => undefined);
  return opening;
}
