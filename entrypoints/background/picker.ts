import { type Browser, browser } from 'wxt/browser';
import type { PickerMessage, PickerRequest, PickerWelcome } from '../tagger/messages';
import { tagAgain } from './tag';

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
  if (tab?.id === undefined) return null;
  const request: PickerRequest | undefined = await browser.tabs
    .sendMessage(tab.id, { to: 'tagger', ...message }, { frameId: 0 })
    .catch(() => undefined);
  if (!request) return null;
  const { url = '', title = '', windowId } = tab;
  return { request, page: { url, title }, windowId };
}

/** Takes the picker away, which gives the keyboard back, and reads once more what is selected. */
export async function closeAndTag(tab: Browser.tabs.Tab | undefined, token: string): Promise<void> {
  await passOn(tab, { type: 'picker-close', token });
  await tagAgain(tab);
}

/** Opens the options where they ask for a site. */
export async function askForSite(site: string): Promise<void> {
  const hash = `#allow=${encodeURIComponent(site)}`;
  await browser.tabs.create({ url: browser.runtime.getURL('/options.html') + hash });
}
