import { expect, it } from 'vitest';
import { createLadderSearch } from '../../../../data/search';
import { isTooCommon } from '../../../../data/search/too-common';
import { wordsOf } from '../../../../data/search/words';
import { bundledLadders } from '../../../fixtures/bundled-ladders';

it('compares no more of an endless run of letters than a word can have', () => {
  const run = 'a'.repeat(50_000);
  const [word, ...others] = wordsOf(run);
  expect(others).toEqual([]);
  expect(word?.text.length).toBeLessThan(100);
  // Where it stands is all of it, for whoever marks it.
  expect(word).toMatchObject({ start: 0, end: run.length });
});

it('tells long words of a language apart', () => {
  const words = wordsOf('Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz roadmap');
  expect(words.map(({ text }) => text.length)).toEqual([65 - 2, 7]);
});

it.each([['a'.repeat(50_000)], ['中文'.repeat(25_000)]])(
  'has nothing to say of one (%#)',
  (run) => {
    const search = createLadderSearch(bundledLadders);
    expect(search.search(run, {})).toEqual([]);
    expect(search.didYouMean(run) ?? null).toBeNull();
  },
);

it('reads a word that a page hyphenates as one', () => {
  const hyphenated = 'pri\u00ador\u00adi\u00adti\u00adza\u00adtion of bets';
  expect(wordsOf(hyphenated).map(({ text }) => text)).toEqual(['prioritization', 'of', 'bets']);
});

it.each(['browser support', 'location', 'offboarding', 'representation'])(
  'takes no right word for a slip: %j',
  (query) => {
    const search = createLadderSearch(bundledLadders);
    expect(search.didYouMean(query) ?? null).toBeNull();
  },
);

it.each([
  ['things', true],
  ['the of', true],
  ['team things', false],
  ['', false],
  ['…', false],
])('"%s" has only words that are not looked for: %s', (query, is) => {
  expect(isTooCommon(query)).toBe(is);
});
