import { expect, test } from 'vitest';
import { withFirst } from '../../../components/common/use-still-order';

const items = (ids: string) => [...ids].map((id) => ({ id }));
const order = (first: string, all: string) =>
  withFirst(items(first), items(all))
    .map(({ id }) => id)
    .join('');

test.each([
  ['what is drawn stays, and what is new comes below', 'abc', 'xaybzc', 'abcxyz'],
  ['the order that is drawn stays', 'cab', 'abc', 'cab'],
  ['what is gone is gone', 'abc', 'xac', 'acx'],
  ['nothing was drawn', '', 'abc', 'abc'],
])('%s', (_, first, all, expected) => {
  expect(order(first, all)).toBe(expected);
});

test('what is given is what was found now, not what was drawn', () => {
  const [before, now] = [items('a'), items('ba')];
  expect(withFirst(before, now)[0]).toBe(now[1]);
});
