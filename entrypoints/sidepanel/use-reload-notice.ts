import { useEffect, useRef } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { Notice } from '../../components/common/Toast';
import type { Say } from '../wiring/use-notice';
import type { Page } from './use-page';

/** Where a page has to know before it loads that Rung is let in: the Google Docs editor. */
const KNOWS_TOO_LATE = /^https:\/\/docs\.google\.com\/document\/(u\/\d+\/)?d\//;

/**
 * Offers to load a page anew that has been let know too late; no longer once that has begun, or
 * another tab is in front.
 *
 * @returns makes the offer, where there is something to offer
 */
export function useReloadNotice({ tabId, url }: Pick<Page, 'tabId' | 'url'>, say: Say): () => void {
  const offered = useRef<Notice>();
  useEffect(() => {
    const withdraw = () => say((now) => (now !== null && now === offered.current ? null : now));
    const onUpdated = (id: number, { status }: { status?: string | undefined }) => {
      if (id === tabId && status === 'loading') withdraw();
    };
    browser.tabs.onUpdated.addListener(onUpdated);
    return () => {
      browser.tabs.onUpdated.removeListener(onUpdated);
      withdraw();
    };
  }, [tabId, say]);
  return () => {
    if (tabId === undefined || !KNOWS_TOO_LATE.test(url ?? '')) return;
    offered.current = {
      text: i18n.t('page.reloadFirst'),
      next: {
        label: i18n.t('page.reload'),
        // It may be closed by now.
        run: () => void browser.tabs.reload(tabId).catch(() => {}),
      },
    };
    say(offered.current);
  };
}
