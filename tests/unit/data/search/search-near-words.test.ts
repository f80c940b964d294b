import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NearWords } from '../../../../data/search/near-words';

describe('NearWords', () => {
  const words = ['roadmap', 'roadshow', 'strategy', 'stakeholder', 'owner', 'quality', 'equality'];
  const near = new NearWords(words);

  it('answers alike when asked again, and knows the words that came since', () => {
    const growing = new NearWords([]);
    growing.add(['roadshow']);
    const before = growing.find('roadmpa', false);
    expect(growing.find('roadmpa', false)).toEqual(before);
    expect(before.map((one) => one.word)).not.toContain('roadmap');
    growing.add(['roadmap', 'roadshow']);
    expect(growing.find('roadmpa', false)[0]?.word).toBe('roadmap');
  });

  it('finds a word after any one edit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...words.filter((word) => word.length > 6)),
        fc.nat(20),
        fc.constantFrom('x', 'e', ''),
        (word, at, letter) => {
          const cut = at % word.length;
          const slip = word.slice(0, cut) + letter + word.slice(cut + 1);
          expect(near.find(slip, false).map((one) => one.word)).toContain(word);
        },
      ),
    );
  });

  it('puts the nearest first and leaves strangers out', () => {
    expect(near.find('qualty', false)[0]).toEqual({ word: 'quality', edits: 1 });
    expect(near.find('banana', false)).toEqual([]);
    expect(near.find('owl', false)).toEqual([]);
  });

  it('takes words in later', () => {
    const growing = new NearWords(['roadmap']);
    growing.add(['backlog', 'roadmap']);
    expect(growing.find('baklog', false)).toEqual([{ word: 'backlog', edits: 1 }]);
  });
});
