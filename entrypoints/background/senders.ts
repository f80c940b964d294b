import { type Browser, browser } from 'wxt/browser';
import type { BackgroundMessage } from '../wiring/messages/background';

/** What the tagger asks, which runs in a page; whoever gets hold of it there can ask no more. */
const FROM_PAGES: readonly BackgroundMessage['type'][] = [
  'page-records',
  'hover',
  'picker-dead',
  'frames',
  'in-google-docs',
];

/** Whether whoever sent a message may ask that: all of it from pages of Rung's own. */
export function mayAsk(
  { url }: Pick<Browser.runtime.MessageSender, 'url'>,
  type: BackgroundMessage['type'],
): boolean {
  return FROM_PAGES.includes(type) || isOwnPage(url);
}

/**
 * Whether an address is one of Rung's own pages.
 *
 * The picker's address names another host each time the browser starts, but none of another scheme.
 * Extensions hear one another by another event, so one of this scheme is of this extension.
 */
export function isOwnPage(url = ''): boolean {
  const { protocol } = new URL(browser.runtime.getURL('/picker.html'));
  return url.startsWith(`${protocol}//`);
}
