import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Browser, browser } from 'wxt/browser';
import { documentKey } from '../../data/document-key';
import { bestOf, type PageReport } from '../../data/standing';
import type { BackgroundMessage } from '../wiring/messages/background';
import type { PanelFrames, PanelNews } from '../wiring/messages/panel';
import { exceptOf, type Reports, withFrame, withoutOld } from './frame-reports';
import { isSettled, readsOf, useSettled } from './use-settled';

/** How the evidence that a tab shows stands there. */
export interface Report {
  /** By id; `null` where the tab shows none. */
  readonly report: PageReport | null;
  /** Finds and paints the page's evidence. False where the page does not let Rung in. */
  show(): Promise<boolean>;
  hide(): Promise<void>;
  /**
   * Says no more of how a piece of evidence reads now, until it reads otherwise.
   *
   * @returns takes that back
   */
  settle(id: string): () => void;
}

const NOTHING: Reports = {};

/**
 * How long a frame that got another document has to report of that, in milliseconds: one that is drawn
 * anew with every key is not to be gone and there again.
 */
const REPORTS_WITHIN = 2_000;

/**
 * Follows what a tab shows, whoever asked for it: this panel, a gesture in the page, an allowed
 * site. What was shown is shown again after the page was loaded anew; another document in the tab,
 * or another tab, is one that nobody asked for.
 */
export function useReport(tabId: number | undefined): Report {
  const [known, setKnown] = useState({ tabId, reports: NOTHING });
  // The tab in front may change before what another one said is taken away.
  const reports = known.tabId === tabId ? known.reports : NOTHING;
  const { settled, settle } = useSettled();
  /** The document that is to be shown again when the tab loads it anew. */
  const wanted = useRef<string | null>(null);
  /** The document that the reports are of, where the tab says it. */
  const shown = useRef<string | null>(null);
  const latest = useRef(reports);
  latest.current = reports;
  const shows = useRef(false);
  shows.current = Object.keys(reports).length > 0;
  /** Another one with every tab, and once the user hides what is there: answers before are late. */
  const visit = useRef(0);
  const inFront = useRef(tabId);
  inFront.current = tabId;

  const show = useCallback(async () => {
    if (tabId === undefined) return false;
    const { current } = visit;
    if ((await ask('show-evidence', tabId)) === null) return false;
    const [reports, document] = await Promise.all([reportsOf(tabId), documentIn(tabId)]);
    if (current !== visit.current || inFront.current !== tabId) return true;
    wanted.current = document;
    shown.current = document;
    setKnown({ tabId, reports });
    return true;
  }, [tabId]);
  const hide = useCallback(async () => {
    visit.current++;
    wanted.current = null;
    setKnown({ tabId, reports: NOTHING });
    if (tabId !== undefined) await ask('hide-evidence', tabId);
  }, [tabId]);

  useEffect(() => {
    wanted.current = null;
    shown.current = null;
    setKnown({ tabId, reports: NOTHING });
    if (tabId === undefined) return undefined;
    let current = true;
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const change = (how: (before: Reports) => Reports) =>
      setKnown((before) => ({ tabId, reports: how(before.reports) }));
    // Where nobody answers, the tab is as it was a moment ago: nothing is known of it yet, and what
    // shows there tells itself with its next change.
    Promise.all([reportsOf(tabId), documentIn(tabId)]).then(
      ([reports, document]) => {
        if (!current) return;
        shown.current ??= document;
        change((news) => ({ ...reports, ...news }));
      },
      () => undefined,
    );
    const onMessage = (message: unknown, { tab, frameId = 0 }: Browser.runtime.MessageSender) => {
      if (isFrames(message) && message.tabId === tabId) {
        const old = exceptOf(message.frames, latest.current);
        const forget = () => change((before) => withoutOld(before, old));
        timers.add(setTimeout(forget, REPORTS_WITHIN));
      }
      if (!isNews(message) || tab?.id !== tabId) return undefined;
      if (tab.url) shown.current = documentKey(tab.url);
      change((before) => withFrame(before, frameId, message.report));
      return undefined;
    };
    const onUpdated = (id: number, { status }: { status?: string }, tab?: { url?: string }) => {
      if (id !== tabId) return;
      const isWanted = wanted.current !== null && wanted.current === keyOf(tab?.url);
      // Nobody asked for it anew. Where it fails, nothing shows, and the button for it is there again.
      if (status === 'complete' && isWanted) show().catch(() => undefined);
      if (status !== 'loading') return;
      if (shows.current) wanted.current = shown.current;
      change(() => NOTHING);
    };
    browser.runtime.onMessage.addListener(onMessage);
    browser.tabs.onUpdated.addListener(onUpdated);
    return () => {
      current = false;
      visit.current++;
      for (const timer of timers) clearTimeout(timer);
      browser.runtime.onMessage.removeListener(onMessage);
      browser.tabs.onUpdated.removeListener(onUpdated);
    };
  }, [tabId, show]);

  const report = useMemo(() => {
    const frames = Object.values(reports);
    if (frames.length === 0 || !settled) return null;
    const all = Object.entries(bestOf(frames));
    return Object.fromEntries(all.filter(([id, one]) => !isSettled(settled, id, one)));
  }, [reports, settled]);
  return {
    report,
    show,
    hide,
    settle(id) {
      const reads = readsOf(report?.[id]);
      return reads === undefined ? () => undefined : settle(id, reads);
    },
  };
}

type Question = Extract<BackgroundMessage, { type: `${string}-evidence` }>['type'];

function ask(type: Question, tabId: number) {
  return browser.runtime.sendMessage({ to: 'background', type, tabId });
}

async function reportsOf(tabId: number): Promise<Reports> {
  return ask('report-evidence', tabId);
}

async function documentIn(tabId: number): Promise<string | null> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return keyOf(tab?.url);
}

function keyOf(url: string | undefined): string | null {
  return url ? documentKey(url) : null;
}

function isNews(message: unknown): message is PanelNews {
  const { to, type } = (message ?? {}) as Partial<PanelNews>;
  return to === 'panel' && type === 'report';
}

function isFrames(message: unknown): message is PanelFrames {
  const { to, type } = (message ?? {}) as Partial<PanelFrames>;
  return to === 'panel' && type === 'frames';
}
