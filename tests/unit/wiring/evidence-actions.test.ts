// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { createEvidenceStore } from '../../../data/evidence';
import { useEvidenceActions } from '../../../entrypoints/wiring/evidence/use-evidence-actions';
import { record } from '../../fixtures/records';
import { mounted, wordsByKey } from '../support/mounted';

const say = vi.fn();
const all = async () => (await createEvidenceStore().all()).evidence;

beforeEach(() => {
  say.mockReset();
  wordsByKey();
});

it('attaches nothing to a passage of which another piece of evidence says the same', async () => {
  const here = record({ id: 'here' });
  const lost = structuredClone(here.target);
  lost.selector[0].exact = 'As it once read';
  await createEvidenceStore().putBack([here, record({ id: 'lost', target: lost })]);
  const before = await all();
  const actions = await mounted(useEvidenceActions, say);

  const orphan = before.find(({ id }) => id === 'lost');
  if (!orphan) throw new Error('There is no such evidence.');
  expect(await actions.now.change(orphan, { target: here.target }, 'Attached')).toBe(false);
  expect(say).toHaveBeenCalledWith({ text: 'failure_said', tone: 'error' });
  expect(await all()).toEqual(before);

  // Of another kind it is a second view of the passage.
  expect(await actions.now.change({ ...orphan }, { kind: 'peer' })).toBe(true);
  expect(await actions.now.change({ ...orphan }, { target: here.target }, 'Attached')).toBe(true);
});
