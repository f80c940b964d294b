import type { Browser } from 'wxt/browser';
import { isEvidenceKey } from './keys';
import { type Evidence, isEvidence } from './record';

/** What changed in storage, from any view, this one included. */
export interface EvidenceChange {
  readonly saved: Evidence[];
  /** Keys that no longer hold evidence this Rung reads. */
  readonly removed: string[];
  /** What came instead that it keeps without reading. */
  readonly unreadable: unknown[];
  /** What stood there before and was kept without reading. */
  readonly wasUnreadable: unknown[];
}

/** Reads what a storage area says of changes, as far as it is about evidence. */
export function changeOf(changes: Record<string, Browser.storage.StorageChange>): EvidenceChange {
  const saved: Evidence[] = [];
  const removed: string[] = [];
  const unreadable: unknown[] = [];
  const wasUnreadable: unknown[] = [];
  const isUnreadable = (value: unknown) =>
    value !== undefined && value !== null && !isEvidence(value);
  for (const [key, { oldValue, newValue }] of Object.entries(changes)) {
    if (!isEvidenceKey(key)) continue;
    if (isUnreadable(oldValue)) wasUnreadable.push(oldValue);
    if (isEvidence(newValue)) {
      saved.push(newValue);
      continue;
    }
    removed.push(key);
    if (isUnreadable(newValue)) unreadable.push(newValue);
  }
  return { saved, removed, unreadable, wasUnreadable };
}
