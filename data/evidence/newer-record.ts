import * as v from 'valibot';
import { isObject } from '../json-value';
import { EVIDENCE_SCHEMA, type Evidence, recordId } from './record';

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

/** Whether a stored or imported value was written by a newer Rung, and can be kept. */
export function isNewerRecord(value: unknown): value is NewerRecord {
  return (
    isObject(value) &&
    typeof value.schema === 'number' &&
    value.schema > EVIDENCE_SCHEMA &&
    v.is(recordId, value.id) &&
    isObject(value.target) &&
    typeof value.target.document === 'string'
  );
}
