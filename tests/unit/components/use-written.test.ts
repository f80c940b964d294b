// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { useWritten } from '../../../components/evidence/use-written';
import type { Evidence } from '../../../data/evidence';
import { record } from '../../fixtures/records';
import { mounted, settled } from '../support/mounted';

const [one, other] = [record(), record({ id: 'e2' })];

const list = (evidence: readonly Evidence[], begun?: readonly Evidence[]) =>
  mounted(({ now }: { now: readonly Evidence[] }) => useWritten(now, begun), { now: evidence });

it('keeps what is being written in first in the list where it was deleted, until it is not', async () => {
  const view = await list([other, one]);
  view.now.note(one, true);
  await settled();
  expect(view.now.listed).toEqual([other, one]);
  await view.give({ now: [other] });
  expect(view.now.listed).toEqual([one, other]);
  expect([...view.now.unsaved.keys()]).toEqual([one.id]);
  view.now.note(one, false);
  await settled();
  expect(view.now.listed).toEqual([other]);
});

it('keeps what was being written in when the list was closed', async () => {
  const view = await list([other], [one]);
  expect(view.now.listed).toEqual([one, other]);
});
