import { expect, it } from 'vitest';
import { isSame } from '../../../data/json-value';

it('values are the same in whatever order they have their keys, and else not', () => {
  expect(isSame({ a: [1], b: { c: '' } }, { b: { c: '' }, a: [1] })).toBe(true);
  expect(isSame({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
  expect(isSame(undefined, null)).toBe(false);
});

it('half a letter is what Chromium makes of it when it stores it', () => {
  expect(isSame({ note: 'a\ud800b' }, { note: 'a\ufffdb' })).toBe(true);
  expect(isSame({ note: '\ud83d\ude00' }, { note: '\ufffd\ufffd' })).toBe(false);
  expect(isSame({ note: 'a\ud800b' }, { note: 'a\ufffdc' })).toBe(false);
});
