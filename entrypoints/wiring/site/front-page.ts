import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { canBeOpened } from '../../../data/can-be-opened';

/** A page as evidence names it: both empty where there is none, or none that can be gone back to. */
export interface FrontPage {
  readonly url: string;
  readonly title: string;
}

const NO_PAGE: FrontPage = { url: '', title: '' };

/** What of a tab can be named as a source: pages of the web and files, none of the browser's own. */
export function frontPageOf(url: string | null | undefined, title = ''): FrontPage {
  return url && canBeOpened(url) ? { url, title } : NO_PAGE;
}

interface InFront extends FrontPage {
  readonly tabId: number | undefined;
  /** False until the browser has answered, which takes a few milliseconds. */
  readonly known: boolean;
}

/** The page in the window's active tab, and which tab that is. */
export function useFrontPage(): InFront {
  const [page, setPage] = useState<InFront>({ ...NO_PAGE, tabId: undefined, known: false });
  useEffect(() => {
    void browser.tabs
      .query({ active: true, currentWindow: true })
      // A passage can be pasted without a page, too; what waits for the answer is not to wait for ever.
      .catch(() => [])
      .then(([tab]) =>
        setPage({ ...frontPageOf(tab?.url, tab?.title), tabId: tab?.id, known: true }),
      );
  }, []);
  return page;
}
