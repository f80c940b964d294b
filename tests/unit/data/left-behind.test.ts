import { expect, it } from 'vitest';
import { isAmongItsOwn, standingFrom } from '../../../data/left-behind';

const ids = (count: number) => Array.from({ length: count }, (_, at) => `e${at}`);
const all = (...ids: string[]) => new Set(ids);

it('knows a document by all that was found in it', () => {
  expect(standingFrom(['a', 'b'], ['a', 'b'], all('a', 'b'))).toEqual(['a', 'b']);
});

it('takes what stands in documents of the same template for no sign of one', () => {
  expect(standingFrom(['a', 'b'], ['a', 'b'], all('a'))).toEqual([]);
  expect(standingFrom(ids(4), ids(4), all('e0', 'e1', 'e2'))).toEqual([]);
  expect(standingFrom(['a'], ['a'], all())).toEqual([]);
});

it('bears that one in five is drawn later', () => {
  expect(standingFrom(ids(5), ids(5), all(...ids(4)))).toEqual(ids(4));
  expect(standingFrom(ids(9), ids(9), all(...ids(7)))).toEqual([]);
});

it('expects nothing that had gone before, and takes along what came since', () => {
  expect(standingFrom(['lost', 'a', 'since'], ['a'], all('a', 'since'))).toEqual(['a', 'since']);
});

it('expects all of what nobody had looked for', () => {
  expect(standingFrom(['a', 'b'], ['of another document'], all('a', 'b'))).toEqual(['a', 'b']);
  expect(standingFrom(['a', 'b'], [], all('b'))).toEqual([]);
});

const QUOTE = {
  prefix: 'The old checkout asked for an address.\n\nWe shipped to Denmark in August and ',
  exact: 'saw completed orders rise by six per cent',
  suffix: ' in three weeks.\n\nSamira took over the carrier work.',
};

it.each([
  [
    'in paragraphs of a page',
    'address.\nWe shipped to Denmark in August and ',
    ' in three weeks.\nSamira',
  ],
  ['where the words before it were rewritten', 'We went to Norway and ', QUOTE.suffix],
  ['where the page has cut what comes after', QUOTE.prefix, '…\nRead more'],
])('knows a passage by what stands beside it: %s', (_where, before, after) => {
  expect(isAmongItsOwn(QUOTE, before, after)).toBe(true);
});

it('takes a passage for quoted that goes on with other words on both sides', () => {
  expect(isAmongItsOwn(QUOTE, 'As he writes: “', '”. I was there as well.')).toBe(false);
  expect(isAmongItsOwn(QUOTE, '', '')).toBe(false);
  // A word that both have tells nothing.
  expect(isAmongItsOwn(QUOTE, 'They say that sales and ', ' in three')).toBe(false);
});

it('asks for nothing beside a passage that was all the text there was', () => {
  expect(isAmongItsOwn({ ...QUOTE, prefix: 'I ', suffix: '.' }, 'Comments', 'Reply')).toBe(true);
});
