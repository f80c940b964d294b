import { expectationsAt, findSubSkill, type Ladder, type Level } from '../ladder';
import { type OriginWords, originOf } from './phrases';

/**
 * A sub-skill as plain text, ready to paste: its name, and what is expected at each level. What is
 * not of the level itself says where it comes from.
 *
 * @returns `''` for a sub-skill the ladder does not have
 */
export function subSkillText(
  ladder: Ladder,
  subSkillId: string,
  levels: readonly Level[],
  words: OriginWords,
): string {
  const found = findSubSkill(ladder, subSkillId);
  if (!found) return '';
  const lines = [found.subSkill.name, found.subSkill.definition];
  for (const level of levels) {
    lines.push('', `${level.name} (${ladder.name})`);
    for (const { dimension, fresh, carried, unstated } of expectationsAt(
      ladder,
      subSkillId,
      level.id,
    )) {
      const statements = [
        ...fresh,
        ...carried.flatMap(({ from, statements }) =>
          statements.map((statement) => `${statement} (${originOf(from, unstated, words)})`),
        ),
      ];
      if (statements.length === 0) continue;
      if (ladder.dimensions.length > 1) lines.push(dimension.name);
      lines.push(...statements.map((statement) => `- ${statement}`));
    }
  }
  return lines.join('\n');
}
