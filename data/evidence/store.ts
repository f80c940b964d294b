import { type Browser, browser } from 'wxt/browser';
import type { StorableRecord } from '../import/newer-record';
import { storing } from './failure';
import { documentPrefix, idOfKey, isEvidenceKey, keyOf } from './keys';
import { EVIDENCE_SCHEMA, type Evidence, type EvidenceDraft, isEvidence } from './record';

/** Everything stored, split into what this Rung reads and what it keeps without reading. */
export interface Snapshot {
  readonly evidence: Evidence[];
  /** Records of a newer Rung, or damaged ones: kept as they are, exported as they are. */
  readonly unreadable: unknown[];
}

/** What changed in storage, from any surface, this one included. */
export interface EvidenceChange {
  readonly saved: Evidence[];
  readonly removed: string[];
}

export interface EvidenceStore {
  /** Stores new evidence. Resolves with the record only after it is stored. */
  add(draft: EvidenceDraft): Promise<Evidence>;
  /** Stores records as they are (import, undo). Resolves after all are stored. */
  put(records: readonly StorableRecord[]): Promise<void>;
  /** Stores a changed record with a new time of modification, and returns it. */
  change(record: Evidence, change: Partial<EvidenceDraft>): Promise<Evidence>;
  remove(records: readonly StorableRecord[]): Promise<void>;
  all(): Promise<Snapshot>;
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

  const put = (records: readonly StorableRecord[]) =>
    storing(() => area.set(Object.fromEntries(records.map((one) => [keyOf(one), one]))));

  return {
    put,
    async add(draft) {
      const time = stamp();
      const record: Evidence = {
        schema: EVIDENCE_SCHEMA,
        id: crypto.randomUUID(),
        ...draft,
        created: time,
        modified: time,
      };
      await put([record]);
      return record;
    },
    async change(record, change) {
      const changed: Evidence = { ...record, ...change, modified: stamp() };
      await put([changed]);
      // The new key is written before the old one goes: a failure in between leaves two copies of
      // one record, which `all` folds, and never none.
      if (keyOf(changed) !== keyOf(record)) await storing(() => area.remove(keyOf(record)));
      return changed;
    },
    remove: (records) => storing(() => area.remove(records.map(keyOf))),
    all: () =>
      storing(async () => {
        const stored = Object.entries(await area.get(null)).filter(([key]) => isEvidenceKey(key));
        return sort(stored.map(([, value]) => value));
      }),
    ofDocument: (document) =>
      storing(async () => {
        const prefix = documentPrefix(document);
        const found = await read((await keys()).filter((key) => key.startsWith(prefix)));
        return sort(found).evidence.filter((one) => one.target.document === document);
      }),
    byId: (id) =>
      storing(async () => {
        const wanted = (await keys()).filter((key) => isEvidenceKey(key) && idOfKey(key) === id);
        return sort(await read(wanted)).evidence[0];
      }),
    subscribe(onChange) {
      const listener = (changes: Record<string, Browser.storage.StorageChange>) => {
        const change = changeOf(changes);
        if (change.saved.length > 0 || change.removed.length > 0) onChange(change);
      };
      area.onChanged.addListener(listener);
      return () => area.onChanged.removeListener(listener);
    },
  };
}

function sort(values: unknown[]): Snapshot {
  const byId = new Map<string, Evidence>();
  const unreadable: unknown[] = [];
  for (const value of values) {
    if (!isEvidence(value)) {
      unreadable.push(value);
      continue;
    }
    const other = byId.get(value.id);
    if (!other || other.modified < value.modified) byId.set(value.id, value);
  }
  const evidence = [...byId.values()].sort(
    (a, b) => compare(a.created, b.created) || compare(a.id, b.id),
  );
  return { evidence, unreadable };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function changeOf(changes: Record<string, Browser.storage.StorageChange>): EvidenceChange {
  const saved: Evidence[] = [];
  const removed: string[] = [];
  for (const [key, { newValue }] of Object.entries(changes)) {
    if (!isEvidenceKey(key)) continue;
    if (newValue === undefined || newValue === null) removed.push(idOfKey(key));
    else if (isEvidence(newValue)) saved.push(newValue);
  }
  const savedIds = new Set(saved.map((one) => one.id));
  return { saved, removed: removed.filter((id) => !savedIds.has(id)) };
}
