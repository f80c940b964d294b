import { type Browser, browser } from 'wxt/browser';
import { inTurn } from '../in-turn';
import { isSame } from '../json-value';
import { changeOf } from './change';
import { damagedIn, removeDamaged } from './damaged';
import { StorageFailure, storing } from './failure';
import { documentPrefix, idOfKey, isEvidenceKey, keyOf } from './keys';
import { type KeyedArea, knownKeys, stamped } from './known-keys';
import { mergeInto } from './merge-into';
import { changedTo, newRecord } from './new-record';
import { isNewerRecord, type StorableRecord } from './newer-record';
import { readInParts, readNewest } from './read-in-parts';
import { type Evidence, isEvidence } from './record';
import { joined, type Snapshot, snapshotOf } from './snapshot';
import type { EvidenceStore } from './store-types';

type Area = KeyedArea & Pick<Browser.storage.StorageArea, 'set' | 'remove'>;

/**
 * The store of evidence on extension storage, one key per record.
 *
 * Every method rejects with a `StorageFailure` where the browser refuses; nothing that was stored
 * before is lost by that.
 *
 * @param area the storage area; `storage.local` except in tests
 * @param now the clock, in milliseconds since 1970
 */
export function createEvidenceStore(
  area: Area = browser.storage.local as Area,
  now: () => number = Date.now,
): EvidenceStore {
  const stamp = () => new Date(now()).toISOString();
  const keys = () => knownKeys(area);
  const read = async (wanted: string[]) =>
    wanted.length === 0 ? [] : Object.values(await area.get(wanted));

  const set = (items: Record<string, unknown>) => area.set(stamped(items));
  const write = (records: readonly StorableRecord[]) =>
    set(Object.fromEntries(records.map((one) => [keyOf(one), one])));
  const writable = {
    get: (wanted: null) => area.get(wanted),
    set,
    remove: (going: string[]) => area.remove(going),
  };
  const listable = {
    get: (wanted: string[] | null) => area.get(wanted),
    getKeys: area.getKeys && keys,
  };
  const keysOfIds = async (ids: ReadonlySet<string>) =>
    (await keys()).filter((key) => ids.has(idOfKey(key)));
  const idsOf = (records: readonly Pick<StorableRecord, 'id'>[]) =>
    new Set(records.map(({ id }) => id));
  /** The stored value of a record, at its old place or the one it was moved to. */
  const stored = async (record: Evidence): Promise<unknown> =>
    (await read([keyOf(record)]))[0] ?? (await read(await keysOfIds(idsOf([record]))))[0];

  const everything = async () => {
    const stored = Object.entries(await area.get(null)).filter(([key]) => isEvidenceKey(key));
    return snapshotOf(stored.map(([, value]) => value));
  };
  const ofDocument = async (document: string) => {
    const prefix = documentPrefix(document);
    const all = await keys();
    const here = all.filter((key) => key.startsWith(prefix));
    // Of a record that was moved and left a copy, only all copies tell where it is.
    const ids = new Set(here.map(idOfKey));
    const copies = all.filter((key) => ids.has(idOfKey(key)));
    const found = await read(copies);
    return snapshotOf(found).evidence.filter((one) => one.target.document === document);
  };

  /** In the order of the ids. */
  const byIds = async (ids: readonly string[]) => {
    if (ids.length === 0) return [];
    const { evidence } = snapshotOf(await read(await keysOfIds(new Set(ids))));
    const found = new Map(evidence.map((one) => [one.id, one]));
    return ids.flatMap((id) => found.get(id) ?? []);
  };

  /**
   * The evidence that may repeat something from a document; without a document it may be from any.
   */
  const besides = async (document: string) =>
    document === '' ? (await everything()).evidence : ofDocument(document);

  return {
    putBack: (records) =>
      storingInTurn(async () => {
        const found = await area.get(await keysOfIds(idsOf(records)));
        const there = new Set(Object.keys(found).map(idOfKey));
        const gone = records.filter(({ id }) => !there.has(id));
        if (gone.length > 0) await write(gone);
        return gone;
      }),
    addUnsaid: (drafts, document, isSaid) =>
      storingInTurn(async () => {
        const there = await besides(document);
        const records: Evidence[] = [];
        const already: Evidence[] = [];
        for (const draft of drafts) {
          const same = [...there, ...records].find((one) => isSaid(one, draft));
          if (same) already.push(same);
          else records.push(newRecord(draft, stamp()));
        }
        if (records.length > 0) await write(records);
        return { records, already };
      }),
    change: (record, change, isSaid) =>
      storingInTurn(async () => {
        const found = await stored(record);
        if (isNewerRecord(found)) throw new StorageFailure('newer', `schema ${found.schema}`);
        const before = isEvidence(found) ? found : record;
        const after = changedTo(before, change, now());
        if (isSaid && (await besides(after.target.document)).some((one) => isSaid(one, after))) {
          throw new StorageFailure('said', after.id);
        }
        // The new key is written before the old one goes: a failure in between leaves two copies of
        // one record, which reading folds and `remove` deletes both, and never none.
        await write([after]);
        if (keyOf(after) !== keyOf(before)) await area.remove(keyOf(before));
        return { before, after, wasGone: found === undefined };
      }),
    merge: (theirs) =>
      storingInTurn(async () => {
        const { merged, undo } = await mergeInto(writable, theirs);
        return { merged, undo: () => storingInTurn(undo) };
      }),
    changeAll: (records, change) =>
      storingInTurn(async () => {
        const found = await read(await keysOfIds(idsOf(records)));
        const newer = found.find(isNewerRecord);
        if (newer) throw new StorageFailure('newer', `schema ${newer.schema}`);
        const time = now();
        const pairs = snapshotOf(found).evidence.flatMap((before) => {
          const part = change(before);
          return part ? [{ before, after: changedTo(before, part, time) }] : [];
        });
        const changed = pairs.map(({ after }) => after);
        if (changed.length > 0) await write(changed);
        const left = pairs.filter(({ before, after }) => keyOf(before) !== keyOf(after));
        if (left.length > 0) await area.remove(left.map(({ before }) => keyOf(before)));
        return changed;
      }),
    remove: (records) =>
      storingInTurn(async () => {
        const going = await keysOfIds(idsOf(records));
        const { evidence, unreadable } = snapshotOf(await read(going));
        await area.remove(going);
        return [...evidence, ...unreadable.filter(isNewerRecord)];
      }),
    removeUnchanged: (records) =>
      storingInTurn(async () => {
        const { evidence } = snapshotOf(await read(await keysOfIds(idsOf(records))));
        const same = records.filter((one) => evidence.some((now) => isSame(now, one)));
        if (same.length > 0) await area.remove(await keysOfIds(idsOf(same)));
        return same;
      }),
    damaged: () => storing(() => damagedIn(area)),
    removeDamaged: (damaged) =>
      storingInTurn(async () => {
        const undo = await removeDamaged(writable, damaged);
        return () => storingInTurn(undo);
      }),
    all: () => storing(everything),
    inParts: (onNewest) =>
      storing(async () => {
        const parts: Snapshot[] = [];
        for await (const { values, newest } of readInParts(listable)) {
          const part = snapshotOf(values);
          parts.push(part);
          if (newest) onNewest(part);
        }
        return joined(parts);
      }),
    newest: (count) =>
      storing(async () => {
        const { evidence, unreadable } = snapshotOf(await readNewest(listable, count));
        return { evidence: evidence.slice(-count), unreadable };
      }),
    ofDocument: (document) => storing(() => ofDocument(document)),
    hasAny: (document) =>
      storing(async () => {
        const prefix = documentPrefix(document);
        const here = (await keys()).filter((key) => key.startsWith(prefix));
        return (await read(here)).length > 0;
      }),
    byId: (id) => storing(async () => (await byIds([id]))[0]),
    byIds: (ids) => storing(() => byIds(ids)),
    subscribe(onChange) {
      const listener = (changes: Record<string, Browser.storage.StorageChange>) => {
        const change = changeOf(changes);
        if (Object.values(change).some((part) => part.length > 0)) onChange(change);
      };
      area.onChanged.addListener(listener);
      return () => area.onChanged.removeListener(listener);
    },
  };
}

/**
 * Runs an operation that reads before it writes after all earlier ones: otherwise a change could be
 * lost.
 */
function storingInTurn<T>(operation: () => Promise<T>): Promise<T> {
  return storing(() => inTurn('evidence', operation));
}
