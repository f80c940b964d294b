import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Browser, browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { documentKey, inAnotherTab } from '../../data/document-key';
import { documentTitle } from '../../data/document-title';
import { type Evidence, withQuote } from '../../data/evidence';
import { readsTheSame } from '../../data/standing';
import { targetOf } from '../wiring/evidence/target-of';
import type { EvidenceActions } from '../wiring/evidence/use-evidence-actions';
import type { ReadReply } from '../wiring/messages/reading';
import { undoable } from '../wiring/saving/undoable';
import type { Say } from '../wiring/view/use-notice';
import { refusalNotice } from '../wiring/words/refusal-notice';
import { type Report, useReport } from './use-report';

/** The page in the window's active tab, as far as Rung may know it. */
export interface Page extends Pick<Report, 'report' | 'show' | 'hide'> {
  readonly tabId: number | undefined;
  /** The page's address; `null` where Rung was neither asked on it nor allowed its site. */
  readonly url: string | null;
  readonly document: string | null;
  readonly title: string;
  /** The evidence tagged on this page; of a document with tabs, on the one that is shown. */
  readonly here: readonly Evidence[];
  /** What is selected in the page; `null` where it does not let Rung in. */
  readSelection(): Promise<ReadReply | null>;
  /** Takes over the passage's new wording, and offers to undo that. */
  takeOver(evidence: Evidence, actions: EvidenceActions): void;
  /**
   * Keeps the old wording and stops asking, until the passage is edited again or the browser closed;
   * and offers to take that back.
   */
  keep(evidence: Evidence, say: Say): void;
  /** Attaches evidence to what is selected in the page now. */
  attach(evidence: Evidence, actions: EvidenceActions, say: Say): Promise<void>;
}

interface ActiveTab {
  readonly id: number;
  readonly url: string | null;
  readonly title: string;
}

/** Follows the active tab of the panel's window, and what of the evidence stands in it. */
export function usePage(evidence: readonly Evidence[]): Page {
  const tab = useActiveTab();
  const tabId = tab?.id;
  const document = tab?.url ? documentKey(tab.url) : null;
  const { report, show, hide, settle } = useReport(tabId);

  const url = tab?.url ?? null;
  const here = useMemo(
    () =>
      url === null
        ? []
        : evidence.filter(
            ({ target }) => target.document === document && !inAnotherTab(target.source, url),
          ),
    [evidence, document, url],
  );
  const readSelection = async (): Promise<ReadReply | null> => {
    // Whoever is quicker than the panel means the same page.
    const inFront = tabId ?? (await activeTab())?.id;
    if (inFront === undefined) return null;
    return browser.runtime.sendMessage({
      to: 'background',
      type: 'read-selection',
      tabId: inFront,
    });
  };

  return {
    tabId,
    url,
    document,
    title: tab?.url ? documentTitle(tab.title, tab.url) : '',
    here,
    readSelection,
    report,
    show,
    hide,
    takeOver(one, actions) {
      const standing = report?.[one.id];
      if (!standing || !('quote' in standing)) return;
      const target = { ...one.target, selector: withQuote(standing.quote) };
      const moved = readsTheSame(one.target.selector[0].exact, standing.quote.exact);
      const done = i18n.t(moved ? 'standing.placed' : 'standing.takenOver');
      void actions.change(one, { target }, done);
    },
    keep({ id }, say) {
      const ask = settle(id);
      say(undoable(i18n.t('standing.kept'), async () => ask(), say));
    },
    async attach(one, actions, say) {
      const reply = await readSelection();
      if (!reply?.ok) {
        const refused = reply && reply.why !== 'nothing-selected' ? reply : null;
        const notice = refused ? refusalNotice(refused) : { text: i18n.t('standing.selectFirst') };
        say({ ...notice, tone: 'error' });
        return;
      }
      const target = targetOf(reply.draft);
      if (await actions.change(one, { target }, i18n.t('standing.attached'))) await show();
    },
  };
}

async function activeTab(): Promise<Browser.tabs.Tab | undefined> {
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active;
}

function useActiveTab(): ActiveTab | undefined {
  const [tab, setTab] = useState<ActiveTab>();
  useEffect(() => {
    const look = async () => {
      const active = await activeTab();
      if (active?.id === undefined) return setTab(undefined);
      const next = { id: active.id, url: active.url ?? null, title: active.title ?? '' };
      setTab((before) =>
        before && before.id === next.id && before.url === next.url && before.title === next.title
          ? before
          : next,
      );
    };
    // Where nobody answers, what is known stays until something else happens.
    const onChange = () => void look().catch(() => undefined);
    onChange();
    browser.tabs.onActivated.addListener(onChange);
    browser.tabs.onUpdated.addListener(onChange);
    // A gesture on the page opens its address to Rung without any event that says so.
    browser.storage.onChanged.addListener(onChange);
    window.addEventListener('focus', onChange);
    return () => {
      browser.tabs.onActivated.removeListener(onChange);
      browser.tabs.onUpdated.removeListener(onChange);
      browser.storage.onChanged.removeListener(onChange);
      window.removeEventListener('focus', onChange);
    };
  }, []);
  return tab;
}
