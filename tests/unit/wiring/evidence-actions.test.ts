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

/** Takes back what the last notice offers to. */
async function undoLast(): Promise<void> {
  await say.mock.lastCall?.[0].action.run();
  await new Promise((later) => setTimeout(later));
}

it('says that what was deleted meanwhile is back, and deletes it again with Undo', async () => {
  const one = record({ id: 'one' });
  const actions = await mounted(useEvidenceActions, say);
  expect(await actions.now.change(one, { note: 'As Ines said.' }, 'Saved')).toBe(true);
  expect(await all()).toMatchObject([{ id: 'one', note: 'As Ines said.' }]);
  expect(say).toHaveBeenLastCalledWith(expect.objectContaining({ text: 'evidence_savedBack' }));
  await undoLast();
  expect(await all()).toEqual([]);

  // What another window has made of it since is not deleted.
  await actions.now.change(one, { note: 'As Ines said.' }, 'Saved');
  const [back] = await all();
  await createEvidenceStore().change(back as typeof one, { kind: 'peer' });
  await undoLast();
  expect(await all()).toMatchObject([{ id: 'one', kind: 'peer' }]);
  expect(say).toHaveBeenLastCalledWith({ text: 'evidence_changedSince' });
});

it('takes a move to another ladder back whole, or leaves it', async () => {
  const one = record({ id: 'one', ladder: 'acme-pm', subSkill: 'research', level: 'pm2' });
  await createEvidenceStore().putBack([one]);
  const actions = await mounted(useEvidenceActions, say);
  const there = { ladder: 'other', subSkill: 'vision', level: 'three' };
  await actions.now.change(one, { ...there, note: 'Moved' }, 'Saved');
  const [moved] = await all();
  await createEvidenceStore().change(moved as typeof one, { level: 'four' });
  await undoLast();
  expect(await all()).toMatchObject([{ ...there, level: 'four', note: one.note }]);
});
