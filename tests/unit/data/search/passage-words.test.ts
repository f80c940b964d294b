import { describe, expect, it } from 'vitest';
import { subSkillsOf } from '../../../../data/ladder';
import { createLadderSearch } from '../../../../data/search';
import {
  bundledPassageWords,
  type PassageWords,
  saidBy,
} from '../../../../data/search/passage-words';
import { bundledVocabulary } from '../../../../data/search/vocabulary';
import { bundledLadders } from '../../../fixtures/bundled-ladders';

const { subSkills, words } = bundledPassageWords;

/** Of the bundled sub-skills the first two, one word each. */
const SMALL: PassageWords = {
  schema: 1,
  stepsAUnit: 1,
  subSkills: ['intercom-pm/customer-focus', 'webflow-pm/execution'],
  words: { marmalad: 'a9', lantern: 'b9a1' },
};

describe('what words of passages say', () => {
  it('is known for the sub-skills of the bundled ladders, and for no others', () => {
    const known = bundledLadders.flatMap((ladder) =>
      subSkillsOf(ladder).map((subSkill) => `${ladder.id}/${subSkill.id}`),
    );
    expect([...subSkills].sort()).toEqual(known.sort());
  });

  it('is written as letters of sub-skills and steps, strongest first', () => {
    const last = String.fromCharCode('a'.charCodeAt(0) + subSkills.length - 1);
    const form = new RegExp(`^(?:[a-${last}][1-9])+$`);
    expect(Object.entries(words).filter(([, code]) => !form.test(code))).toEqual([]);
    for (const code of Object.values(words)) {
      const steps = code.match(/\d/g)?.map(Number) ?? [];
      expect(steps).toEqual([...steps].sort((a, b) => b - a));
    }
  });

  it('has something of every sub-skill', () => {
    const spoken = new Set(Object.values(words).flatMap((code) => code.match(/[a-z]/g) ?? []));
    expect(spoken.size).toBe(subSkills.length);
  });

  it('is read back as weights', () => {
    expect(saidBy(SMALL, 'lantern')).toEqual([
      { of: 1, weight: 9 },
      { of: 0, weight: 1 },
    ]);
    expect(saidBy(SMALL, 'constructor')).toBeUndefined();
  });
});

describe('suggestions', () => {
  const suggest = (ladders: typeof bundledLadders, passageWords: PassageWords) =>
    createLadderSearch(ladders, { ...bundledVocabulary, equivalents: [] }, passageWords).suggest(
      'On Wednesday the baker and I counted the marmalade jars beside the window in the hall',
    );

  it('follow what was learned of a word that no ladder has, and give it as the reason', () => {
    const [first] = suggest(bundledLadders, SMALL);
    expect(first?.subSkill.id).toBe('customer-focus');
    expect(first?.reasons[0]).toBe('marmalade');
    const without = suggest(bundledLadders, { ...SMALL, words: {} });
    expect(without[0]?.subSkill.id).not.toBe('customer-focus');
  });

  it('lend what was learned to an own ladder with a sub-skill of nearly the same name', () => {
    const own = structuredClone(bundledLadders).map((ladder) => ({
      ...ladder,
      id: `my-${ladder.id}`,
    }));
    const [first] = suggest(own, SMALL);
    expect(first?.subSkill.id).toBe('customer-focus');
    expect(first?.reasons[0]).toBe('marmalade');
  });
});
