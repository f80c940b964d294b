import type { Browser } from 'wxt/browser';
import { isEvidenceKey } from './keys';

/** The key of what is another value after each write of evidence, and written together with it. */
export const STAMP = 'evidence-stamp';

export type KeyedArea = Pick<Browser.storage.StorageArea, 'get' | 'onChanged'> & {
  /** Chromium 130, Firefox 143. */
  getKeys?: () => Promise<string[]>;
};

/**
 * What is to be written, with the stamp that makes every page of the extension list the keys anew,
 * unless it hears of the write before.
 */
export function stamped(items: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { ...items, [STAMP]: crypto.randomUUID() };
}

/**
 * The storage keys of evidence, listed once and kept current from what the browser tells of changes.
 * Listing ten thousand takes Firefox 0.35 s, in which it reads nothing else, and a passage would be
 * tagged or deleted so much later. What the browser tells comes late, though: so the stamp is read
 * each time, and where it is not the one that was told of last, the keys are listed anew.
 */
class KnownKeys {
  private readonly keys = new Set<string>();
  /** The one at which every key was known; `null` until they are listed. */
  private stamp: unknown = null;
  /** The listing under way, and the stamp it was begun at. */
  private listing: { stamp: unknown; done: Promise<void> } | null = null;

  constructor(private readonly area: KeyedArea) {}

  async all(): Promise<string[]> {
    if (!this.area.onChanged.hasListener(this.take)) {
      this.area.onChanged.addListener(this.take);
      this.stamp = null;
    }
    const { [STAMP]: stamp } = await this.area.get(STAMP);
    if (stamp !== this.stamp) await this.list(stamp);
    return [...this.keys];
  }

  private list(stamp: unknown): Promise<void> {
    if (this.listing && this.listing.stamp === stamp) return this.listing.done;
    const listing = { stamp, done: this.listAt(stamp) };
    this.listing = listing;
    const end = () => {
      if (this.listing === listing) this.listing = null;
    };
    listing.done.then(end, end);
    return listing.done;
  }

  private async listAt(stamp: unknown): Promise<void> {
    const { area } = this;
    this.add(area.getKeys ? await area.getKeys() : Object.keys(await area.get(null)));
    this.stamp = stamp;
  }

  private readonly take = (changes: Record<string, Browser.storage.StorageChange>): void => {
    this.add(Object.keys(changes));
    const stamp = changes[STAMP];
    if (stamp && stamp.oldValue === this.stamp) this.stamp = stamp.newValue;
  };

  // None is taken out again: under the key of what is gone nothing is read, and that does no harm. A
  // deletion told of late would take out one that was written again since.
  private add(keys: readonly string[]): void {
    for (const key of keys) if (isEvidenceKey(key)) this.keys.add(key);
  }
}

const known = new WeakMap<KeyedArea, KnownKeys>();

/**
 * The keys of all evidence in a storage area, and perhaps of some that is gone. Complete, also where
 * another page of the extension has just written.
 */
export function knownKeys(area: KeyedArea): Promise<string[]> {
  let keys = known.get(area);
  if (!keys) {
    keys = new KnownKeys(area);
    known.set(area, keys);
  }
  return keys.all();
}
