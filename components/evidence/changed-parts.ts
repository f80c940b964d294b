import type { Evidence } from '../../data/evidence';
import { STANDING } from '../../data/evidence/record';

type Editable = Pick<Evidence, 'ladder' | 'subSkill' | 'level' | 'kind' | 'note' | 'when'>;

/** What of the form is not as it was; its place on a ladder whole, where any of that is not. */
export function changedParts(before: Evidence, now: Editable): Partial<Editable> {
  const moved = STANDING.some((part) => now[part] !== before[part]);
  const parts = Object.entries(now).filter(
    ([part, value]) =>
      value !== before[part as keyof Editable] ||
      (moved && STANDING.some((other) => other === part)),
  );
  return Object.fromEntries(parts);
}
