import { expectationsAt, findSubSkill, type Ladder, type Level } from '../ladder';
import { type OriginWords, originOf } from './phrases';
import { fill } from './words';

/** What is written under a level at which nothing is expected. */
export interface ClippingWords extends OriginWords {
  /**
   * What is written where something is expected only at a higher level, for which `{level}` stands.
   */
  readonly startsAt: string;
  readonly nothing: string;
}

/**
 * A sub-skill as plain text, ready to paste: its name, and what is expected at each level. What is
 * not of the level itself says where it comes from; a level without anything says that.
 *
 * @returns `''` for a sub-skill the ladder does not have
 */
export function subSkillText(
  ladder: Ladder,
  subSkillId: string,
  levels: readonly Level[],
  words: ClippingWords,
): string {
  const found = findSubSkill(ladder, subSkillId);
  if (!found) return '';
  const lines = [found.subSkill.name, found.subSkill.definition];
  for (const level of levels) {
    lines.push('', `${level.name} (${ladder.name})`);
    const all = expectationsAt(ladder, subSkillId, level.id);
    if (all.every(({ fresh, carried }) => fresh.length + carried.length === 0)) {
      const begins = ladder.levels.find(({ id }) => all.some((one) => one.startsAt?.id === id));
      lines.push(begins ? fill(words.startsAt, 'level', begins.name) : words.nothing);
      continue;
    }
    for (const { dimension, fresh, carried, unstated } of all) {
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
