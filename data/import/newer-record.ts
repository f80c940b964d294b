import { EVIDENCE_SCHEMA, type Evidence } from '../evidence/record';
import { isObject } from './parse-json';

/**
 * A record written by a newer Rung. All that is relied on is what every version has: an id and
 * the document it belongs to (its storage key is made of them). The rest is kept as it is.
 */
export interface NewerRecord {
  readonly schema: number;
  readonly id: string;
  readonly target: { readonly document: string };
  readonly modified?: unknown;
}

/** A record this Rung can store: one it reads, or one it only keeps. */
export type StorableRecord = Evidence | NewerRecord;

export function isNewerRecord(value: unknown): value is NewerRecord {
  return (
    isObject(value) &&
    typeof value.schema === 'number' &&
    value.schema > EVIDENCE_SCHEMA &&
    typeof value.id === 'string' &&
    // The same as for records of today: the id is part of a storage key.
    /^[\w-]{1,64}$/.test(value.id) &&
    isObject(value.target) &&
    typeof value.target.document === 'string'
  );
}
