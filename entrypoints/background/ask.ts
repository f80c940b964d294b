import { browser } from 'wxt/browser';
import type { PageReport, Probe, ReadReply, TaggerMessage } from '../tagger/messages';

/** What the tagger answers to each question. */
interface Replies {
  probe: Probe;
  read: ReadReply;
  show: undefined;
  paint: PageReport;
  unpaint: undefined;
  report: PageReport | null;
  'go-to': boolean;
}

type Question = Extract<TaggerMessage, { type: keyof Replies }>;

/**
 * Asks the tagger in one frame. `undefined` where it does not answer: the frame has gone, or an
 * update of Rung left an old tagger behind.
 */
export async function ask<Q extends Question>(
  tabId: number,
  frameId: number,
  question: Q,
): Promise<Replies[Q['type']] | undefined> {
  try {
    return await browser.tabs.sendMessage(tabId, question, { frameId });
  } catch {
    return undefined;
  }
}
