import { type Browser, browser } from 'wxt/browser';
import type { PickerMessage, PickerRequest, PickerWelcome } from '../wiring/messages/picker';
import { tagAgain } from './tag';
import { TOP } from './top-frame';

/**
 * Passes on what the picker says to the tagger that shows it. Firefox gives a page of the extension
 * inside a page's frame no `tabs`, so it cannot speak to the tagger itself.
 *
 * @returns what to show, where the picker said hello and the tagger knows its token
 */
export async function passOn(
  tab: Browser.tabs.Tab | undefined,
  message: PickerMessage,
): Promise<PickerWelcome | null> {
  const request = await tell(tab, message);
  if (!tab || message.type !== 'picker-hello' || !request) return null;
  const { url = '', title = '', windowId } = tab;
  return { request: request as PickerRequest, page: { url, title }, windowId };
}

/** Takes the picker away, which gives the keyboard back, and reads once more what is selected. */
export async function closeAndTag(tab: Browser.tabs.Tab | undefined, token: string): Promise<void> {
  const closed = await tell(tab, { type: 'picker-close', token });
  if (closed) await tagAgain(tab);
}

/** What the tagger answers; nothing where the token is not that of the picker it shows. */
async function tell(tab: Browser.tabs.Tab | undefined, message: PickerMessage): Promise<unknown> {
  if (tab?.id === undefined) return undefined;
  return browser.tabs
    .sendMessage(tab.id, { to: 'tagger', ...message }, { frameId: TOP })
    .catch(() => undefined);
}
