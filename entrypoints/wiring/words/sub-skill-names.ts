import { inRow } from '../../../components/common/language';
import type { Evidence } from '../../../data/evidence';
import { findSubSkill, type Ladder } from '../../../data/ladder';

/** The sub-skills of some evidence, by their names, as one line. */
export function subSkillNames(ladders: readonly Ladder[], records: readonly Evidence[]): string {
  const names = records.map((one) => {
    const ladder = ladders.find((other) => other.id === one.ladder);
    return (ladder && findSubSkill(ladder, one.subSkill)?.subSkill.name) ?? one.subSkill;
  });
  return inRow(names);
}
