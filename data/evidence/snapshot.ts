import { oldestFirst } from './order';
import { type Evidence, isEvidence } from './record';

/** Everything stored, split into what this Rung reads and what it keeps without reading. */
export interface Snapshot {
  readonly evidence: Evidence[];
  /** Records of a newer Rung, or damaged ones: kept as they are, exported as they are. */
  readonly unreadable: unknown[];
}

/**
 * Sorts stored values, the oldest evidence first; of a record that occurs twice, the later one stays.
 */
export function snapshotOf(values: readonly unknown[]): Snapshot {
  const evidence: Evidence[] = [];
  const unreadable: unknown[] = [];
  for (const value of values) {
    if (isEvidence(value)) evidence.push(value);
    else unreadable.push(value);
  }
  return joined([{ evidence, unreadable }]);
}

/** The same for what was read in parts. */
export function joined(parts: readonly Snapshot[]): Snapshot {
  const byId = new Map<string, Evidence>();
  for (const { evidence } of parts) {
    for (const one of evidence) {
      const other = byId.get(one.id);
      if (!other || other.modified < one.modified) byId.set(one.id, one);
    }
  }
  return {
    evidence: [...byId.values()].sort(oldestFirst),
    unreadable: parts.flatMap(({ unreadable }) => unreadable),
  };
}
