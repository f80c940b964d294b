/**
 * Evidence: a passage, tagged with the sub-skill it speaks for, and the store that keeps it.
 *
 * The record follows the W3C Web Annotation Data Model where that has a name: `target`, `source`,
 * `selector`, `TextQuoteSelector`, `TextPositionSelector`, `created`, `modified`.
 * @see https://www.w3.org/TR/annotation-model/
 */

export type { EvidenceChange } from './evidence/change';
export { StorageFailure } from './evidence/failure';
export {
  EVIDENCE_KINDS,
  type Evidence,
  type EvidenceDraft,
  type EvidenceKind,
  quoteOf,
  type Surface,
  withQuote,
} from './evidence/record';
export { createEvidenceStore } from './evidence/store';
