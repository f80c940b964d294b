import { describe, expect, test } from 'vitest';
import { type Ladder, parseLadder, subSkillsOf } from '../../../../data/ladder';
import intercom from '../../../../data/ladders/intercom-pm.json';
import webflow from '../../../../data/ladders/webflow-pm.json';
import vocabulary from '../../../../data/vocabulary.json';

/** Fewer words than this leave a sub-skill out of reach of people who phrase things their own way. */
const FEWEST_WORDS = 60;

/** A word of more sub-skills than this tells them apart no longer. */
const MOST_SUB_SKILLS = 6;

/** Longer phrases are hardly ever typed in just these words. */
const LONGEST_PHRASE = 4;

const subSkills = Object.entries(vocabulary.subSkills).map(([id, entry]) => ({
  id,
  words: entry.words as [string, number][],
}));

function bundled(input: unknown): Ladder {
  const parsed = parseLadder(input);
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return parsed.ladder;
}

/** What stands in `all` more than once. */
function repeated(all: string[]): string[] {
  return [...new Set(all.filter((one, index) => all.indexOf(one) !== index))];
}

/** Lower case, single spaces, nothing around it: the form in which text is compared. */
const isPlain = (phrase: string) =>
  phrase !== '' && phrase === phrase.toLowerCase().trim().replace(/\s+/g, ' ');

describe('the words of the sub-skills', () => {
  test('stand there for every sub-skill of the bundled ladders, and for no other', () => {
    const known = [intercom, webflow]
      .map(bundled)
      .flatMap((ladder) => subSkillsOf(ladder).map((subSkill) => `${ladder.id}/${subSkill.id}`));
    expect(subSkills.map(({ id }) => id).sort()).toEqual(known.sort());
  });

  test.each(subSkills)('are many enough, plain, short and weighted: $id', ({ words }) => {
    const phrases = words.map(([phrase]) => phrase);
    expect(phrases.length).toBeGreaterThanOrEqual(FEWEST_WORDS);
    expect(repeated(phrases)).toEqual([]);
    expect(phrases.filter((phrase) => !isPlain(phrase))).toEqual([]);
    expect(phrases.filter((phrase) => phrase.split(' ').length > LONGEST_PHRASE)).toEqual([]);
    expect(words.filter(([, weight]) => ![1, 2, 3].includes(weight))).toEqual([]);
  });

  test('hold every weight in every sub-skill, so that naming it outranks hinting at it', () => {
    const missing = subSkills.filter(
      ({ words }) => new Set(words.map(([, weight]) => weight)).size < 3,
    );
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  test('lead nowhere when they lead everywhere', () => {
    const uses = new Map<string, number>();
    for (const { words } of subSkills) {
      for (const [phrase] of words) uses.set(phrase, (uses.get(phrase) ?? 0) + 1);
    }
    expect([...uses].filter(([, count]) => count > MOST_SUB_SKILLS)).toEqual([]);
  });
});

describe('the equivalents', () => {
  test('are groups of two or more plain phrases', () => {
    const wrong = vocabulary.equivalents.filter(
      (group) => group.length < 2 || !group.every(isPlain),
    );
    expect(wrong).toEqual([]);
  });

  test('have no phrase in two groups, so that a phrase has one head word', () => {
    expect(repeated(vocabulary.equivalents.flat())).toEqual([]);
  });
});
