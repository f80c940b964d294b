import { browser } from 'wxt/browser';
import { documentKey, namesDocument } from '../../data/document-key';
import { createEvidenceStore, type Evidence } from '../../data/evidence';
import { standingFrom } from '../../data/left-behind';
import { allLadders } from '../../data/library';
import type { Earlier, Filed, LeftBehind } from '../wiring/messages';
import { ask } from './ask';
import { reachableFrames } from './inject';
import { toRecord } from './page-evidence';

/** The frame that is told of every change of the tab's address. */
const TOP = 0;

/** Evidence of a document, and what of it was found when the page left the document's address. */
interface Left {
  readonly evidence: readonly Evidence[];
  readonly found: readonly string[];
}

/**
 * The evidence that stands in a tab's page and is filed under an address that the page had before, as
 * that of a document that got its own with its first save. `null` where there is none, the page shows
 * another document now, or does not let Rung in.
 */
export async function leftBehind(tabId: number): Promise<LeftBehind | null> {
  const earlier = await ask(tabId, TOP, { to: 'tagger', type: 'earlier' });
  if (!earlier || earlier.places.length === 0) return null;
  const { url } = await browser.tabs.get(tabId);
  if (!url) return null;
  const document = documentKey(url);
  const all = await leftIn(earlier, document);
  if (all.length === 0) return null;
  const ladders = await allLadders();
  const records = all.flatMap(({ evidence }) => evidence.map((one) => toRecord(one, ladders)));
  const frames = await reachableFrames(tabId);
  const answers = await Promise.all(
    frames.map(({ frameId }) => ask(tabId, frameId, { to: 'tagger', type: 'stand', records })),
  );
  const standing = new Set(answers.flatMap((ids) => ids ?? []));
  const ids = all.flatMap(({ evidence, found }) =>
    standingFrom(
      evidence.map(({ id }) => id),
      found,
      standing,
    ),
  );
  return ids.length === 0 ? null : { document, ids };
}

/** Has the page of a tab remember that the user wants evidence where it is filed. */
export async function settleFiled(tabId: number, filed: readonly Filed[]): Promise<void> {
  await ask(tabId, TOP, { to: 'tagger', type: 'settle', filed });
}

/** What is filed under documents that the page was before it was this one for the first time. */
async function leftIn({ places, settled }: Earlier, document: string): Promise<Left[]> {
  const found = new Map<string, string[]>();
  for (const place of places) {
    const key = documentKey(place.address);
    // What came after it is not what it was before, but what it was left for.
    if (key === document) break;
    if (namesDocument(place.address)) continue;
    found.set(key, [...(found.get(key) ?? []), ...place.found]);
  }
  const store = createEvidenceStore();
  const isSettled = (one: Evidence) =>
    settled.some(({ id, document }) => id === one.id && document === one.target.document);
  const all = await Promise.all(
    [...found].map(async ([key, ids]) => ({
      evidence: (await store.ofDocument(key)).filter((one) => !isSettled(one)),
      found: ids,
    })),
  );
  return all.filter(({ evidence }) => evidence.length > 0);
}
