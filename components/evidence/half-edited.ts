import type { Evidence, EvidenceKind } from '../../data/evidence';
import type { ChosenDay } from './use-when';

/** A change of evidence that was begun and not saved. */
export interface HalfEdited {
  /** The evidence as it was when that was begun. */
  readonly before: Evidence;
  /** `<ladder id>/<sub-skill id>` */
  readonly subSkill: string;
  readonly level: string;
  readonly kind: EvidenceKind;
  readonly note: string;
  /** What was chosen as the day; `null` for nothing. */
  readonly when: ChosenDay | null;
}
