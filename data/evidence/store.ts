import { type Browser, browser } from 'wxt/browser';
import { inTurn } from '../in-turn';
import { isSame } from '../is-same';
import { changeOf, type EvidenceChange } from './change';
import { type Damaged, damagedIn, removeDamaged } from './damaged';
import { StorageFailure, storing } from './failure';
import { documentPrefix, idOfKey, isEvidenceKey, keyOf } from './keys';
import { mergeInto, type StoredMerge } from './merge-into';
import { modifiedAfter } from './modified';
import { isNewerRecord, type StorableRecord } from './newer-record';
import { readInParts } from './read-in-parts';
import { EVIDENCE_SCHEMA, type Evidence, type EvidenceDraft, isEvidence } from './record';
import { newRecordId } from './record-id';
import { joined, type Snapshot, snapshotOf } from './snapshot';

export interface StoredTags {
  readonly records: readonly Evidence[];
  /** What was stored before and says the same as a draft, which was not stored again. */
  readonly already: readonly Evidence[];
}

/** A record as it was stored until it was changed, and as it is stored now. */
export interface StoredChange {
  readonly before: Evidence;
  readonly after: Evidence;
  /** Whether it was deleted before, and is stored again. */
  readonly wasGone: boolean;
}

export interface EvidenceStore {
  /**
   * Stores new evidence, all of it or, where that fails, none, but for what is there already or says
   * the same as another of it. Found and stored in one turn: two windows that say the same at once
   * store it once. Resolves only after it is stored.
   *
   * @param document of the drafts (see `documentKey`)
   * @param isSaid whether a piece of evidence says already what a draft would say
   */
  addUnsaid<Draft extends EvidenceDraft>(
    drafts: readonly Draft[],
    document: string,
    isSaid: (one: Evidence, draft: Draft) => boolean,
  ): Promise<StoredTags>;
  /**
   * Stores records as they are, all of them or, where that fails, none, but for those under whose
   * ids something stands again: that came later.
   *
   * @returns those that were stored
   */
  putBack(records: readonly Evidence[]): Promise<Evidence[]>;
  /**
   * Changes parts of a record as it is stored now, whoever changed others meanwhile, with a new time
   * of modification. A record that is gone is stored again: what was typed into it is worth more.
   *
   * @param isSaid whether another record of its document says already what it would say; not asked
   *   where it is left out
   * @throws StorageFailure `newer` where a newer Rung wrote it meanwhile, `said` where another says so
   */
  change(
    record: Evidence,
    change: Partial<EvidenceDraft>,
    isSaid?: (one: Evidence, changed: Evidence) => boolean,
  ): Promise<StoredChange>;
  /** Merges records into what is stored, in one turn: no change that is made meanwhile is lost. */
  merge(theirs: readonly StorableRecord[]): Promise<StoredMerge>;
  /**
   * Changes several records in one write: all of them or, where that fails, none. What was deleted
   * meanwhile stays away.
   *
   * @param change what to change of a record as it is stored now; `null` leaves it as it is
   * @returns those that were changed, as they are stored now
   * @throws StorageFailure `newer` where a newer Rung wrote one of them meanwhile
   */
  changeAll(
    records: readonly Evidence[],
    change: (now: Evidence) => Partial<EvidenceDraft> | null,
  ): Promise<Evidence[]>;
  /** Deletes what is stored under the ids of these records. */
  remove(records: readonly Pick<StorableRecord, 'id'>[]): Promise<void>;
  /** Deletes those of these records that are stored just so; resolves to them. */
  removeUnchanged(records: readonly Evidence[]): Promise<Evidence[]>;
  /** What is damaged among what is stored. */
  damaged(): Promise<Damaged>;
  /** Removes it, as far as it was not changed since; resolves to the undo (see `damaged.ts`). */
  removeDamaged(damaged: Damaged): Promise<() => Promise<void>>;
  all(): Promise<Snapshot>;
  /**
   * The same for whoever looks at it: read in parts, between which others get at the storage. Not of
   * one moment: what changes meanwhile, `subscribe` tells.
   *
   * @param onNewest called with the newest before all others are read, where that can be told
   */
  inParts(onNewest: (newest: Snapshot) => void): Promise<Snapshot>;
  /** The evidence of one document (see `documentKey`), oldest first. */
  ofDocument(document: string): Promise<Evidence[]>;
  byId(id: string): Promise<Evidence | undefined>;
  /** Calls back on every change of stored evidence until the returned function is called. */
  subscribe(onChange: (change: EvidenceChange) => void): () => void;
}

