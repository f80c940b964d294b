import { type Browser, browser } from 'wxt/browser';
import { documentKey, inAnotherTab } from '../../data/document-key';
import { createEvidenceStore, type Evidence, quoteOf } from '../../data/evidence';
import { hueOf } from '../../data/hue';
import type { Ladder } from '../../data/ladder';
import { allLadders } from '../../data/library';
import type { PageReport } from '../../data/standing';
import { bestOf } from '../../data/standing';
import type { OwnAnswer, OwnRecords, PageRecord } from '../wiring/messages/records';
import { isAddressAllowed } from '../wiring/site/site-permission';
import { ask } from './ask';
import { addColours, inject, reachableFrames } from './inject';
import { TOP } from './top-frame';

/** What a page needs to find and paint its evidence; `null` where it has none. */
export async function pageRecords(url: string | undefined): Promise<OwnRecords | null> {
  if (!url) return null;
  const document = documentKey(url);
  const [evidence, ladders] = await Promise.all([
    createEvidenceStore().ofDocument(document),
    allLadders(),
  ]);
  const shown = evidence.filter(({ target }) => !inAnotherTab(target.source, url));
  if (shown.length === 0) return null;
  return { document, records: shown.map((one) => toRecord(one, ladders)) };
}

/** The same for a frame that asks by itself, which then gets the colours to paint with, too. */
export async function recordsForFrame({
  tab,
  frameId = TOP,
  url,
}: Browser.runtime.MessageSender): Promise<OwnAnswer | null> {
  // A page that is gone back to may still have what a gesture put there, but not its permission,
  // and then only says itself where it is.
  const address = tab?.url ?? (frameId === TOP ? url : undefined);
  if (!address || !(await createEvidenceStore().hasAny(documentKey(address)))) return null;
  if (tab?.id !== undefined) {
    await addColours({ tabId: tab.id, frameIds: [frameId] }).catch(() => undefined);
  }
  const allowed = await isAddressAllowed(address);
  // Read last: what is deleted meanwhile must not come back.
  const found = await pageRecords(address);
  return found && { ...found, allowed };
}

/** A piece of evidence as a page gets it: what finding and painting it takes, and no more. */
export function toRecord(evidence: Evidence, ladders: readonly Ladder[]): PageRecord {
  const ladder = ladders.find((one) => one.id === evidence.ladder);
  return {
    id: evidence.id,
    quote: quoteOf(evidence),
    hue: hueOf(ladder, evidence.subSkill),
    surface: evidence.target.surface,
  };
}

/**
 * Paints a tab's evidence and says how each piece stands there. `null` where the page does not
 * let Rung in, which without a gesture on it or a permission for its site is the rule.
 */
export async function showEvidence(tabId: number): Promise<PageReport | null> {
  const frames = await inject(tabId);
  if (frames === null) return null;
  const { url } = await browser.tabs.get(tabId);
  const records = (await pageRecords(url))?.records ?? [];
  const reports = await Promise.all(
    frames.map(({ frameId }) => ask(tabId, frameId, { to: 'tagger', type: 'paint', records })),
  );
  return bestOf(reports);
}

/** Takes a tab's evidence off the screen, until it is asked for again. */
export async function hideEvidence(tabId: number): Promise<void> {
  const frames = (await inject(tabId)) ?? [];
  const { url = '' } = await browser.tabs.get(tabId);
  const question = { to: 'tagger', type: 'unpaint', document: documentKey(url) } as const;
  await Promise.all(frames.map(({ frameId }) => ask(tabId, frameId, question)));
}

/** How the evidence stands that a tab shows now, by frame; the page is left as it is. */
export async function reportEvidence(tabId: number): Promise<Record<number, PageReport>> {
  const frames = await reachableFrames(tabId);
  const reports = await Promise.all(
    frames.map(async ({ frameId }) => {
      const report = await ask(tabId, frameId, { to: 'tagger', type: 'report' });
      return report ? [[frameId, report] as const] : [];
    }),
  );
  return Object.fromEntries(reports.flat());
}
