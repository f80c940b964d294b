import { expectationsAt, findSubSkill, type Ladder, type Level } from '../ladder';

/**
 * A sub-skill as plain text, ready to paste: its name, and what is expected at each level, what
 * is carried over included.
 *
 * @returns `''` for a sub-skill the ladder does not have
 */
export function subSkillText(ladder: Ladder, subSkillId: string, levels: readonly Level[]): string {
  const found = findSubSkill(ladder, subSkillId);
  if (!found) return '';
  const lines = [found.subSkill.name, found.subSkill.definition];
  for (const level of levels) {
    lines.push('', `${level.name} (${ladder.name})`);
    for (const { dimension, fresh, carried } of expectationsAt(ladder, subSkillId, level.id)) {
      const statements = [...fresh, ...carried.flatMap((entry) => entry.statements)];
      if (statements.length === 0) continue;
      if (ladder.dimensions.length > 1) lines.push(dimension.name);
      lines.push(...statements.map((statement) => `- ${statement}`));
    }
  }
  return lines.join('\n');
}
