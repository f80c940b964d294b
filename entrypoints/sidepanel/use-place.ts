import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import {
  type AskedPlace,
  askedItem,
  isAskedAfter,
  keepPlace,
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
    const ownWindow = windowId();
    const isForHere = async ({ window }: AskedPlace) => {
      const own = await ownWindow;
      return window === undefined || own === undefined || window === own;
    };
    /** What was asked for before it was known where the panel was left. */
    let early: Place | undefined;
    /** What was asked for before the panel opened, if no panel has gone there since. */
    const askedAfter = async (left: Place) => {
      const asked = await askedItem.getValue();
      const isNews = asked && isAskedAfter(asked.asked, left.asked, Date.now());
      return isNews && (await isForHere(asked)) ? asked : undefined;
    };
    const read = async () => {
      // A place that cannot be read costs a click, and no more.
      const left = placeFrom(await placeItem.getValue().catch(() => START));
      const before = await askedAfter(left).catch(() => undefined);
      const asked = early ?? fromAddress ?? before;
      setPlace(asked ? placeAfter(left, placeFrom(asked)) : left);
    };
    void read();
    const onHash = () => {
      const asked = placeOf(location.hash, Date.now());
      if (asked) setPlace((here) => (here ? placeAfter(here, asked) : asked));
    };
    window.addEventListener('hashchange', onHash);
    const unwatch = askedItem.watch(async (asked) => {
      if (!asked || !(await isForHere(asked))) return;
      early = placeFrom(asked);
      setPlace((here) =>
        here && isAskedAfter(asked.asked, here.asked, Date.now())
          ? placeAfter(here, placeFrom(asked))
          : here,
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
    const keep = () => void keepPlace(place).catch(() => undefined);
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
