import { expect, test } from 'vitest';
import { glossaryFor } from '../../../components/ladder/glossary-for';
import { BUNDLED_LADDERS } from '../../../data/library';

const ladder = {
  ...(BUNDLED_LADDERS[0] as (typeof BUNDLED_LADDERS)[number]),
  glossary: [
    { term: 'CS', meaning: 'Customer Support.' },
    { term: 'winning strategy', meaning: 'A strategy.' },
    { term: 'Group PM (GPM)', meaning: 'Leads PMs.' },
  ],
};
const terms = (text: string) => glossaryFor(ladder, [text]).map(({ term }) => term);

test('a term is explained where it stands as a word', () => {
  expect(terms('Sees to it that CS knows.')).toEqual(['CS']);
  expect(terms('Shapes the Winning strategy.')).toEqual(['winning strategy']);
});

test('either form of a term is met', () => {
  expect(terms('Works with their GPM.')).toEqual(['Group PM (GPM)']);
  expect(terms('Works with Group PMs.')).toEqual(['Group PM (GPM)']);
});

test('letters inside another word are no term', () => {
  expect(terms('Tracks metrics and physics, and CSS.')).toEqual([]);
});