type Area = Pick<Browser.storage.StorageArea, 'get' | 'set' | 'remove' | 'onChanged'> & {
  /** Chromium 130, Firefox 143. */
  getKeys?: () => Promise<string[]>;
};

/**
 * The store of evidence on extension storage, one key per record.
 *
 * Every method rejects with a `StorageFailure` where the browser refuses; nothing that was stored
 * before is lost by that.
 *
 * @param area the storage area; `storage.local` but in tests
 * @param now the clock, in milliseconds since 1970
 */
export function createEvidenceStore(
  area: Area = browser.storage.local as Area,
  now: () => number = Date.now,
): EvidenceStore {
  const stamp = () => new Date(now()).toISOString();
  const keys = async () => area.getKeys?.() ?? Object.keys(await area.get(null));
  const read = async (wanted: string[]) =>
    wanted.length === 0 ? [] : Object.values(await area.get(wanted));

  const write = (records: readonly StorableRecord[]) =>
    area.set(Object.fromEntries(records.map((one) => [keyOf(one), one])));
  const keysOfIds = async (ids: ReadonlySet<string>) =>
    (await keys()).filter((key) => isEvidenceKey(key) && ids.has(idOfKey(key)));
  const idsOf = (records: readonly Pick<StorableRecord, 'id'>[]) =>
    new Set(records.map(({ id }) => id));
  /** What is stored of a record: where it was, or where it was moved to. */
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
    const copies = all.filter((key) => isEvidenceKey(key) && ids.has(idOfKey(key)));
    const found = await read(copies);
    return snapshotOf(found).evidence.filter((one) => one.target.document === document);
  };

  /** What may say the same as something of a document. Words that came without one may be of any. */
  const besides = async (document: string) =>
    document === '' ? (await everything()).evidence : ofDocument(document);

  return {
    putBack: (records) =>
      storingInTurn(async () => {
        const there = new Set((await keysOfIds(idsOf(records))).map(idOfKey));
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
        const { merged, undo } = await mergeInto(area, theirs);
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
    remove: (records) => storingInTurn(async () => area.remove(await keysOfIds(idsOf(records)))),
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
        const undo = await removeDamaged(area, damaged);
        return () => storingInTurn(undo);
      }),
    all: () => storing(everything),
    inParts: (onNewest) =>
      storing(async () => {
        const parts: Snapshot[] = [];
        for await (const { values, newest } of readInParts(area)) {
          const part = snapshotOf(values);
          parts.push(part);
          if (newest) onNewest(part);
        }
        return joined(parts);
      }),
    ofDocument: (document) => storing(() => ofDocument(document)),
    byId: (id) =>
      storing(async () => {
        const wanted = (await keys()).filter((key) => isEvidenceKey(key) && idOfKey(key) === id);
        return snapshotOf(await read(wanted)).evidence[0];
      }),
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

/** What reads before it writes, after all that is at it already: else one of two would be lost. */
function storingInTurn<T>(operation: () => Promise<T>): Promise<T> {
  return storing(() => inTurn('evidence', operation));
}

function newRecord(draft: EvidenceDraft, time: string): Evidence {
  return {
    schema: EVIDENCE_SCHEMA,
    id: newRecordId(time),
    ...draft,
    created: time,
    modified: time,
  };
}

/** A part that is `undefined` is taken away: some browsers would store it as such. */
function changedTo(record: Evidence, change: Partial<EvidenceDraft>, now: number): Evidence {
  const modified = modifiedAfter(record.modified, now);
  const changed: Evidence = { ...record, ...change, modified };
  if (changed.when === undefined) delete changed.when;
  return changed;
}
