import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { canBeOpened } from '../../../data/can-be-opened';

/** A page as evidence names it: both empty where there is none, or none that can be gone back to. */
export interface FrontPage {
  readonly url: string;
  readonly title: string;
}

export const NO_PAGE: FrontPage = { url: '', title: '' };

/** What of a tab can be named as a source: pages of the web and files, none of the browser's own. */
export function frontPageOf(url: string | null | undefined, title = ''): FrontPage {
  return url && canBeOpened(url) ? { url, title } : NO_PAGE;
}

/** The page in the window's active tab, and which tab that is. */
export function useFrontPage(): FrontPage & { readonly tabId: number | undefined } {
  const [page, setPage] = useState({ ...NO_PAGE, tabId: undefined as number | undefined });
  useEffect(() => {
    void browser.tabs
      .query({ active: true, currentWindow: true })
      .then(([tab]) => setPage({ ...frontPageOf(tab?.url, tab?.title), tabId: tab?.id }));
  }, []);
  return page;
}
