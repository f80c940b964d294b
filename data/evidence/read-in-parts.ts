import { compare } from '../order';
import { idOfKey, isEvidenceKey } from './keys';
import { isTimed } from './record-id';

/** A few screens of a list: there in a moment, however much there is. */
const FIRST = 60;
/**
 * Records read at once. Two such parts are under way at a time, so that the browser reads one while
 * this page takes in the other: at 0.15 ms each, they hold the storage up for some 40 ms.
 */
const PART = 125;

export interface StoredPart {
  readonly values: unknown[];
  /** Whether these are the newest of all whose keys tell when they were made. */
  readonly newest: boolean;
}

/** The part of a storage area that is used here. */
interface PartArea {
  get(keys: string[] | null): Promise<Record<string, unknown>>;
  getKeys?: (() => Promise<string[]>) | undefined;
}

/**
 * Reads what is stored as evidence, the newest first as far as its keys tell. A browser reads one
 * thing after another: read as a whole, ten thousand records would keep everything else that is
 * stored waiting for more than a second, such as the ladder being looked up and the passage being
 * tagged.
 *
 * What changes during the reading may or may not be in it. A browser that cannot list keys alone
 * (Firefox before 143) gives everything in one part.
 */
export async function* readInParts(area: PartArea): AsyncGenerator<StoredPart> {
  if (!area.getKeys) {
    yield { values: await readAll(area), newest: false };
    return;
  }
  const { timed, others } = newestFirst(await area.getKeys());
  const first = timed.slice(0, FIRST);
  if (first.length > 0) yield { values: Object.values(await area.get(first)), newest: true };
  for await (const values of readKeys(area, [...timed.slice(FIRST), ...others])) {
    yield { values, newest: false };
  }
}

/**
 * Reads the newest as far as their keys tell, then those whose keys do not tell. This, too, is done
 * in parts; where the browser cannot list keys alone, everything is read.
 *
 * @param count how many to read at most, where it can
 */
export async function readNewest(area: PartArea, count: number): Promise<unknown[]> {
  if (!area.getKeys) return readAll(area);
  const { timed, others } = newestFirst(await area.getKeys());
  const keys = [...timed, ...others];
  const newest: unknown[] = [];
  // Under some keys there may be nothing any more.
  while (newest.length < count && keys.length > 0) {
    const wanted = keys.splice(0, count - newest.length);
    for await (const values of readKeys(area, wanted)) newest.push(...values);
  }
  return newest;
}

/** The keys of evidence: those that tell when it was made, the newest first, and the others. */
function newestFirst(keys: readonly string[]): { timed: string[]; others: string[] } {
  const own = keys.filter(isEvidenceKey);
  const timed = own.filter((key) => isTimed(idOfKey(key)));
  timed.sort((a, b) => compare(idOfKey(b), idOfKey(a)));
  return { timed, others: own.filter((key) => !isTimed(idOfKey(key))) };
}

async function* readKeys(area: PartArea, keys: string[]): AsyncGenerator<unknown[]> {
  const ask = (at: number) => {
    const part = area.get(keys.slice(at, at + PART));
    // Its failure is told when its turn comes, which it does not where the one before it fails.
    part.catch(() => {});
    return part;
  };
  const asked = keys.length > 0 ? [ask(0)] : [];
  for (let at = PART; asked[0]; at += PART) {
    if (at < keys.length) asked.push(ask(at));
    yield Object.values(await asked[0]);
    asked.shift();
  }
}

async function readAll(area: PartArea): Promise<unknown[]> {
  const all = Object.entries(await area.get(null));
  return all.filter(([key]) => isEvidenceKey(key)).map(([, value]) => value);
}
