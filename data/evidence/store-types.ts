import type { EvidenceChange } from './change';
import type { Damaged } from './damaged';
import type { StoredMerge } from './merge-into';
import type { StorableRecord } from './newer-record';
import type { Evidence, EvidenceDraft } from './record';
import type { Snapshot } from './snapshot';

export interface StoredTags {
  readonly records: readonly Evidence[];
  /** Earlier evidence that says the same as a draft, which was therefore not stored. */
  readonly already: readonly Evidence[];
}

/** A record as it was stored before a change, and as it is stored now. */
export interface StoredChange {
  readonly before: Evidence;
  readonly after: Evidence;
  /** Whether it was deleted before, and is stored again. */
  readonly wasGone: boolean;
}

export interface EvidenceStore {
  /**
   * Stores new evidence, all or none, except drafts that repeat stored evidence or one another.
   * Checked and stored in one turn, so that two windows that say the same at once store it once.
   * Resolves only after it is stored.
   *
   * @param document of the drafts (see `documentKey`)
   * @param isSaid whether a piece of evidence already says what a draft would say
   */
  addUnsaid<Draft extends EvidenceDraft>(
    drafts: readonly Draft[],
    document: string,
    isSaid: (one: Evidence, draft: Draft) => boolean,
  ): Promise<StoredTags>;
  /**
   * Stores records as they are, all or none, except those whose ids are in use again: what is there
   * came later.
   *
   * @returns those that were stored
   */
  putBack<Kept extends StorableRecord>(records: readonly Kept[]): Promise<Kept[]>;
  /**
   * Changes parts of a record as it is stored now, keeping what others changed in the meantime, with a
   * new time of modification. A record that is gone is stored again: what was typed into it is worth
   * more.
   *
   * @param isSaid whether another record of its document already says what it would say; where left
   *   out, this is not checked
   * @throws StorageFailure `newer` where a newer Rung has written it, `said` where `isSaid` holds
   */
  change(
    record: Evidence,
    change: Partial<EvidenceDraft>,
    isSaid?: (one: Evidence, changed: Evidence) => boolean,
  ): Promise<StoredChange>;
  /** Merges records into what is stored, in one turn: no change made in the meantime is lost. */
  merge(theirs: readonly StorableRecord[]): Promise<StoredMerge>;
  /**
   * Changes several records in one write, all or none. What has been deleted in the meantime stays
   * deleted.
   *
   * @param change what to change of a record as it is stored now; `null` leaves it as it is
   * @returns those that were changed, as they are stored now
   * @throws StorageFailure `newer` where a newer Rung has written one of them
   */
  changeAll(
    records: readonly Evidence[],
    change: (now: Evidence) => Partial<EvidenceDraft> | null,
  ): Promise<Evidence[]>;
  /** Deletes what is stored under the ids of these records; resolves to it, as it stood. */
  remove(records: readonly Pick<StorableRecord, 'id'>[]): Promise<StorableRecord[]>;
  /** Deletes those of these records that are still stored unchanged; resolves to them. */
  removeUnchanged(records: readonly Evidence[]): Promise<Evidence[]>;
  /** The damaged part of what is stored. */
  damaged(): Promise<Damaged>;
  /** Removes it, except what has changed since; resolves to the undo (see `damaged.ts`). */
  removeDamaged(damaged: Damaged): Promise<() => Promise<boolean>>;
  all(): Promise<Snapshot>;
  /**
   * The same for a view, read in parts so that others can use the storage in between. It is not of one
   * moment: `subscribe` tells what changes during it.
   *
   * @param onNewest called with the newest before all others are read, where they can be told
   */
  inParts(onNewest: (newest: Snapshot) => void): Promise<Snapshot>;
  /**
   * The newest records, as far as can be told without reading all: evidence with other programs' ids
   * counts as older than evidence with Rung's own. Read in parts as by `inParts`; where the browser
   * cannot list keys alone, everything is read.
   *
   * @param count how many, one or more
   */
  newest(count: number): Promise<Snapshot>;
  /** The evidence of one document (see `documentKey`), oldest first. */
  ofDocument(document: string): Promise<Evidence[]>;
  /**
   * Whether a document has something stored as evidence, be it damaged or from a newer Rung. Nothing else
   * is read.
   */
  hasAny(document: string): Promise<boolean>;
  byId(id: string): Promise<Evidence | undefined>;
  /** The stored ones among these ids, in the order of the ids. */
  byIds(ids: readonly string[]): Promise<Evidence[]>;
  /** Calls back on every change of stored evidence until the returned function is called. */
  subscribe(onChange: (change: EvidenceChange) => void): () => void;
}
