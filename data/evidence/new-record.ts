import { modifiedAfter } from './modified';
import { EVIDENCE_SCHEMA, type Evidence, type EvidenceDraft } from './record';
import { newRecordId } from './record-id';

/** The record that a draft becomes when it is stored. */
export function newRecord(draft: EvidenceDraft, time: string): Evidence {
  return {
    schema: EVIDENCE_SCHEMA,
    id: newRecordId(time),
    ...draft,
    created: time,
    modified: time,
  };
}

/**
 * A record with parts of it changed, and a later time of modification. A part that is `undefined` is
 * taken away: some browsers would store it as such.
 */
export function changedTo(record: Evidence, change: Partial<EvidenceDraft>, now: number): Evidence {
  const modified = modifiedAfter(record.modified, now);
  const changed: Evidence = { ...record, ...change, modified };
  if (changed.when === undefined) delete changed.when;
  return changed;
}
