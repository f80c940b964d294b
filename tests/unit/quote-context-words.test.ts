import { describe, expect, it } from 'vitest';
import { describeQuote } from '../../data/quote';
import { contextWords } from '../../data/quote/context-words';

const around = (text: string, passage: string) => {
  const start = text.indexOf(passage);
  const { prefix, suffix } = describeQuote(text, start, start + passage.length);
  return contextWords(prefix, suffix);
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
});
