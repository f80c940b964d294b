import type { Browser } from 'wxt/browser';
import { compare } from '../order';
import { idOfKey, isEvidenceKey } from './keys';
import { isTimed } from './record-id';

/** A few screens of a list: there in a moment, however much there is. */
const FIRST = 60;
/** So many records hold the storage up for some 40 ms, at 0.15 ms each. */
const PART = 250;

export interface StoredPart {
  readonly values: unknown[];
  /** Whether these are the newest of all whose keys tell when they were made. */
  readonly newest: boolean;
}

type PartArea = Pick<Browser.storage.StorageArea, 'get'> & {
  getKeys?: (() => Promise<string[]>) | undefined;
};

/**
 * Reads what stands where evidence does, the newest first as far as its keys tell. A browser reads
 * one thing after the other: read as a whole, ten thousand records would keep everything else that
 * is stored waiting for more than a second, the ladder that is looked up and the passage that is
 * tagged.
 *
 * What changes meanwhile may or may not be in it. A browser that does not list keys by themselves
 * (Firefox before 143) gives all in one part.
 */
export async function* readInParts(area: PartArea): AsyncGenerator<StoredPart> {
  if (!area.getKeys) {
    const all = Object.entries(await area.get(null));
    yield {
      values: all.filter(([key]) => isEvidenceKey(key)).map(([, value]) => value),
      newest: false,
    };
    return;
  }
  const keys = (await area.getKeys()).filter(isEvidenceKey);
  const timed = keys.filter((key) => isTimed(idOfKey(key)));
  timed.sort((a, b) => compare(idOfKey(b), idOfKey(a)));
  const first = timed.slice(0, FIRST);
  const isFirst = new Set(first);
  const rest = keys.filter((key) => !isFirst.has(key));
  const read = async (part: string[]) => Object.values(await area.get(part));
  if (first.length > 0) yield { values: await read(first), newest: true };
  for (let at = 0; at < rest.length; at += PART) {
    yield { values: await read(rest.slice(at, at + PART)), newest: false };
  }
}
