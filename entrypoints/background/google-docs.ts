import { type Browser, browser } from 'wxt/browser';
import { ANNOTATED_TEXT, PATIENCE } from '../tagger/surfaces/google-docs/names';
import type { GoogleDocsCall } from '../wiring/messages/background';
import { inGoogleDocs } from './in-google-docs';

/**
 * Calls the Google Docs page's own functions for the tagger in one of its frames: scripts of an
 * extension run apart from the page and cannot do it themselves.
 *
 * @returns what the page says, unchecked; `null` where it cannot be reached
 */
export async function askGoogleDocs(
  { tab, frameId }: Browser.runtime.MessageSender,
  call: GoogleDocsCall,
): Promise<unknown> {
  if (tab?.id === undefined || frameId === undefined) return null;
  const { id } = browser.runtime;
  try {
    const [injection] = await browser.scripting.executeScript({
      target: { tabId: tab.id, frameIds: [frameId] },
      world: 'MAIN',
      injectImmediately: true,
      func: inGoogleDocs,
      args: [{ call, id, annotatedText: ANNOTATED_TEXT, patience: PATIENCE }],
    });
    return injection?.result ?? null;
  } catch {
    return null;
  }
}
