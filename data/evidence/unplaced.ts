import { findLevel, findSubSkill } from '../ladder/lookup';
import type { Ladder } from '../ladder/schema';
import type { Evidence } from './record';

/** Whether evidence names a sub-skill or level that its ladder does not have (any more). */
export function isUnplaced(
  { subSkill, level }: Pick<Evidence, 'subSkill' | 'level'>,
  ladder: Ladder,
): boolean {
  return !findSubSkill(ladder, subSkill) || !findLevel(ladder, level);
}
