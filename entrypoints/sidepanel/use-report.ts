import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Browser, browser } from 'wxt/browser';
import { bestOf, type PageReport } from '../../data/standing';
import type { BackgroundMessage, PanelNews } from '../tagger/messages';

/** How the evidence that a tab shows stands there. */
export interface Report {
  /** By id; `null` where the tab shows none. */
  readonly report: PageReport | null;
  /** Finds and paints the page's evidence. False where the page does not let Rung in. */
  show(): Promise<boolean>;
  hide(): Promise<void>;
  /** Says no more of how a piece of evidence reads now, until it reads otherwise. */
  settle(id: string): void;
}

type Reports = Readonly<Record<number, PageReport>>;
type Settled = Readonly<Record<string, string>>;

/**
 * Follows what a tab shows, whoever asked for it: this panel, a gesture in the page, an allowed
 * site. What was shown is shown again after the page was loaded anew.
 */
export function useReport(tabId: number | undefined): Report {
  const [reports, setReports] = useState<Reports>({});
  const [settled, setSettled] = useState<Settled>({});
  const wanted = useRef(false);
  const shows = useRef(false);
  shows.current = Object.keys(reports).length > 0;

  const show = useCallback(async () => {
    if (tabId === undefined) return false;
    wanted.current = (await ask('show-evidence', tabId)) !== null;
    if (wanted.current) setReports(await ask('report-evidence', tabId));
    return wanted.current;
  }, [tabId]);
  const hide = useCallback(async () => {
    wanted.current = false;
    setReports({});
    if (tabId !== undefined) await ask('hide-evidence', tabId);
  }, [tabId]);

  useEffect(() => {
    wanted.current = false;
    setReports({});
    if (tabId === undefined) return undefined;
    let current = true;
    void ask('report-evidence', tabId).then((known: Reports) => {
      if (current) setReports((news) => ({ ...known, ...news }));
    });
    const onMessage = (message: unknown, { tab, frameId = 0 }: Browser.runtime.MessageSender) => {
      if (!isNews(message) || tab?.id !== tabId) return undefined;
      setReports((before) => withFrame(before, frameId, message.report));
      return undefined;
    };
    const onUpdated = (id: number, { status }: { status?: string }) => {
      if (id !== tabId) return;
      if (status === 'complete' && wanted.current) void show();
      if (status !== 'loading') return;
      wanted.current ||= shows.current;
      setReports({});
    };
    browser.runtime.onMessage.addListener(onMessage);
    browser.tabs.onUpdated.addListener(onUpdated);
    return () => {
      current = false;
      browser.runtime.onMessage.removeListener(onMessage);
      browser.tabs.onUpdated.removeListener(onUpdated);
    };
  }, [tabId, show]);

  const report = useMemo(() => {
    const frames = Object.values(reports);
    return frames.length === 0 ? null : unsettled(bestOf(frames), settled);
  }, [reports, settled]);
  const settle = (id: string) => {
    const reads = readsOf(report?.[id]);
    if (reads !== undefined) setSettled({ ...settled, [id]: reads });
  };
  return { report, show, hide, settle };
}

type Question = Extract<BackgroundMessage, { type: `${string}-evidence` }>['type'];

function ask(type: Question, tabId: number) {
  return browser.runtime.sendMessage({ to: 'background', type, tabId });
}

function isNews(message: unknown): message is PanelNews {
  return (message as Partial<PanelNews> | null)?.to === 'panel';
}

function withFrame(before: Reports, frameId: number, report: PageReport | null): Reports {
  const { [frameId]: _old, ...rest } = before;
  return report ? { ...rest, [frameId]: report } : rest;
}

/** The report without what the user has answered already. */
function unsettled(report: PageReport, settled: Settled): PageReport {
  return Object.fromEntries(
    Object.entries(report).filter(([id, standing]) => {
      const reads = readsOf(standing);
      return reads === undefined || reads !== settled[id];
    }),
  );
}

function readsOf(standing: PageReport[string] | undefined): string | undefined {
  return standing && 'quote' in standing ? standing.quote.exact : undefined;
}
