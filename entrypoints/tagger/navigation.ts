interface NavigationHost {
  navigation?: EventTarget;
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
