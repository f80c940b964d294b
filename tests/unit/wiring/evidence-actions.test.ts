// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { Notice } from '../../../components/common/Toast';
import { createEvidenceStore, type Evidence } from '../../../data/evidence';
import { useEvidenceActions } from '../../../entrypoints/wiring/evidence/use-evidence-actions';
import { record } from '../../fixtures/records';
import { later, mounted, wordsByKey } from '../support/mounted';
import { noticeBoard, SLOW } from '../support/notices';

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

/** Undoes what the last notice offers to. */
async function undoLast(late = false): Promise<void> {
  await say.mock.lastCall?.[0].action.run(late);
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

it('brings back what was deleted as it stood, not as it was last seen', async () => {
  const seen = record({ id: 'one' });
  await createEvidenceStore().putBack([seen]);
  const { after } = await createEvidenceStore().change(seen, { note: 'As Ines said.' });
  const actions = await mounted(useEvidenceActions, say);
  await actions.now.remove(seen);
  say.mock.lastCall?.[0](null).action.run();
  await expect.poll(all).toEqual([after]);

  // What was deleted elsewhere a moment ago is known from the screen.
  await createEvidenceStore().remove([after]);
  await actions.now.remove(after);
  say.mock.lastCall?.[0](null).action.run();
  await expect.poll(all).toEqual([after]);
});

it('brings back what a newer Rung made of it meanwhile', async () => {
  const seen = record({ id: 'one' });
  const newer = { ...seen, schema: 2, mood: 'bright' };
  await createEvidenceStore().putBack([newer]);
  const actions = await mounted(useEvidenceActions, say);
  await actions.now.remove(seen);
  expect((await createEvidenceStore().all()).unreadable).toEqual([]);
  say.mock.lastCall?.[0](null).action.run();
  await expect.poll(async () => (await createEvidenceStore().all()).unreadable).toEqual([newer]);
});

it('files evidence back under the title it had, not the one that was last seen', async () => {
  const seen = record({ id: 'one' });
  const retitled = { ...seen, target: { ...seen.target, title: 'My review, final' } };
  await createEvidenceStore().putBack([retitled]);
  const actions = await mounted(useEvidenceActions, say);
  const place = { source: 'https://example.com/2', document: 'https://example.com/2', title: '2' };
  await actions.now.move([seen], place);
  expect(await all()).toMatchObject([{ target: place }]);
  await undoLast();
  expect(await all()).toMatchObject([{ target: retitled.target }]);
});

it('undoes a move to another ladder whole, or leaves it', async () => {
  const one = record({ id: 'one', ladder: 'acme-pm', subSkill: 'research', level: 'pm2' });
  await createEvidenceStore().putBack([one]);
  const actions = await mounted(useEvidenceActions, say);
  const there = { ladder: 'other', subSkill: 'vision', level: 'three' };
  await actions.now.change(one, { ...there, note: 'Moved' }, 'Saved');
  await undoLast();
  expect(await all()).toMatchObject([
    { ladder: 'acme-pm', subSkill: 'research', level: 'pm2', note: one.note },
  ]);

  await actions.now.change(one, { ...there, note: 'Moved' }, 'Saved');
  const [moved] = await all();
  await createEvidenceStore().change(moved as typeof one, { level: 'four' });
  await undoLast();
  expect(await all()).toMatchObject([{ ...there, level: 'four', note: one.note }]);
});

it('gives a day only to what has none, and undoes that where it is still that day', async () => {
  const records = [
    record({ id: 'one' }),
    record({ id: 'two', quote: 'Other words' }),
    record({ id: 'said', quote: 'More words', when: '2026-03-01' }),
  ];
  await createEvidenceStore().putBack(records);
  const actions = await mounted(useEvidenceActions, say);
  const days = async () =>
    Object.fromEntries((await all()).map(({ id, when }) => [id, when ?? null]));

  expect(await actions.now.date(records, '2026-06-30')).toBe(true);
  expect(await days()).toEqual({ one: '2026-06-30', two: '2026-06-30', said: '2026-03-01' });
  const [text, ...parts] = say.mock.lastCall?.[0].text.split(' ') ?? [];
  expect([text, parts[0]]).toEqual(['coverage_dated', '2']);

  await createEvidenceStore().change(records[1] as Evidence, { when: '2026-05-01' });
  await undoLast();
  expect(await days()).toEqual({ one: null, two: '2026-05-01', said: '2026-03-01' });
  expect(say).toHaveBeenLastCalledWith({ text: 'evidence_undonePart 1 2' });
});

describe('a move to another address of the document', () => {
  const HERE = {
    source: 'https://reviews.test/12',
    document: 'https://reviews.test/12',
    title: '12',
  };
  const filed = async () =>
    Object.fromEntries((await all()).map(({ id, target }) => [id, target.document]));

  it('keeps all but where it is filed, and is undone as that alone', async () => {
    const records = [record({ id: 'one' }), record({ id: 'two', quote: 'Other words' })];
    await createEvidenceStore().putBack(records);
    const actions = await mounted(useEvidenceActions, say);
    expect(await actions.now.move(records, HERE)).toBe(true);
    const moved = await all();
    expect(moved.map(({ target }) => target)).toEqual(
      records.map(({ target }) => ({ ...target, ...HERE })),
    );
    expect(say.mock.lastCall?.[0].text).toBe('leftBehind_moved 2');

    const [one] = moved as [Evidence];
    const selector = record({ quote: 'New words' }).target.selector;
    await createEvidenceStore().change(one, { target: { ...one.target, selector }, note: 'Since' });
    await undoLast();
    const [first, second] = await all();
    expect(second?.target).toEqual(records[1]?.target);
    expect(first).toMatchObject({ note: 'Since', target: { ...records[0]?.target, selector } });
    expect(say).toHaveBeenCalledOnce();

    await actions.now.move(records, HERE);
    await createEvidenceStore().remove([one]);
    await undoLast(true);
    expect(say).toHaveBeenLastCalledWith({ text: 'evidence_undonePart 1 2' });
  });

  it('leaves alone what was deleted or moved meanwhile, before it and before its undo', async () => {
    const [one, two, gone] = [record({ id: 'one' }), record({ id: 'two' }), record({ id: 'gone' })];
    const store = createEvidenceStore();
    await store.putBack([one, two]);
    const elsewhere = { target: { ...one.target, document: 'https://elsewhere.test/' } };
    await store.change(one, elsewhere);
    const actions = await mounted(useEvidenceActions, say);
    await actions.now.move([one, two, gone], HERE);
    expect(await filed()).toEqual({ one: 'https://elsewhere.test/', two: HERE.document });
    expect(say.mock.lastCall?.[0].text).toBe('leftBehind_moved 1');

    await store.change(two, elsewhere);
    await undoLast();
    expect(await filed()).toMatchObject({ two: 'https://elsewhere.test/' });
    expect(say).toHaveBeenLastCalledWith({ text: 'evidence_changedSince' });
    await actions.now.move([one, two, gone], HERE);
    expect(say).toHaveBeenLastCalledWith({ text: 'evidence_notMoved' });
  });
});

it('undoes only what the change made, and leaves what was written since', async () => {
  const one = record({ id: 'one' });
  await createEvidenceStore().putBack([one]);
  const actions = await mounted(useEvidenceActions, say);
  await actions.now.change(one, { note: 'Mine', kind: 'peer' }, 'Saved');
  const [saved] = (await all()) as [Evidence];
  await createEvidenceStore().change(saved, { note: 'Since' });
  await undoLast();
  expect(await all()).toMatchObject([{ note: 'Since', kind: one.kind }]);
  await undoLast();
  expect(say).toHaveBeenLastCalledWith({ text: 'evidence_changedSince' });
});

it('lets a note be written into one of two that say the same already', async () => {
  const [one, twin] = [record({ id: 'one' }), record({ id: 'twin' })];
  await createEvidenceStore().putBack([one, twin]);
  const actions = await mounted(useEvidenceActions, say);
  expect(await actions.now.change(one, { note: 'Mine', when: '2026-05-01' })).toBe(true);
  expect(await all()).toMatchObject([{ id: 'one', note: 'Mine' }, { id: 'twin' }]);
});

it('says nothing of a change that needs no word', async () => {
  const one = record({ id: 'one' });
  await createEvidenceStore().putBack([one]);
  const actions = await mounted(useEvidenceActions, say);
  expect(await actions.now.change(one, { note: 'Mine' })).toBe(true);
  expect(say).not.toHaveBeenCalled();
});

it('brings back with one Undo all that was deleted while the notice before stood there', async () => {
  const [one, two] = [record({ id: 'one' }), record({ id: 'two', quote: 'Other words' })];
  await createEvidenceStore().putBack([one, two]);
  const actions = await mounted(useEvidenceActions, say);
  let notice: Notice | undefined;
  say.mockImplementation((next) => {
    notice = typeof next === 'function' ? next(notice) : next;
  });

  expect(await actions.now.remove(one)).toBe(true);
  expect(notice?.text).toBe('evidence_deleted 1');
  expect(await actions.now.remove(two)).toBe(true);
  expect(await all()).toEqual([]);
  notice?.action?.run();
  await vi.waitFor(async () => expect(await all()).toEqual([one, two]));

  // What stands there of anything else brings back nothing of what was deleted before it.
  notice = { text: 'Something else' };
  await actions.now.remove(two);
  notice?.action?.run();
  await vi.waitFor(async () => expect(await all()).toEqual([one, two]));
});

it('says that a change goes on where the browser is slow to store it', async () => {
  const one = record({ id: 'one' });
  await createEvidenceStore().putBack([one]);
  const { said, say } = noticeBoard();
  const actions = await mounted(useEvidenceActions, say);
  const stored = later<void>();
  vi.spyOn(browser.storage.local, 'set').mockReturnValue(stored.promise as never);
  const done = actions.now.date([one], '2026-06-30');
  await expect.poll(() => said, SLOW).toEqual([{ text: 'evidence_changing', goesOn: true }]);
  stored.keep();
  expect(await done).toBe(true);
  expect(said.at(-1)?.text).toContain('coverage_dated');
});

it('says so where the browser refuses, and that it is not done', async () => {
  const one = record({ id: 'one' });
  await createEvidenceStore().putBack([one]);
  const actions = await mounted(useEvidenceActions, say);
  const local = browser.storage.local;
  vi.spyOn(local, 'set').mockRejectedValue(new Error('IO error'));
  vi.spyOn(local, 'remove').mockRejectedValue(new Error('IO error'));
  const acts = [
    ['refused', () => actions.now.change(one, { note: 'x' }, 'Saved')],
    ['notDone', () => actions.now.change(one, { target: one.target }, 'Attached')],
    ['notDone', () => actions.now.date([one], '2026-06-30')],
    ['notDone', () => actions.now.move([one], { ...one.target, document: 'elsewhere' })],
    ['notDone', () => actions.now.remove(one)],
  ] as const;
  for (const [why, act] of acts) {
    say.mockReset();
    expect(await act()).toBe(false);
    expect(say.mock.calls).toEqual([[{ text: `failure_${why} IO error`, tone: 'error' }]]);
  }
  expect(await all()).toEqual([one]);
});
