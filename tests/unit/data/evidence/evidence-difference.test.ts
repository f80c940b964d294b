import { expect, test } from 'vitest';
import { difference } from '../../../../data/evidence/difference';
import { seededRecord } from '../../../e2e/harness/seed';

const all = Array.from({ length: 26 }, (_, index) => seededRecord(index));
/** Records by letters; a capital is the same record after a change. */
const changed = all.map((one) => ({ ...one, note: 'Changed.' }));
const list = (letters: string) =>
  [...letters].map((letter) => {
    const from = letter === letter.toLowerCase() ? all : changed;
    const one = from[letter.toLowerCase().charCodeAt(0) - 'a'.charCodeAt(0)];
    if (!one) throw new Error(`No record "${letter}".`);
    return one;
  });

test.each([
  ['nothing', 'abc', 'abc', '', ''],
  ['all that is there at first', '', 'abc', '', 'abc'],
  ['all that was there', 'abc', '', 'abc', ''],
  ['one that is new', 'bcd', 'abcd', '', 'a'],
  ['one that was deleted', 'abcd', 'abd', 'c', ''],
  ['one that was changed', 'abcd', 'abCd', 'c', 'C'],
  ['the first and the last of two that are alike', 'aba', 'ab', 'a', ''],
  ['several at once', 'abcdef', 'xaCdfy', 'bce', 'xCy'],
  ['none of what only moved', 'abcd', 'acbd', '', ''],
])('%s', (_, before, now, gone, come) => {
  expect(difference(list(before), list(now))).toEqual({ gone: list(gone), come: list(come) });
});
