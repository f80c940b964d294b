import type { Page } from 'playwright-core';
import { documentKey } from '../../../data/document-key';
import { type Evidence, withQuote } from '../../../data/evidence';
import { keyOf } from '../../../data/evidence/keys';
import { describeQuote } from '../../../data/quote';
import type { PageReport } from '../../../data/standing';
import type { Arrival } from '../../../entrypoints/wiring/messages/background';
import type { ReadReply } from '../../../entrypoints/wiring/messages/reading';
import '../../fixtures/google-docs/controls';
import { type RealAddress, serveAtRealAddress } from '../../fixtures/google-docs/real-address';
import { SETTLED } from '../support/afresh';
import { allowSites, buildFolder, CHROMIUM_BUILD } from './builds';
import { type InChromium, launchChromium } from './chromium';
import { seededRecord } from './seed';
import type { ExtensionStorage } from './storage';

/** In functions that run inside the extension. */
declare const chrome: typeof import('wxt/browser').browser;

/** A page of either browser's driver. */
interface Evaluator {
  evaluate<R>(work: () => R): Promise<R>;
}

export const DOCS = 'https://docs.google.com/document/d/1review/edit';

/** Chromium with the extension and the stand-in at the address of Google Docs. */
export interface DocsInChromium {
  readonly rung: InChromium;
  /** Opens a document with some of the stand-in's switches on, in a tab in front. */
  open(switches?: readonly string[], path?: string): Promise<Page>;
  /** What the background reads in the tab in front, without showing anything. */
  read(): Promise<ReadReply | null>;
  /** Finds and paints the evidence of the tab in front. */
  show(): Promise<PageReport | null>;
  goTo(id: string): Promise<Arrival>;
  close(): Promise<void>;
}

/**
 * @param allowed whether the user has allowed the site, so that the extension needs no gesture
 */
export async function docsInChromium(allowed: boolean): Promise<DocsInChromium> {
  const real: RealAddress = await serveAtRealAddress();
  const build = buildFolder(CHROMIUM_BUILD);
  const extension = allowed ? await allowDocs(build) : build;
  const rung = await launchChromium({ extension, args: real.chromiumArguments });
  await rung.storage.set(SETTLED);
  // A page of the extension in a tab behind the others, to speak to the background from.
  const inside = await rung.extensionPage('/options.html');
  const ask = <R>(message: Record<string, unknown>): Promise<R> =>
    inside.evaluate(async (one) => {
      const [tab] = await chrome.tabs.query({ url: 'https://docs.google.com/*', active: true });
      return chrome.runtime.sendMessage({ to: 'background', tabId: tab?.id, ...one });
    }, message);

  return {
    rung,
    async open(switches = [], path = '/document/d/1review/edit') {
      const page = await rung.context.newPage();
      const address = new URL(path, DOCS);
      if (switches.length > 0) address.searchParams.set('switch', switches.join(','));
      await page.goto(address.href);
      await page.bringToFront();
      await page.waitForFunction(() => window.__docs);
      await page.evaluate(() => window.__docs.settled());
      return page;
    },
    read: () => ask({ type: 'read-selection' }),
    show: () => ask({ type: 'show-evidence' }),
    goTo: (id) => ask({ type: 'go-to', id }),
    async close() {
      await rung.close();
      await real.close();
    },
  };
}

/** Selects, as the stand-in's user, the words themselves; `nth` of them from 0. */
export function selectWords(page: Page, words: string, nth = 0): Promise<void> {
  return page.evaluate(
    ([text, at]) => {
      const { start, end } = window.__docs.find(text, at);
      window.__docs.select(start, end);
    },
    [words, nth] as const,
  );
}

/** A copy of a build to which the user has allowed Google Docs. */
export const allowDocs = (build: string): Promise<string> =>
  allowSites(build, ['https://docs.google.com/*']);

/**
 * Stores evidence that stands in the document on screen, as if it had been tagged there now.
 *
 * @returns its id
 */
export async function storeEvidence(
  storage: ExtensionStorage,
  page: Evaluator & { url(): string },
  words: string,
  tab = 't.0',
): Promise<string> {
  const text = await page.evaluate(() => window.__docs.text());
  const start = text.indexOf(words);
  const source = `${page.url().split('?')[0]}?tab=${tab}`;
  const id = `docs-${start}`;
  const record: Evidence = {
    ...seededRecord(0),
    id,
    target: {
      source,
      document: documentKey(source),
      title: 'Self-review',
      surface: 'google-docs',
      selector: withQuote(describeQuote(text, start, start + words.length)),
    },
  };
  await storage.set({ [keyOf(record)]: record });
  return id;
}

/** A rectangle of the window, CSS pixels. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The boxes over the document, from top to bottom. */
export function drawnBoxes(page: Evaluator): Promise<Place[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.kix-appview-editor > [aria-hidden=true] > *')]
      .map((one) => one.getBoundingClientRect())
      .map(({ left, top, right, bottom }) => ({ left, top, right, bottom }))
      .sort((a, b) => a.top - b.top || a.left - b.left),
  );
}

/** Where the stand-in itself says that words are painted, one rectangle a line. */
export function truePlaces(page: Page, words: string): Promise<Place[]> {
  return page.evaluate((text) => {
    const { start, end } = window.__docs.find(text);
    return window.__docs
      .rectFor(start, end)
      .map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
  }, words);
}
