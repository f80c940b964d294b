// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createEvidenceStore } from '../../../data/evidence';
import { keyOf } from '../../../data/evidence/keys';
import {
  applyChange,
  type Collection,
  useSomeEvidence,
} from '../../../entrypoints/wiring/evidence/use-evidence';
import { record } from '../../fixtures/records';
import { mounted, settled } from '../support/mounted';

const area = fakeBrowser.storage.local;
const store = createEvidenceStore(area as never);

/** What a view knows after changes of storage that it was told of. */
async function following(before: Collection, change: () => Promise<unknown>): Promise<Collection> {
  let known = before;
  const stop = store.subscribe((told) => {
    known = applyChange(known, told);
  });
  await change();
  stop();
  return known;
}

describe('what a view knows of the evidence', () => {
  const one = record({ id: 'one', created: '2026-01-01T00:00:00.000Z' });
  const two = record({ id: 'two', created: '2026-02-01T00:00:00.000Z' });
  const target = { ...one.target, document: 'https://example.com/elsewhere' };
  const before: Collection = { evidence: [two, one], unreadable: [] };

  it('keeps one that moves to another document', async () => {
    await store.putBack([one, two]);
    const after = await following(before, () => store.change(one, { target }));
    expect(after.evidence).toMatchObject([{ id: 'two' }, { id: 'one', target }]);
  });

  it('loses one that is deleted after it moved', async () => {
    await store.putBack([one, two]);
    const after = await following(before, async () => {
      await store.remove([(await store.change(one, { target })).after]);
    });
    expect(after.evidence).toEqual([two]);
  });

  it('sets apart what a newer version of Rung makes of one, once however often it changes', async () => {
    await store.putBack([one, two]);
    const newer = (mood: string) => ({ ...one, schema: 2, mood });
    const after = await following(before, async () => {
      await area.set({ [keyOf(one)]: newer('bright') });
      await area.set({ [keyOf(one)]: newer('brighter') });
    });
    expect(after).toEqual({ evidence: [two], unreadable: [newer('brighter')] });
  });

  it('has the newest first, also where a backup tells of an earlier day', async () => {
    await store.putBack([one, two]);
    const earlier = { ...two, created: '2025-12-01T00:00:00.000Z', note: 'In December' };
    const after = await following(before, () =>
      store.merge([{ ...earlier, modified: '2026-03-05T00:00:00.000Z' }]),
    );
    expect(after.evidence).toMatchObject([{ id: 'one' }, { id: 'two', created: earlier.created }]);
  });

  it('forgets what was damaged once it is removed', async () => {
    const damaged = { ...two, kind: 'nobody' };
    await area.set({ [keyOf(two)]: damaged });
    const after = await following({ evidence: [one], unreadable: [damaged] }, () =>
      area.remove(keyOf(two)),
    );
    expect(after).toEqual({ evidence: [one], unreadable: [] });
  });
});

describe('a view of some of the evidence', () => {
  const [one, two] = [record({ id: 'one' }), record({ id: 'two', quote: 'Other words' })];
  const other = record({ id: 'other', quote: 'More words' });

  it('has those it is asked for, in that order, without those that have gone', async () => {
    await store.putBack([one, two, other]);
    const view = await mounted(useSomeEvidence, ['two', 'gone', 'one']);
    expect(view.now).toEqual([two, one]);
    await area.set({ [keyOf(one)]: { ...one, note: 'Later' } });
    await settled();
    expect(view.now?.map(({ note }) => note)).toEqual(['', 'Later']);
    await view.give(['other']);
    expect(view.now).toEqual([other]);
    await view.end();
  });

  it('keeps up with what is changed, deleted and put back', async () => {
    await store.putBack([one, two]);
    const view = await mounted(useSomeEvidence, ['one', 'two']);
    const { after } = await store.change(two, { note: 'As Ines said.' });
    await settled();
    expect(view.now).toEqual([one, after]);
    await store.remove([one]);
    await settled();
    expect(view.now).toEqual([after]);
    await store.putBack([one]);
    await settled();
    expect(view.now).toEqual([one, after]);
    await view.end();
  });
});
