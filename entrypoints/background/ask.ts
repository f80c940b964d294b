import { browser } from 'wxt/browser';
import type { PageReport } from '../../data/standing';
import type { Earlier, Stood } from '../wiring/messages/left-behind';
import type { Probe, ReadReply } from '../wiring/messages/reading';
import type { TaggerMessage } from '../wiring/messages/tagger';
import { within } from './within';

/**
 * How long a frame may take to answer, in milliseconds: at most a moment where it has nothing to
 * read, longer where it may have to look through a large document. One that is busy without end
 * must not keep the others waiting.
 */
const PATIENCE_MS = { brief: 2_000, long: 15_000 };

/** So long before that a frame shows nothing any more, in milliseconds: its answer is on its way for a moment. */
const ANSWERING_MS = 200;

/** What the tagger answers to each question. */
interface Replies {
  probe: Probe;
  read: ReadReply;
  show: true;
  paint: PageReport;
  unpaint: undefined;
  report: PageReport | null;
  earlier: Earlier;
  stand: Stood;
  settle: undefined;
  'go-to': boolean;
}

type Question = Extract<TaggerMessage, { type: keyof Replies }>;

/**
 * Asks the tagger in one frame. `undefined` where it does not answer: the frame has gone or hangs, or
 * an update of Rung left an old tagger behind.
 */
export async function ask<Q extends Question>(
  tabId: number,
  frameId: number,
  question: Q,
): Promise<Replies[Q['type']] | undefined> {
  try {
    const brief = question.type === 'probe' || question.type === 'show';
    const patience = PATIENCE_MS[brief ? 'brief' : 'long'];
    const message =
      question.type === 'show'
        ? { ...question, until: Date.now() + patience - ANSWERING_MS }
        : question;
    return await within(patience, browser.tabs.sendMessage(tabId, message, { frameId }));
  } catch {
    return undefined;
  }
}
