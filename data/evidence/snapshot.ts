import { oldestFirst } from './order';
import { type Evidence, isEvidence } from './record';

/** Everything stored, split into what this Rung reads and what it keeps without reading. */
export interface Snapshot {
  readonly evidence: Evidence[];
  /** Records of a newer Rung, or damaged ones: kept as they are, exported as they are. */
  readonly unreadable: unknown[];
}

/** Sorts stored values, the oldest evidence first; of a record that is there twice the later stays. */
export function snapshotOf(values: readonly unknown[]): Snapshot {
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
  return { evidence: [...byId.values()].sort(oldestFirst), unreadable };
}
