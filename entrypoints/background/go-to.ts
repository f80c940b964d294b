import { type Browser, browser } from 'wxt/browser';
import { canBeOpened } from '../../data/can-be-opened';
import { documentKey, inAnotherTab } from '../../data/document-key';
import { createEvidenceStore, type Evidence, quoteOf } from '../../data/evidence';
import { allLadders } from '../../data/library';
import { withTextFragment } from '../../data/text-fragment';
import { isFoundByBrowser } from '../tagger/surfaces/kinds';
import type { Arrival } from '../wiring/messages/background';
import type { PageRecord } from '../wiring/messages/records';
import { isAddressAllowed } from '../wiring/site/site-permission';
import { ask } from './ask';
import { inject } from './inject';
import { toRecord } from './page-evidence';

/** A page that was just opened gets this long to lay out its text, in steps of 250 ms. */
const TRIES = 40;
const STEP_MS = 250;

/**
 * For the first two seconds of these a passage that is doubtful there does not do: what looks like
 * it may stand in a sidebar, and the document itself not be rendered yet.
 */
const SURE_TRIES = 8;

const EVERY_TRY = [true, false];
const SURE_TRY = [true];

/**
 * Takes the user to a passage: to the tab that has its document, or a new one, and there to the
 * words themselves, brought into view and marked for a moment.
 *
 * @returns `opened` where the page is open but Rung may not look into it, `not-found` where the
 *   passage is not in it (yet), `no-page` where it was pasted without one; never rejects
 */
export async function goTo(id: string): Promise<Arrival> {
  const read = Promise.all([createEvidenceStore().byId(id), allLadders()]);
  const [evidence, ladders] = await read.catch(() => [null, null]);
  if (evidence === null || ladders === null) return 'unread';
  if (!evidence) return 'deleted';
  if (evidence.target.source === '') return 'no-page';
  // Firefox opens no file for an extension.
  const focused = await focusDocument(evidence).catch(() => null);
  if (!focused) return 'not-opened';
  const { tab, fresh } = focused;
  if (tab.id === undefined) return 'no-page';
  const record = toRecord(evidence, ladders);
  return seek(tab.id, record, fresh).catch(() => 'closed');
}

/** @throws where the tab has gone */
async function seek(tabId: number, record: PageRecord, fresh: boolean): Promise<Arrival> {
  let asked = 0;
  for (let left = fresh ? TRIES : 1; left > 0; left--) {
    if (fresh) await new Promise((resolve) => setTimeout(resolve, STEP_MS));
    // Some pages never have loaded; they are asked in the end all the same.
    const waits = fresh && left > 1;
    if (waits && (await browser.tabs.get(tabId)).status !== 'complete') continue;
    const frames = await inject(tabId);
    if (frames === null) {
      // A tab that has gone lets nobody in either.
      await browser.tabs.get(tabId);
      return fresh ? 'opened' : 'no-access';
    }
    // Where every frame is in doubt the first will do, but not before every frame was asked.
    for (const sure of waits && asked++ < SURE_TRIES ? SURE_TRY : EVERY_TRY) {
      for (const { frameId } of frames) {
        const question = { to: 'tagger', type: 'go-to', record, sure } as const;
        if (await ask(tabId, frameId, question)) return 'there';
      }
    }
  }
  return 'not-found';
}

/** Tabs as they are wanted: the one in front of the user, its window's, and those awake first. */
function nearestFirst(
  tabs: readonly Browser.tabs.Tab[],
  windowId: number | undefined,
): Browser.tabs.Tab[] {
  const far = (tab: Browser.tabs.Tab) =>
    tab.windowId === windowId ? (tab.active ? 0 : 1) : tab.discarded ? 3 : 2;
  return [...tabs].sort((a, b) => far(a) - far(b));
}

/**
 * The tab that has the document, in front; `fresh` where its text is not laid out yet. `null` where it
 * is open in none and nobody is to be sent there: the user may still open it and try again.
 */
async function focusDocument(
  evidence: Evidence,
): Promise<{ tab: Browser.tabs.Tab; fresh: boolean } | null> {
  const { source, document, surface } = evidence.target;
  // Without a permission for its site a tab keeps its address to itself; then it is opened anew.
  const tabs = await browser.tabs.query({});
  const [open] = nearestFirst(
    tabs.filter(
      ({ url }) => url !== undefined && documentKey(url) === document && !inAnotherTab(source, url),
    ),
    (await browser.windows.getLastFocused()).id,
  );
  if (open?.id === undefined) {
    if (!canBeOpened(source)) return null;
    // The browser looks where Rung may not; the passage's words then stay in its history.
    const byBrowser = isFoundByBrowser(surface) && !(await isAddressAllowed(source));
    const url = byBrowser ? withTextFragment(source, quoteOf(evidence)) : source;
    return { tab: await browser.tabs.create({ url, active: true }), fresh: true };
  }
  // As it was before it came to the front: one that was put to sleep loads anew then.
  const fresh = open.discarded === true || open.status !== 'complete';
  await browser.tabs.update(open.id, { active: true });
  await browser.windows.update(open.windowId, { focused: true });
  return { tab: open, fresh };
}
