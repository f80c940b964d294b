import type { EvidenceChange } from './change';
import type { Damaged } from './damaged';
import type { StoredMerge } from './merge-into';
import type { StorableRecord } from './newer-record';
import type { Evidence, EvidenceDraft } from './record';
import type { Snapshot } from './snapshot';

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
  /**
   * So many of the newest, as far as can be told without reading all: evidence with ids of other
   * programs counts as older than what has Rung's own. Read in parts as by `inParts`, and where the
   * browser does not list keys by themselves, out of everything.
   *
   * @param count one or more
   */
  newest(count: number): Promise<Snapshot>;
  /** The evidence of one document (see `documentKey`), oldest first. */
  ofDocument(document: string): Promise<Evidence[]>;
  /**
   * Whether a document may have evidence, by the keys alone: where it has none, nothing of it need be
   * read.
   */
  mayHave(document: string): Promise<boolean>;
  byId(id: string): Promise<Evidence | undefined>;
  /** Those of these ids that are there, in the order of the ids. */
  byIds(ids: readonly string[]): Promise<Evidence[]>;
  /** Calls back on every change of stored evidence until the returned function is called. */
  subscribe(onChange: (change: EvidenceChange) => void): () => void;
}
