import { oldestFirst } from '../evidence/order';
import type { Evidence } from '../evidence/record';
import { sortKeys } from '../json-value';
import type { Ladder } from '../ladder/schema';
import { compare } from '../order';
import type { Settings } from '../settings';

/** How a backup names itself, so that another JSON file is not taken for one. */
export const BACKUP_FORMAT = 'rung-evidence';

/** The version of the file's own shape; each record carries the version of its shape. */
export const BACKUP_VERSION = 1;

export interface BackupInput {
  readonly evidence: readonly Evidence[];
  /** Stored values this Rung does not read, such as records of a newer one: written as they are. */
  readonly unreadable?: readonly unknown[];
  /** The user's own ladders; the bundled ones come with Rung. */
  readonly ladders: readonly Ladder[];
  readonly settings: Settings;
  readonly exportedAt: Date;
}

/** The order of a record's fields. The compiler asks for a field that is missing here. */
const EVIDENCE_ORDER: Record<keyof Evidence, true> = {
  schema: true,
  id: true,
  ladder: true,
  subSkill: true,
  level: true,
  kind: true,
  note: true,
  when: true,
  target: true,
  created: true,
  modified: true,
};

const TARGET_ORDER: Record<keyof Evidence['target'], true> = {
  title: true,
  source: true,
  document: true,
  surface: true,
  selector: true,
};

/**
 * Everything Rung keeps, as JSON that `readBackup` reads: evidence (oldest first), the user's own
 * ladders and the settings. Nothing is cleaned or shortened. The same content gives the same
 * file, byte for byte, except for the time of export.
 *
 * ```json
 * { "format": "rung-evidence", "version": 1, "exportedAt": "2026-11-03T09:00:00.000Z",
 *   "evidence": [], "ladders": [], "settings": {} }
 * ```
 */
export function toBackup({
  evidence,
  unreadable = [],
  ladders,
  settings,
  exportedAt,
}: BackupInput): string {
  const records = [...evidence]
    .sort(oldestFirst)
    .map((one) => ordered({ ...one, target: orderedTarget(one.target) }, EVIDENCE_ORDER));
  const backup = {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    exportedAt: exportedAt.toISOString(),
    evidence: [...records, ...unreadable],
    ladders: [...ladders].sort((a, b) => compare(a.id, b.id)).map(sortKeys),
    settings: sortKeys(settings),
  };
  return `${JSON.stringify(backup, null, 2)}\n`;
}

function orderedTarget(target: Evidence['target']): Evidence['target'] {
  const selector = sortKeys(target.selector) as Evidence['target']['selector'];
  return ordered({ ...target, selector }, TARGET_ORDER);
}

/** The object's known fields in that order, then any others a newer Rung may have put there. */
function ordered<T extends object>(value: T, order: Record<keyof T, true>): T {
  const known = Object.keys(order).filter((key) => Object.hasOwn(value, key));
  const others = Object.keys(value).filter((key) => !Object.hasOwn(order, key));
  const keys = [...known, ...others.sort()] as (keyof T & string)[];
  return Object.fromEntries(keys.map((key) => [key, value[key]])) as T;
}
