import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { EDITOR_HOST, EDITOR_PATH, RECTANGLES_FLAG } from '../../tagger/surfaces/google-docs/names';

/** The page in front, as far as Rung may know it. */
export interface InTab {
  readonly tabId: number | undefined;
  /** `null` or empty where it is not known. */
  readonly url: string | null;
}

/**
 * Whether a tab shows a Google document that was loaded before Rung was allowed there. Its page has
 * to be told before it loads that something will be drawn on it, so nothing shows there as yet.
 *
 * @param allowed whether the site is allowed now
 */
export function useToldTooLate({ tabId, url }: InTab, allowed: boolean): boolean {
  const asked = allowed && tabId !== undefined && isEditor(url) ? tabId : undefined;
  const [late, setLate] = useState<number>();
  useEffect(() => {
    if (asked === undefined) return undefined;
    let visit = 0;
    const look = async () => {
      const mine = ++visit;
      const knows = await isTold(asked);
      if (mine === visit) setLate(knows ? undefined : asked);
    };
    const onUpdated = (id: number, { status }: { status?: string | undefined }) => {
      if (id !== asked) return;
      if (status === 'complete') void look();
      if (status !== 'loading') return;
      visit++;
      setLate(undefined);
    };
    void look();
    browser.tabs.onUpdated.addListener(onUpdated);
    return () => {
      visit = -1;
      browser.tabs.onUpdated.removeListener(onUpdated);
    };
  }, [asked]);
  return asked !== undefined && late === asked;
}

function isEditor(url: string | null): boolean {
  if (!url || !URL.canParse(url)) return false;
  const { hostname, pathname } = new URL(url);
  return hostname === EDITOR_HOST && EDITOR_PATH.test(pathname);
}

/** Whether the page in a tab lays out what can be drawn on; true too where it does not say. */
async function isTold(tabId: number): Promise<boolean> {
  try {
    const [injection] = await browser.scripting.executeScript({
      target: { tabId },
      world: 'MAIN',
      func: (flag: string) => flag in window,
      args: [RECTANGLES_FLAG],
    });
    return injection?.result !== false;
  } catch {
    return true;
  }
}
