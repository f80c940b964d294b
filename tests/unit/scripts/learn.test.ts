import { expect, it } from 'vitest';
import passages from '../../../scripts/learn/passages.json';
import { regress } from '../../../scripts/learn/regression';
import { learnable } from '../../../scripts/learn/words';
import measured from '../../fixtures/search-queries.json';
import blind from '../../fixtures/search-queries-blind.json';
import keptBack from '../../fixtures/search-queries-kept-back.json';

const EXAMPLES = [
  { words: [0, 2], of: 0 },
  { words: [0], of: 0 },
  { words: [1, 2], of: 1 },
  { words: [1], of: 1 },
];

it('learns which words speak for which class, and that a word of both says nothing', () => {
  const [first, second, both] = regress(EXAMPLES, 3, 2, 0.1);
  expect(first?.[0]).toBeGreaterThan(1);
  expect(first?.[1]).toBe(0);
  expect(second?.[1]).toBeCloseTo(first?.[0] ?? 0, 6);
  expect(Math.max(...(both ?? []))).toBeLessThan(0.1);
});

it('learns the same from the same', () => {
  expect(regress(EXAMPLES, 3, 2, 0.1)).toEqual(regress(EXAMPLES, 3, 2, 0.1));
});

it('leaves out names, words of few passages and words that say nothing', () => {
  const stems = learnable({
    one: ['I walked the harbour with Priya.', 'Priya and I agreed the harbour OKRs.'],
    two: ['The OKRs of Priya stood in a spreadsheet.', 'OKRs: none for the harbour.', 'Saw Priya.'],
  });
  expect(stems).toContain('harbor');
  expect(stems).toContain('okr');
  expect(stems).not.toContain('priya');
  expect(stems).not.toContain('spreadsheet');
  expect(stems).not.toContain('the');
});

it('learns from 4,320 sentences, and from none that search is measured with', () => {
  const plain = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
  const learned = Object.values(passages).flat().map(plain);
  expect(learned).toHaveLength(4320);
  const known = new Set(learned);
  for (const { query } of [...measured, ...keptBack, ...blind]) {
    expect([query, known.has(plain(query))]).toEqual([query, false]);
  }
});
