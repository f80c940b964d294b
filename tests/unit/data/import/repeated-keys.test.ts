import fc from 'fast-check';
import { expect, it } from 'vitest';
import { repeatedKeys } from '../../../../data/import/repeated-keys';

it.each([
  ['nowhere', '{"a": 1, "b": {"a": [{"a": 2}, {"a": 3}]}}', []],
  ['at the top', '{"a": 1,\n"a": 2}', [{ path: ['a'], line: 2 }]],
  ['in a list', '{"a": [0, {"b": 1,\n\n"b": 2}]}', [{ path: ['a', '1', 'b'], line: 3 }]],
  [
    'three times',
    '{"a":1,"a":2,"a":3}',
    [
      { path: ['a'], line: 1 },
      { path: ['a'], line: 1 },
    ],
  ],
  ['behind a list of lists', '[[1, [2]], {"b":1,"b":2}]', [{ path: ['1', 'b'], line: 1 }]],
  ['written in another way', String.raw`{"a\"b":1,"a\u0022b":2}`, [{ path: ['a"b'], line: 1 }]],
  ['only as a text', String.raw`{"a": "{\"a\": 1, \"a\": 2}", "b": "a", "c": "a"}`, []],
])('finds keys that stand twice %s', (_, json, expected) => {
  expect(repeatedKeys(json)).toEqual(expected);
});

it('finds none in what was an object', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => repeatedKeys(JSON.stringify(value)).length === 0),
  );
});

it('reads a text of megabytes', () => {
  const long = 'x\\"'.repeat(1_500_000);
  expect(repeatedKeys(`{"a": "${long}", "a": 1}`)).toEqual([{ path: ['a'], line: 1 }]);
});

it('gives the first thousand of a text with a key twice in each of very many lines', () => {
  const repeated = repeatedKeys(`{${'"a": 1,\n'.repeat(50_000)}"b": 1}`);
  expect(repeated).toHaveLength(1_000);
  expect(repeated.at(-1)).toEqual({ path: ['a'], line: 1_001 });
});
