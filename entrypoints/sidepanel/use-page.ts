import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { type Browser, browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { Notice } from '../../components/common/Toast';
import { documentKey } from '../../data/document-key';
import { documentTitle } from '../../data/document-title';
import { type Evidence, withQuote } from '../../data/evidence';
import type { PageReport, PanelNews, ReadReply } from '../tagger/messages';
import type { EvidenceActions } from '../wiring/use-evidence-actions';

/** The page in the window's active tab, as far as Rung may know it. */
export interface Page {
  readonly tabId: number | undefined;
  /** The page's address; `null` where Rung was neither asked on it nor allowed its site. */
  readonly url: string | null;
  readonly document: string | null;
  readonly title: string;
  /** The evidence tagged on this page. */
  readonly here: readonly Evidence[];
  /** How it stands there; `null` until it is looked for. */
  readonly report: PageReport | null;
  /** Finds and paints the page's evidence. False where the page does not let Rung in. */
  show(): Promise<boolean>;
  hide(): Promise<void>;
  /** Takes over the passage's new wording. */
  takeOver(evidence: Evidence, actions: EvidenceActions): void;
  /** Keeps the old wording and stops asking, until the page is looked at again. */
  keep(evidence: Evidence): void;
  /** Attaches evidence to what is selected in the page now. */
  attach(
    evidence: Evidence,
    actions: EvidenceActions,
    say: (notice: Notice) => void,
  ): Promise<void>;
}

interface ActiveTab {
  readonly id: number;
  readonly url: string | null;
  readonly title: string;
}

/** Follows the active tab of the panel's window, and what of the evidence stands in it. */
export function usePage(evidence: readonly Evidence[]): Page {
  const tab = useActiveTab();
  const [report, setReport] = useState<PageReport | null>(null);
  const tabId = tab?.id;
  const document = tab?.url ? documentKey(tab.url) : null;
  useEffect(() => setReport(null), [tabId, document]);

  const here = useMemo(
    () => evidence.filter((one) => document !== null && one.target.document === document),
    [evidence, document],
  );
  const show = useCallback(async () => {
    if (tabId === undefined) return false;
    const found: PageReport | null = await browser.runtime.sendMessage({
      to: 'background',
      type: 'show-evidence',
      tabId,
    });
    setReport(found);
    return found !== null;
  }, [tabId]);
  const hide = useCallback(async () => {
    if (tabId === undefined) return;
    setReport(null);
    await browser.runtime.sendMessage({ to: 'background', type: 'hide-evidence', tabId });
  }, [tabId]);

  useEffect(() => {
    const onMessage = (message: unknown, sender: Browser.runtime.MessageSender) => {
      if (!isNews(message) || sender.tab?.id !== tabId) return undefined;
      // Only what was looked for is followed: news before the first look would be half of it.
      setReport((before) => before && { ...before, ...message.report });
      return undefined;
    };
    browser.runtime.onMessage.addListener(onMessage);
    return () => browser.runtime.onMessage.removeListener(onMessage);
  }, [tabId]);

  const readSelection = async (): Promise<ReadReply | null> =>
    tabId === undefined
      ? null
      : browser.runtime.sendMessage({ to: 'background', type: 'read-selection', tabId });

  return {
    tabId,
    url: tab?.url ?? null,
    document,
    title: tab?.url ? documentTitle(tab.title, tab.url) : '',
    here,
    report,
    show,
    hide,
    takeOver(one, actions) {
      const standing = report?.[one.id];
      if (!standing || !('quote' in standing)) return;
      const target = { ...one.target, selector: withQuote(standing.quote) };
      void actions.change(one, { target });
      setReport({ ...report, [one.id]: { state: 'same' } });
    },
    keep(one) {
      if (!report) return;
      const { [one.id]: _asked, ...rest } = report;
      setReport(rest);
    },
    async attach(one, actions, say) {
      const reply = await readSelection();
      if (!reply?.ok || !tab?.url) {
        say({ text: i18n.t('standing.selectFirst'), tone: 'error' });
        return;
      }
      const { quote, surface, source, title } = reply.draft;
      const before = one.target;
      const changed = await actions.change(one, {
        target: {
          source,
          document: documentKey(source),
          title: documentTitle(title, source),
          surface,
          selector: withQuote(quote),
        },
      });
      if (!changed) return;
      say({
        text: i18n.t('standing.attached'),
        action: {
          label: i18n.t('common.undo'),
          run: () => void actions.change(one, { target: before }),
        },
      });
      await show();
    },
  };
}

function useActiveTab(): ActiveTab | undefined {
  const [tab, setTab] = useState<ActiveTab>();
  useEffect(() => {
    const look = async () => {
      const [active] = await browser.tabs.query({ active: true, currentWindow: true });
      if (active?.id === undefined) return setTab(undefined);
      const next = { id: active.id, url: active.url ?? null, title: active.title ?? '' };
      setTab((before) =>
        before && before.id === next.id && before.url === next.url && before.title === next.title
          ? before
          : next,
      );
    };
    void look();
    browser.tabs.onActivated.addListener(look);
    browser.tabs.onUpdated.addListener(look);
    // A gesture on the page opens its address to Rung without any event that says so.
    browser.storage.onChanged.addListener(look);
    window.addEventListener('focus', look);
    return () => {
      browser.tabs.onActivated.removeListener(look);
      browser.tabs.onUpdated.removeListener(look);
      browser.storage.onChanged.removeListener(look);
      window.removeEventListener('focus', look);
    };
  }, []);
  return tab;
}

function isNews(message: unknown): message is PanelNews {
  return (message as Partial<PanelNews> | null)?.to === 'panel';
}
