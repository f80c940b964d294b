import { browser } from 'wxt/browser';
import type { PickerRequest, TaggerMessage } from '../tagger/messages';

/**
 * The link to the tagger that shows this page. It gave the page a token in the address; without
 * that token it answers nothing, so a page that frames the picker by itself gets an empty one.
 */
export interface Host {
  /** The window the page is in; the panel opens only where it is known beforehand. */
  readonly windowId: number | undefined;
  readonly request: PickerRequest;
  resize(height: number): void;
  close(): void;
}

/** Asks the tagger in the tab's top frame what to show; `null` where nobody asked for this page. */
export async function connect(): Promise<Host | null> {
  const token = location.hash.slice(1);
  const tab = await browser.tabs.getCurrent();
  const tabId = tab?.id;
  if (!token || tabId === undefined) return null;
  const say = (message: TaggerMessage) => browser.tabs.sendMessage(tabId, message, { frameId: 0 });
  const request: PickerRequest | undefined = await say({
    to: 'tagger',
    type: 'picker-hello',
    token,
  }).catch(() => undefined);
  if (!request) return null;
  return {
    windowId: tab?.windowId,
    request,
    resize: (height) =>
      void say({ to: 'tagger', type: 'picker-size', token, height }).catch(() => undefined),
    close: () => void say({ to: 'tagger', type: 'picker-close', token }).catch(() => undefined),
  };
}
