// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { useSeats } from '../../../components/common/use-seats';
import { mounted } from '../support/mounted';

interface Given {
  ids: string;
  of: unknown;
  keep?: boolean;
}

const open = (given: Given) =>
  mounted(({ ids, of, keep }: Given) => useSeats([...ids], of, keep ?? false), given);

it('lets an item keep its key while the list is of the same, wherever it stands', async () => {
  const list = await open({ ids: 'abc', of: 'all' });
  const [a, b, c] = list.now;
  await list.give({ ids: 'cxab', of: 'all' });
  expect([list.now[0], ...list.now.slice(2)]).toEqual([c, a, b]);
  expect([a, b, c]).not.toContain(list.now[1]);
  expect(new Set(list.now).size).toBe(4);
});

it('draws a list of something else into the places of the one before', async () => {
  const list = await open({ ids: 'abc', of: 'all' });
  const before = list.now;
  await list.give({ ids: 'xbayz', of: 'found' });
  expect(list.now.slice(0, 3)).toEqual(before);
  expect(new Set(list.now).size).toBe(5);
});

it('lets items keep their keys in a list of something else where that is asked for', async () => {
  const list = await open({ ids: 'abc', of: 'all' });
  const [a, , c] = list.now;
  await list.give({ ids: 'ca', of: 'found', keep: true });
  expect(list.now).toEqual([c, a]);
});
