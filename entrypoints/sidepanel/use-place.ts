import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import {
  type Place,
  placeAfter,
  placeFrom,
  placeItem,
  placeOf,
  START,
} from '../../data/panel-place';

/** What is typed or scrolled is stored this long after the last of it, in milliseconds. */
const SETTLE_MS = 200;

/** Where the panel is, and the way to go elsewhere. */
export interface PlaceControl {
  readonly place: Place;
  go(change: Partial<Place>): void;
}

/**
 * The panel's place: taken up where it was left, or where the address says; changed by other
 * views only when they ask for it, so that two windows' panels leave each other alone.
 */
export function usePlace(): PlaceControl | undefined {
  const [place, setPlace] = useState<Place>();

  useEffect(() => {
    const fromAddress = placeOf(location.hash, Date.now());
    /** What was asked for before it was known where the panel was left. */
    let early: Place | undefined;
    // A place that cannot be read costs a click, and no more.
    const read = placeItem.getValue().catch(() => START);
    void read.then((stored) => {
      const left = placeFrom(stored);
      const asked = early ?? fromAddress;
      setPlace(asked ? placeAfter(left, asked) : left);
    });
    const onHash = () => {
      const asked = placeOf(location.hash, Date.now());
      if (asked) setPlace((here) => (here ? placeAfter(here, asked) : asked));
    };
    window.addEventListener('hashchange', onHash);
    const ownWindow = windowId();
    const unwatch = placeItem.watch(async (stored) => {
      if (stored.window !== undefined && stored.window !== (await ownWindow)) return;
      if (stored.asked > 0) early = placeFrom(stored);
      setPlace((here) =>
        here && stored.asked > here.asked ? placeAfter(here, placeFrom(stored)) : here,
      );
    });
    return () => {
      window.removeEventListener('hashchange', onHash);
      unwatch();
    };
  }, []);

  useEffect(() => {
    if (!place) return undefined;
    // A place that cannot be kept costs a click next time, and is not worth a word.
    // Where this panel went by itself, an address included, is nothing it asks of the others.
    const kept = { ...place, asked: 0, window: undefined };
    const keep = () => void placeItem.setValue(kept).catch(() => undefined);
    const timer = setTimeout(keep, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [place]);

  if (!place) return undefined;
  return {
    place,
    go: (change) => setPlace((here) => here && { ...here, scroll: 0, ...change }),
  };
}

/** This panel's window; `undefined` where the browser has none, as on a phone. */
async function windowId(): Promise<number | undefined> {
  try {
    return (await browser.windows.getCurrent()).id;
  } catch {
    return undefined;
  }
}
