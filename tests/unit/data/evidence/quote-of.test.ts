import { expect, it } from 'vitest';
import { quoteOf, withQuote } from '../../../../data/evidence';
import type { Quote } from '../../../../data/quote';
import { record } from '../../../fixtures/records';

const WORDS = { exact: 'We asked ten customers.', prefix: 'In May. ', suffix: ' Then we' };

/** A quote as it is again once a record kept it. */
function kept(quote: Quote): Quote {
  const one = record();
  return quoteOf({ ...one, target: { ...one.target, selector: withQuote(quote) } });
}

it('keeps with the words what stood around them, and where that was', () => {
  const placed = { ...WORDS, start: 8, end: 31 };
  expect(kept(placed)).toEqual(placed);
});

it('keeps the words alone where nobody knows where they stood', () => {
  expect(kept(WORDS)).toEqual(WORDS);
  expect(withQuote(WORDS)).toHaveLength(1);
});
