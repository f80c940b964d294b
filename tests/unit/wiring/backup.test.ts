import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createEvidenceStore } from '../../../data/evidence';
import { toBackup } from '../../../data/export/json';
import { readBackup } from '../../../data/import/json';
import type { Ladder } from '../../../data/ladder';
import { addLadders, BUNDLED_LADDERS, keepLadder, ownLaddersItem } from '../../../data/library';
import { DEFAULT_SETTINGS, settingsItem } from '../../../data/settings';
import { restore } from '../../../entrypoints/wiring/saving/backup';
import { LADDER, record } from '../../fixtures/records';
import { stored } from '../support/stored';

const store = createEvidenceStore(fakeBrowser.storage.local as never);
const LATER = '2026-05-01T12:00:00.000Z';

function backupOf(...evidence: ReturnType<typeof record>[]) {
  return backupWith([LADDER], evidence);
}

function backupWith(ladders: readonly Ladder[], evidence: ReturnType<typeof record>[] = []) {
  const settings = { ...DEFAULT_SETTINGS, ladder: LADDER.id, level: 'pm2' };
  const text = toBackup({ evidence, ladders, settings, exportedAt: new Date() });
  const read = readBackup(text);
  if (!read.ok) throw new Error(read.problem);
  return read;
}

it('adding ladders replaces none that came meanwhile', async () => {
  await keepLadder(LADDER);
  const changes = await addLadders([
    { ...LADDER, name: 'Another' },
    { ...LADDER, id: 'new' },
  ]);
  expect(changes.map(({ id }) => id)).toEqual(['new']);
  expect((await ownLaddersItem.getValue())[LADDER.id]?.name).toBe(LADDER.name);
});

