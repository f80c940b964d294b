import { describe, expect, it } from 'vitest';
import { describeQuote } from '../../../../data/quote';
import { contextWords } from '../../../../data/quote/context-words';

const around = (text: string, passage: string) => {
  const start = text.indexOf(passage);
  return contextWords(describeQuote(text, start, start + passage.length));
};
/** The same of a quote whose place in its document is not known. */
const withoutPlace = (text: string, passage: string) => {
  const start = text.indexOf(passage);
  const { exact, prefix, suffix } = describeQuote(text, start, start + passage.length);
  return contextWords({ exact, prefix, suffix });
};

const SENTENCE = 'We moved the review of the roadmap to Mondays. ';
const LONG = 'The passage itself is longer than what counts as short, by some words more.';

describe('what stood around a passage', () => {
  it('is whole where the document begins and ends', () => {
    expect(around(`Before. ${LONG} After.`, LONG)).toEqual({
      before: 'Before. ',
      after: ' After.',
    });
  });

  it('begins and ends with whole words and says that there was more', () => {
    const { before, after } = around(`${SENTENCE.repeat(9)}${LONG} ${SENTENCE.repeat(9)}`, LONG);
    expect(before).toMatch(/^… (?:We|moved|the|review|of|roadmap|to|Mondays\.) /);
    expect(before.endsWith('Mondays. ')).toBe(true);
    expect(after).toMatch(/ (?:We|moved|the|review|of|roadmap|to|Mondays\.) …$/);
    expect(after.startsWith(' We moved')).toBe(true);
  });

  it('loses nothing in scripts without spaces', () => {
    const { before } = around(`${'私たちは毎週月曜日に会う。'.repeat(20)}${LONG}`, LONG);
    expect(before.replace('… ', '').length).toBeGreaterThanOrEqual(128);
  });

  describe.each([
    ['whose place is known', around],
    ['whose place is not known', withoutPlace],
  ])('of a quote %s', (_, contextOf) => {
    // Longer than the context of a long passage, and shorter than that of a short one.
    const part = SENTENCE.repeat(4);

    it('is whole around a short passage, which takes twice the context', () => {
      expect(contextOf(`${part}Done.\n${part}`, 'Done.')).toEqual({
        before: part,
        after: `\n${part}`,
      });
    });

    it('is whole around one that is there twice, which takes as much as tells them apart', () => {
      const start = `First. ${part}`;
      const { before, after } = contextOf(`${start}${LONG} ${part}${LONG} ${part}`, LONG);
      expect(before).toBe(start);
      expect(after.startsWith(` ${part.slice(0, 100)}`)).toBe(true);
    });

    it('says that there was more around either', () => {
      for (const passage of ['Done.', LONG]) {
        const many = SENTENCE.repeat(99);
        const { before, after } = contextOf(`${many}${passage} ${many}`, passage);
        expect([before.startsWith('… '), after.endsWith(' …')]).toEqual([true, true]);
      }
    });
  });

  it('is told from what only happens to be as long as a context', () => {
    const start = 'x '.repeat(64);
    expect(around(`${start}${LONG}${' y'.repeat(500)}`, LONG).before).toBe(start);
  });
});
