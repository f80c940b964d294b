interface NavigationHost {
  navigation?: EventTarget;
}

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
 * Notices that a page changed its address without loading anew. Browsers without the Navigation
 * API say nothing when a script does it; there `check` has to be called when the page was read,
 * because a page that goes elsewhere changes what it shows.
 */
export function watchNavigation(onNavigate: () => void, signal: AbortSignal): () => void {
  let address = location.href;
  const check = () => {
    if (signal.aborted || location.href === address) return;
    address = location.href;
    onNavigate();
  };
  const { navigation } = window as unknown as NavigationHost;
  navigation?.addEventListener('currententrychange', check, { signal });
  addEventListener('popstate', check, { signal });
  addEventListener('hashchange', check, { signal });
  return check;
}
