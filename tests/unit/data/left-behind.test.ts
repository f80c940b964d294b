import { expect, it } from 'vitest';
import { standingFrom } from '../../../data/left-behind';

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
