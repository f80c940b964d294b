import type { Ladder } from './ladder';

/** How many skill-area colours there are; a seventh skill area begins again with the first. */
export const HUES = 6;

/** The colour of a sub-skill's skill area, 0 to 5; 0 where the ladder does not know it. */
export function hueOf(ladder: Ladder | undefined, subSkillId: string): number {
  const index =
    ladder?.skillAreas.findIndex((area) => area.subSkills.some((one) => one.id === subSkillId)) ??
    0;
  return Math.max(0, index) % HUES;
}
