import type { Ladder, Level, SkillArea, SubSkill } from './schema';

/** Every sub-skill of the ladder, in its order. */
export function subSkillsOf(ladder: Ladder): SubSkill[] {
  return ladder.skillAreas.flatMap((area) => area.subSkills);
}

/** The sub-skill with this id and the skill area it stands in, or `undefined`. */
export function findSubSkill(
  ladder: Ladder,
  subSkillId: string,
): { skillArea: SkillArea; subSkill: SubSkill } | undefined {
  for (const skillArea of ladder.skillAreas) {
    const subSkill = skillArea.subSkills.find((one) => one.id === subSkillId);
    if (subSkill) return { skillArea, subSkill };
  }
  return undefined;
}

/** The level with this id, or `undefined`, also where no id is given. */
export function findLevel(ladder: Ladder, levelId: string | null | undefined): Level | undefined {
  return ladder.levels.find((level) => level.id === levelId);
}

/** Where a level stands on the ladder, 0 the lowest; -1 where the ladder has no such level. */
export function levelIndex(ladder: Ladder, levelId: string): number {
  return ladder.levels.findIndex((level) => level.id === levelId);
}

/** The level above, or `undefined` at the top and for an unknown level. */
export function nextLevel(ladder: Ladder, levelId: string): Level | undefined {
  const index = levelIndex(ladder, levelId);
  return index < 0 ? undefined : ladder.levels[index + 1];
}
