/**
 * Evidence: a passage, tagged with the sub-skill it speaks for, and the store that keeps it.
 *
 * The record follows the W3C Web Annotation Data Model where that has a name: `target`, `source`,
 * `selector`, `TextQuoteSelector`, `TextPositionSelector`, `created`, `modified`.
 * @see https://www.w3.org/TR/annotation-model/
 */

export { StorageFailure, type StorageFailureReason } from './evidence/failure';
export {
  EVIDENCE_KINDS,
  EVIDENCE_SCHEMA,
  type Evidence,
  type EvidenceDraft,
  type EvidenceKind,
  evidenceSchema,
  isEvidence,
  positionOf,
  quoteOf,
  type Surface,
  withQuote,
} from './evidence/record';
export {
  createEvidenceStore,
  type EvidenceChange,
  type EvidenceStore,
  type Snapshot,
} from './evidence/store';
