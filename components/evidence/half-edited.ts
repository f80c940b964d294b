import type { Day } from '../../data/days';
import type { Evidence, EvidenceKind } from '../../data/evidence';

/** A change of evidence that was begun and not saved. */
export interface HalfEdited {
  /** The evidence as it was when that was begun. */
  readonly before: Evidence;
  /** `<ladder id>/<sub-skill id>` */
  readonly subSkill: string;
  readonly level: string;
  readonly kind: EvidenceKind;
  readonly note: string;
  /** A day that was chosen; `null` where none was. */
  readonly when: Day | null;
}
