import { levelIndex, subSkillsOf } from './lookup';
import type { Ladder } from './schema';

/**
 * What a ladder of the right shape can still get wrong: ids that appear twice, expectations at
 * levels or in dimensions it does not have, levels that add to one that is not lower.
 *
 * @returns a sentence for each problem
 */
export function inconsistencies(ladder: Ladder): string[] {
  const problems: string[] = [];
  const unique = (what: string, ids: string[]) => {
    const seen = new Set<string>();
    for (const one of ids) {
      if (seen.has(one)) problems.push(`${what} "${one}" appears more than once`);
      seen.add(one);
    }
  };
  unique(
    'The level',
    ladder.levels.map((level) => level.id),
  );
  unique(
    'The dimension',
    ladder.dimensions.map((dimension) => dimension.id),
  );
  unique(
    'The skill area',
    ladder.skillAreas.map((area) => area.id),
  );
  unique(
    'The sub-skill',
    subSkillsOf(ladder).map((subSkill) => subSkill.id),
  );

  for (const area of ladder.skillAreas) {
    for (const [above, below] of Object.entries(area.addsTo)) {
      const [high, low] = [levelIndex(ladder, above), levelIndex(ladder, below)];
      if (high < 0 || low < 0 || low >= high) {
        problems.push(
          `"${area.name}" says "${above}" adds to "${below}", which is not a lower level`,
        );
      }
    }
    for (const subSkill of area.subSkills) {
      for (const [level, cells] of Object.entries(subSkill.expectations)) {
        if (levelIndex(ladder, level) < 0) {
          problems.push(`"${subSkill.name}" has expectations at the unknown level "${level}"`);
        }
        for (const dimension of Object.keys(cells)) {
          if (!ladder.dimensions.some((known) => known.id === dimension)) {
            problems.push(`"${subSkill.name}" uses the unknown dimension "${dimension}"`);
          }
        }
      }
    }
  }
  return problems;
}
