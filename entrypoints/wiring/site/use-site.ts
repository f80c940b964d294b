import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { hostOfPattern, patternOf } from '../../../data/site-pattern';
import { requestSite } from './request-site';
import { isSiteAllowed, takeBackSite } from './site-permission';

export interface Site {
  /** The permission's pattern, such as `https://docs.google.com/*`; `null` where none can be given. */
  readonly origin: string | null;
  /** The site's name for people. */
  readonly name: string;
  readonly allowed: boolean;
  /** Asks the user for this one site, as `requestSite` does. */
  allow(): Promise<boolean | null>;
  /** Takes the site back, as `takeBackSite` does. */
  takeBack(): Promise<boolean>;
}

/** Whether Rung may look at a page's site without being asked each time. */
export function useSite(url: string | null): Site {
  const { origin: asked, name } = siteOf(url);
  const [known, setKnown] = useState<Known>({ origin: null, allowed: false });
  useEffect(() => {
    if (!asked) return undefined;
    let current = true;
    const look = () =>
      void isSiteAllowed(asked).then((allowed) => {
        if (current) setKnown({ origin: asked, allowed });
      });
    look();
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      current = false;
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, [asked]);
  // What is known may still be of the site before.
  const allowed = known.origin === asked ? known.allowed : false;
  const origin = allowed === null ? null : asked;
  return {
    origin,
    name,
    allowed: allowed ?? false,
    allow: () => (origin ? requestSite(origin) : never()),
    takeBack: () => (origin ? takeBackSite(origin) : never()),
  };
}

/** Of a site: whether it is allowed; `null` where it cannot be. */
interface Known {
  readonly origin: string | null;
  readonly allowed: boolean | null;
}

const never = () => Promise.resolve(false);

function siteOf(url: string | null): { origin: string | null; name: string } {
  const origin = patternOf(url ?? '') ?? null;
  return { origin, name: hostOfPattern(origin ?? '') ?? '' };
}
