import { hear, inWindow } from './opened-anew';

interface NavigationHost {
  /** It tells nothing where it has no entry: in a sandboxed page, or a frame still without one. */
  navigation?: EventTarget & { readonly currentEntry?: object | null };
}

/**
 * How often the address is compared where the browser does not tell, in milliseconds: what is
 * evidence on the next page is painted within a second and a bit of going there.
 */
const COMPARE = 1_000;

/** A page that keeps its state in its address is asked about no more often, in milliseconds. */
export const AGAIN = 500;

/**
 * Calls back once there is something of the page: at once, or, where Rung came in as it only began
 * to load, with its first element.
 */
export function whenBegun(begin: () => void, signal: AbortSignal): void {
  if (document.documentElement) {
    begin();
    return;
  }
  const observer = new MutationObserver(() => {
    if (!document.documentElement) return;
    observer.disconnect();
    begin();
  });
  observer.observe(document, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}

/**
 * Calls back when the page is the one its tab shows: at once, or, where the browser has loaded it
 * ahead, when the user goes there. Until then its tab has the address of the page before it.
 */
export function whenInFront(arrive: () => void, signal: AbortSignal): void {
  const { prerendering } = document as { prerendering?: boolean };
  if (prerendering) {
    document.addEventListener('prerenderingchange', arrive, { once: true, signal });
  } else {
    arrive();
  }
}

/**
 * Calls back when the user goes back to the page, which was kept as it was left. In Firefox the frames
 * in it are shown before their tab has the page's address again: they are called back a moment later.
 */
export function whenGoneBackTo(onShown: () => void, signal: AbortSignal): void {
  const inFrame = window !== window.top;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const shown = ({ persisted }: PageTransitionEvent) => {
    clearTimeout(waiting);
    if (!persisted) return;
    if (inFrame) waiting = setTimeout(onShown, AGAIN);
    else onShown();
  };
  hear<PageTransitionEvent>(inWindow, 'pageshow', shown, { signal });
  signal.addEventListener('abort', () => clearTimeout(waiting), { once: true });
}

/**
 * The address that tells which document is shown: the tab's, as a frame may stay while the page around
 * it goes elsewhere; a frame of another site, which may not see that, has only its own.
 */
export function addressOfPage(): string {
  return windowOfPage().location.href;
}

function windowOfPage(): Window {
  try {
    if (window.top?.location.href) return window.top;
  } catch {
    // The page around it is of another site.
  }
  return window;
}

/**
 * Notices that a page changed its address without loading anew. Browsers without the Navigation
 * API (Firefox before 147) say nothing when a script does it; there the address is compared every
 * second, and `check`, which is given back, does so at once when the page was read: a page that goes
 * elsewhere changes what it shows.
 *
 * @param onNavigate is given the address that the page had when this was last known
 */
export function watchNavigation(
  onNavigate: (from: string) => void,
  signal: AbortSignal,
): () => void {
  let address = addressOfPage();
  let noticed = Number.NEGATIVE_INFINITY;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const check = () => {
    if (signal.aborted || waiting !== undefined || addressOfPage() === address) return;
    const left = noticed + AGAIN - performance.now();
    if (left > 0) {
      waiting = setTimeout(() => {
        waiting = undefined;
        check();
      }, left);
      return;
    }
    noticed = performance.now();
    const from = address;
    address = addressOfPage();
    onNavigate(from);
  };
  // The page around a frame outlives it.
  const gone = new AbortController();
  const pageLeft = ({ persisted }: PageTransitionEvent) => persisted || gone.abort();
  hear<PageTransitionEvent>(inWindow, 'pagehide', pageLeft, { signal });
  const navigation = navigationOfPage();
  if (navigation) {
    const options = { signal: AbortSignal.any([signal, gone.signal]) };
    navigation.addEventListener('currententrychange', check, options);
  } else {
    const comparing = setInterval(check, COMPARE);
    signal.addEventListener('abort', () => clearInterval(comparing), { once: true });
  }
  hear(inWindow, 'popstate', check, { signal });
  hear(inWindow, 'hashchange', check, { signal });
  return check;
}

/** What tells of changes of `addressOfPage`; `null` where nothing does. */
function navigationOfPage(): EventTarget | null {
  const { navigation } = windowOfPage() as unknown as NavigationHost;
  return navigation && navigation.currentEntry !== null ? navigation : null;
}
