// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { useWritten } from '../../../components/evidence/use-written';
import type { Evidence } from '../../../data/evidence';
import { record } from '../../fixtures/records';
import { mounted, settled } from '../support/mounted';

const [one, other, third] = [record(), record({ id: 'e2' }), record({ id: 'e3' })];

interface Given {
  now: readonly Evidence[];
  of?: string;
}

const list = (evidence: readonly Evidence[], begun?: readonly Evidence[]) =>
  mounted(({ now, of }: Given) => useWritten(now, of, begun), { now: evidence } as Given);

async function written(...evidence: Evidence[]) {
  const view = await list([one, other, third]);
  for (const each of evidence) view.now.note(each, true);
  await settled();
  expect(view.now.listed).toEqual([one, other, third]);
  return view;
}

it('keeps what is being written in where it stood when it was deleted, until it is not', async () => {
  const view = await written(third);
  await view.give({ now: [one, other] });
  expect(view.now.listed).toEqual([one, other, third]);
  expect([...view.now.unsaved.keys()]).toEqual([third.id]);
  await view.give({ now: [one] });
  expect(view.now.listed).toEqual([one, third]);
  const fresh = record({ id: 'e4' });
  await view.give({ now: [fresh, one] });
  expect(view.now.listed).toEqual([fresh, one, third]);
  view.now.note(third, false);
  await settled();
  expect(view.now.listed).toEqual([fresh, one]);
});

it('keeps several that were deleted in their order', async () => {
  const view = await written(third, one, other);
  await view.give({ now: [other] });
  expect(view.now.listed).toEqual([one, other, third]);
  await view.give({ now: [] });
  expect(view.now.listed).toEqual([one, other, third]);
});

it('puts it first where something else is looked for, and leaves it there', async () => {
  const view = await written(third);
  await view.give({ now: [one, other], of: 'something else' });
  expect(view.now.listed).toEqual([third, one, other]);
  await view.give({ now: [other], of: 'something else' });
  expect(view.now.listed).toEqual([third, other]);
});

it('keeps what was being written in when the list was closed', async () => {
  const view = await list([other], [third, one]);
  expect(view.now.listed).toEqual([third, one, other]);
});
