import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

export interface Site {
  /** The permission's pattern, such as `https://docs.google.com/*`; `null` where there is none. */
  readonly origin: string | null;
  /** The site's name for people. */
  readonly name: string;
  readonly allowed: boolean;
  /** Asks the user for this one site; true if they agreed. Must be called from a click. */
  allow(): Promise<boolean>;
  takeBack(): Promise<boolean>;
}

/** Whether Rung may look at a page's site without being asked each time. */
export function useSite(url: string | null): Site {
  const { origin, name } = siteOf(url);
  const [allowed, setAllowed] = useState(false);
  useEffect(() => {
    if (!origin) return undefined;
    const look = () => void browser.permissions.contains({ origins: [origin] }).then(setAllowed);
    look();
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, [origin]);
  return {
    origin,
    name,
    allowed,
    allow: () => (origin ? browser.permissions.request({ origins: [origin] }) : never()),
    takeBack: () => (origin ? browser.permissions.remove({ origins: [origin] }) : never()),
  };
}

const never = () => Promise.resolve(false);

function siteOf(url: string | null): { origin: string | null; name: string } {
  if (!url || !/^https?:/.test(url)) return { origin: null, name: '' };
  // Patterns name no port: a permission for a host is one for all of its ports.
  const { protocol, hostname } = new URL(url);
  return { origin: `${protocol}//${hostname}/*`, name: hostname };
}