describe('restoring a backup', () => {
  const here = record({ id: 'here' });
  const moved = record({
    id: 'here',
    modified: LATER,
    target: { document: 'https://example.com/2' },
  });
  const other = record({ id: 'other', quote: 'Other words' });

  it('takes over evidence, ladders and, before the first run, the settings', async () => {
    await store.putBack([here]);
    const done = await restore(backupOf(moved, other));
    expect(done).toMatchObject({ added: 1, updated: 1, unchanged: 0, ladders: 1 });
    expect((await store.all()).evidence).toEqual([moved, other]);
    expect(await store.ofDocument(here.target.document)).toEqual([other]);
    expect(await settingsItem.getValue()).toMatchObject({ ladder: LADDER.id });
  });

  it('is undone whole', async () => {
    await store.putBack([here]);
    const done = await restore(backupOf(moved, other));
    expect(await done.undo()).toBe(true);
    expect((await store.all()).evidence).toEqual([here]);
    expect(await store.ofDocument(moved.target.document)).toEqual([]);
    expect(await ownLaddersItem.getValue()).toEqual({});
    expect(await settingsItem.getValue()).toEqual(DEFAULT_SETTINGS);
  });

  it('replaces no record of a newer version of Rung that is stored here', async () => {
    const newer = { ...here, schema: 2, more: [1] };
    await store.putBack([newer as never]);
    const done = await restore(backupOf({ ...here, modified: LATER }));
    expect(done).toMatchObject({ added: 0, updated: 0, unchanged: 1 });
    expect(await store.all()).toEqual({ evidence: [], unreadable: [newer] });
  });

  it('loses no change that is made while it runs', async () => {
    await store.putBack([here]);
    const [, { after }] = await Promise.all([
      restore(backupOf({ ...here, level: 'pm3', modified: '2026-03-05T12:00:00.000Z' })),
      store.change(here, { note: 'What Ana said' }),
    ]);
    expect(after.note).toBe('What Ana said');
    expect(await store.byId('here')).toMatchObject({ note: 'What Ana said' });
  });

  it('settles on one id with the other device, and is undone with both', async () => {
    const mine = record({ id: 'z' });
    await store.putBack([mine]);
    const done = await restore(backupOf(record({ id: 'b' })));
    expect(done).toMatchObject({ added: 0, updated: 0, unchanged: 1 });
    expect((await store.all()).evidence).toEqual([{ ...mine, id: 'b' }]);
    await done.undo();
    expect((await store.all()).evidence).toEqual([mine]);
  });

  it('leaves what was typed since into the form of a record that took the other id', async () => {
    const mine = record({ id: 'z' });
    await store.putBack([mine]);
    const done = await restore(backupOf(record({ id: 'b' })));
    const { after } = await store.change(mine, { note: 'Typed meanwhile' });
    await done.undo();
    expect((await store.all()).evidence).toEqual([after]);
  });

  it('leaves what another backup brought since that was changed at the same time', async () => {
    await store.putBack([here]);
    const [second, third] = ['pm3', 'pm4'].map((level) => ({ ...here, level })) as [
      typeof here,
      typeof here,
    ];
    const done = await restore(backupOf(second));
    await restore(backupOf(third));
    await done.undo();
    expect((await store.all()).evidence).toEqual([third]);
  });

  it('leaves the level that is chosen, and names the ladder that is added, while it runs', async () => {
    const chosen = { ...DEFAULT_SETTINGS, ladder: 'intercom-pm', level: 'pm' };
    const { set } = fakeBrowser.storage.local;
    const slow = vi.spyOn(fakeBrowser.storage.local, 'set');
    slow.mockImplementationOnce(async (values) => {
      slow.mockImplementation(set);
      await settingsItem.setValue(chosen);
      await keepLadder({ ...LADDER, summary: 'Another.' });
      await set(values);
    });
    const done = await restore(backupOf(other));
    expect(await settingsItem.getValue()).toEqual(chosen);
    expect(done).toMatchObject({
      ladders: 0,
      differing: [{ here: { summary: 'Another.' } }],
      settings: {},
      offered: { change: { ladder: LADDER.id, level: 'pm2' } },
    });
    await done.undo();
    expect(await settingsItem.getValue()).toEqual(chosen);
  });

  it('leaves what was changed or deleted since when it is undone', async () => {
    await store.putBack([here]);
    const done = await restore(backupOf(moved, other, record({ id: 'third', quote: 'More' })));
    const { after: changed } = await store.change(moved, { note: 'Since' });
    const { after: added } = await store.change(other, { note: 'Since' });
    expect(await done.undo()).toBe(true);
    expect((await store.all()).evidence).toEqual([changed, added]);
  });

  it('says that nothing is undone where all was changed since', async () => {
    await settingsItem.setValue({ ...DEFAULT_SETTINGS, ladder: 'intercom-pm', level: 'pm' });
    const done = await restore(backupOf(other));
    await store.change(other, { note: 'Since' });
    await keepLadder({ ...LADDER, summary: 'Since.' });
    expect(await done.undo()).toBe(false);
  });

  it('leaves what was changed since in its document, and undoes the rest', async () => {
    await store.putBack([here]);
    const mended = { ...here, level: 'pm3', modified: LATER };
    const done = await restore(backupOf(mended, other));
    const { after: changed } = await store.change(mended, { note: 'Since' });
    await done.undo();
    expect((await store.all()).evidence).toEqual([changed]);
  });

  it('leaves a ladder that was replaced since when it is undone', async () => {
    const done = await restore(backupOf(other));
    const since = { ...LADDER, summary: 'Since.' };
    await keepLadder(since);
    await done.undo();
    expect(await ownLaddersItem.getValue()).toEqual({ [LADDER.id]: since });
  });

  it('names a ladder that has the id of one that comes with Rung, unless it is here', async () => {
    const [bundled] = BUNDLED_LADDERS as [Ladder];
    const own = { ...LADDER, id: bundled.id };
    const done = await restore(backupWith([own]));
    expect(done).toMatchObject({ ladders: 0, differing: [], clashing: [own] });
    expect(await ownLaddersItem.getValue()).toEqual({});
    expect((await restore(backupWith([bundled]))).clashing).toEqual([]);
    await keepLadder({ ...own, id: 'another' });
    expect((await restore(backupWith([own]))).clashing).toEqual([]);
  });

  it('puts a damaged record back that stood under the same id', async () => {
    const damaged = { ...other, kind: 'nobody' };
    await store.putBack([here, damaged as never]);
    const before = await stored();
    const done = await restore(backupOf(moved, other));
    expect((await store.all()).unreadable).toEqual([]);
    await done.undo();
    expect((await store.all()).unreadable).toEqual([damaged]);
    for (const [key, value] of Object.entries(before)) {
      expect(await fakeBrowser.storage.local.get(key)).toEqual({ [key]: value });
    }
  });

  it('does so where the browser refuses the evidence', async () => {
    const damaged = { ...other, kind: 'nobody' };
    await store.putBack([here, damaged as never]);
    const { remove } = fakeBrowser.storage.local;
    const refuse = vi.spyOn(fakeBrowser.storage.local, 'remove');
    refuse.mockRejectedValueOnce(new Error('IO error'));
    await expect(restore(backupOf(moved, other))).rejects.toThrow('IO error');
    refuse.mockImplementation(remove);
    expect(await store.all()).toEqual({ evidence: [here], unreadable: [damaged] });
    expect(await store.ofDocument(moved.target.document)).toEqual([]);
  });

  it('takes the review period where there is none, offers the rest, and leaves what was set since', async () => {
    const mine = { ...DEFAULT_SETTINGS, ladder: 'intercom-pm', level: 'pm' };
    await settingsItem.setValue(mine);
    const period = { periodFrom: '2026-01-01', periodTo: '2026-06-30' };
    const backup = backupOf(other);
    const read = { ...backup, settings: { ...backup.settings, ...period } };
    const done = await restore(read);
    expect(await settingsItem.getValue()).toEqual({ ...mine, ...period });
    expect(done.offered?.change).toEqual({ ladder: LADDER.id, level: 'pm2' });
    await settingsItem.setValue({ ...mine, ...period, level: 'senior-pm' });
    await done.undo();
    expect(await settingsItem.getValue()).toEqual({ ...mine, level: 'senior-pm' });
  });

  it.each([
    ['the ladders', ownLaddersItem],
    ['the settings', settingsItem],
  ])('leaves everything as it was where the browser refuses %s', async (_, item) => {
    await store.putBack([here]);
    const { setValue } = item;
    let refused = 0;
    item.setValue = (value: never) =>
      refused++ === 0 ? Promise.reject(new Error('disk full')) : setValue(value);
    await expect(restore(backupOf(moved, other))).rejects.toThrow('disk full');
    item.setValue = setValue as never;
    expect((await store.all()).evidence).toEqual([here]);
    expect(await ownLaddersItem.getValue()).toEqual({});
    expect(await settingsItem.getValue()).toEqual(DEFAULT_SETTINGS);
  });
});
