import { browser } from 'wxt/browser';
import { documentKey, namesDocument } from '../../data/document-key';
import { createEvidenceStore, type Evidence } from '../../data/evidence';
import { standingFrom } from '../../data/left-behind';
import { allLadders } from '../../data/library';
import { patternOf } from '../../data/site-pattern';
import type { Earlier, Filed, LeftBehind } from '../wiring/messages/left-behind';
import { isAddressAllowed } from '../wiring/site/site-permission';
import { ask } from './ask';
import { inject, reachableFrames } from './inject';
import { toRecord } from './page-evidence';
import { TOP } from './top-frame';
import { forgetWritten, type Written, writtenIn } from './written';

const NOWHERE: Earlier = { places: [], settled: [] };

/** Evidence of a document, and what of it was found when the page left the document's address. */
interface Left {
  readonly evidence: readonly Evidence[];
  readonly found: readonly string[];
  /** Whether another page may have come since: only what stands among its own words counts then. */
  readonly loaded: boolean;
}

/**
 * The evidence that stands in a tab's page and is filed under an address from before: one that the page
 * had, or the tab, where the user wrote it. So it is with a document that got its own address with its
 * first save. `null` where there is none, or the page shows another document now.
 *
 * @param asked whether the user asked for it; else Rung looks only where it has come already
 */
export async function leftBehind(tabId: number, asked: boolean): Promise<LeftBehind | null> {
  if (asked) await inject(tabId);
  // This frame alone is told of every change of the tab's address.
  const earlier = await ask(tabId, TOP, { to: 'tagger', type: 'earlier' });
  const written = await writtenIn(tabId);
  if (written.length === 0 && !earlier?.places.length) return null;
  const { url } = await browser.tabs.get(tabId);
  if (!url) return null;
  const document = documentKey(url);
  const all = await leftIn(earlier ?? NOWHERE, written, url);
  const evidence = [...new Map(all.flatMap((one) => one.evidence.map((e) => [e.id, e]))).values()];
  if (evidence.length === 0) return null;
  if (!earlier) {
    // Where it comes by itself, it will be there in a moment.
    if (await isAddressAllowed(url)) return null;
    return { document, ids: evidence.map(({ id }) => id), seen: false };
  }
  const standing = await standingIn(tabId, evidence);
  const ids = all.flatMap(({ evidence, found, loaded }) =>
    standingFrom(
      evidence.map(({ id }) => id),
      found,
      loaded ? standing.amongOwn : standing.all,
    ),
  );
  return ids.length === 0 ? null : { document, ids: [...new Set(ids)], seen: true };
}

/** Remembers that the user wants evidence where it is filed, for as long as the page, or the tab, is there. */
export async function settleFiled(tabId: number, filed: readonly Filed[]): Promise<void> {
  const documents = filed.map(({ document }) => document);
  await Promise.all([
    forgetWritten(tabId, documents),
    ask(tabId, TOP, { to: 'tagger', type: 'settle', filed }),
  ]);
}

/** What is filed under documents that the page was, or the tab, before it was this one. */
async function leftIn({ places, settled }: Earlier, written: readonly Written[], url: string) {
  const document = documentKey(url);
  const found = new Map<string, string[]>();
  for (const place of places) {
    const key = documentKey(place.address);
    // What came after it is not what it was before, but what it was left for.
    if (key === document) break;
    if (namesDocument(place.address)) continue;
    found.set(key, [...(found.get(key) ?? []), ...place.found]);
  }
  const onSite = written.filter(
    ({ address }) =>
      documentKey(address) !== document &&
      !namesDocument(address) &&
      patternOf(address) !== undefined &&
      patternOf(address) === patternOf(url),
  );
  const store = createEvidenceStore();
  const isSettled = (one: Evidence) =>
    settled.some(({ id, document }) => id === one.id && document === one.target.document);
  const filed = async (key: string) =>
    (await store.ofDocument(key)).filter((one) => !isSettled(one));
  const all = await Promise.all([
    ...[...found].map(
      async ([key, ids]): Promise<Left> => ({
        evidence: await filed(key),
        found: ids,
        loaded: false,
      }),
    ),
    ...onSite.map(async ({ address, since }): Promise<Left> => {
      const evidence = await filed(documentKey(address));
      // What was tagged at this address earlier is another document's: forms are new each time.
      const own = evidence.filter(({ created }) => Date.parse(created) >= since);
      return { evidence: own, found: [], loaded: true };
    }),
  ]);
  return all.filter(({ evidence }) => evidence.length > 0);
}

/** The ids of what stands in any frame of a tab, and of what stands among its own words there. */
async function standingIn(tabId: number, evidence: readonly Evidence[]) {
  const ladders = await allLadders();
  const records = evidence.map((one) => toRecord(one, ladders));
  const frames = await reachableFrames(tabId);
  const stood = await Promise.all(
    frames.map(({ frameId }) => ask(tabId, frameId, { to: 'tagger', type: 'stand', records })),
  );
  return {
    all: new Set(stood.flatMap((one) => one?.ids ?? [])),
    amongOwn: new Set(stood.flatMap((one) => one?.amongOwn ?? [])),
  };
}
