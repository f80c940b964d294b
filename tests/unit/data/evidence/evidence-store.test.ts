import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  createEvidenceStore,
  type Evidence,
  type EvidenceDraft,
  StorageFailure,
} from '../../../../data/evidence';
import { documentPrefix, keyOf } from '../../../../data/evidence/keys';
import { STAMP } from '../../../../data/evidence/known-keys';
import { stored } from '../../support/stored';

const area = fakeBrowser.storage.local;
const draft = (exact: string, document = 'https://example.org/review'): EvidenceDraft => ({
  ladder: 'intercom-pm',
  subSkill: 'ownership',
  level: 'pm',
  kind: 'self',
  note: '',
  target: {
    source: document,
    document,
    title: 'Review',
    surface: 'page',
    selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }],
  },
});

let now = Date.UTC(2026, 5, 1);
const store = () => createEvidenceStore(area as never, () => now++);
/** Stores a piece of evidence, whatever is there already. */
async function tag(one: EvidenceDraft, into = store()): Promise<Evidence> {
  const { records } = await into.addUnsaid([one], one.target.document, () => false);
  return records[0] as Evidence;
}

beforeEach(() => {
  now = Date.UTC(2026, 5, 1);
});

test('each record has a key of its own, with its document in front', async () => {
  const one = await tag(draft('I fixed it.'));
  expect(Object.keys(await stored())).toEqual([keyOf(one)]);
  expect(keyOf(one).startsWith(documentPrefix('https://example.org/review'))).toBe(true);
});

test('many tabs that tag at the same moment lose nothing', async () => {
  await Promise.all(Array.from({ length: 50 }, (_, index) => tag(draft(`Passage ${index}`))));
  expect((await store().all()).evidence).toHaveLength(50);
});

test('a page reads only its own evidence', async () => {
  await tag(draft('Here'));
  await tag(draft('There', 'https://example.org/other'));
  const here = await store().ofDocument('https://example.org/review');
  expect(here.map(({ target }) => target.selector[0].exact)).toEqual(['Here']);
});

test('a record is found by its id among others, and no other in its place', async () => {
  const [one, two] = [await tag(draft('I fixed it.')), await tag(draft('And this.'))];
  expect(await store().byId(two.id)).toEqual(two);
  expect(await store().byId(one.id)).toEqual(one);
  expect(await store().byId('nobody')).toBeUndefined();
});

/** The same storage, and how often its keys were listed and what was read of it. */
function watched() {
  const listed = vi.fn(async () => Object.keys(await area.get(null)));
  const get = vi.fn((keys: string[]) => area.get(keys));
  return { listed, get, into: createEvidenceStore({ ...area, getKeys: listed, get } as never) };
}

test('several records are found by their ids in one look at the keys, in the order of the ids', async () => {
  const [one, two] = [await tag(draft('I fixed it.')), await tag(draft('And this.'))];
  await tag(draft('Something else.'));
  const { listed, get, into } = watched();
  expect(await into.byIds([two.id, 'nobody', one.id])).toEqual([two, one]);
  expect(listed).toHaveBeenCalledOnce();
  expect(get.mock.calls.flat(2).sort()).toEqual([STAMP, keyOf(one), keyOf(two)].sort());
  expect(await into.byIds([])).toEqual([]);
});

test('whether a document has evidence is told without reading that of others', async () => {
  const one = await tag(draft('Here'));
  const { get, into } = watched();
  expect(await into.hasAny('https://example.org/other')).toBe(false);
  expect(get.mock.calls.flat(2)).toEqual([STAMP]);
  expect(await into.hasAny('https://example.org/review')).toBe(true);
  await into.remove([one]);
  expect(await into.hasAny('https://example.org/review')).toBe(false);
});

test('a change keeps the record and its time of creation, and says when', async () => {
  const one = await tag(draft('I fixed it.'));
  const { before, after } = await store().change(one, { note: 'In March.' });
  expect(before).toEqual(one);
  expect(after).toEqual({ ...one, note: 'In March.', modified: '2026-06-01T00:00:00.001Z' });
  expect((await store().all()).evidence).toEqual([after]);
});

test('a change is later than the one before, also where the clock ran ahead meanwhile', async () => {
  const ahead = {
    ...(await tag(draft('I fixed it.'))),
    modified: '2031-01-01T00:00:00.000Z',
  };
  await area.set({ [keyOf(ahead)]: ahead });
  const { after } = await store().change(ahead, { note: 'In March.' });
  expect(after.modified).toBe('2031-01-01T00:00:00.001Z');
});

test('after the last time that can be written a record can still be read', async () => {
  const one = await tag(draft('I fixed it.'));
  await area.set({ [keyOf(one)]: { ...one, modified: '9999-12-31T23:59:59.999Z' } });
  await store().change(one, { note: 'In March.' });
  expect((await store().all()).evidence).toMatchObject([{ note: 'In March.' }]);
});

test('evidence that moves to another document is found there and nowhere else', async () => {
  const one = await tag(draft('I fixed it.'));
  const { target } = draft('I fixed it.', 'https://example.org/other');
  await store().change(one, { target });
  expect(await store().ofDocument('https://example.org/review')).toEqual([]);
  expect(await store().ofDocument('https://example.org/other')).toHaveLength(1);
  expect(await store().byId(one.id)).toMatchObject({ target });
});

test('what was deleted comes back as it was', async () => {
  const one = await tag(draft('I fixed it.'));
  await store().remove([one]);
  expect((await store().all()).evidence).toEqual([]);
  await store().putBack([one]);
  expect((await store().all()).evidence).toEqual([one]);
});

test('what was deleted does not come back over what was stored since, here or elsewhere', async () => {
  const [one, two] = [await tag(draft('I fixed it.')), await tag(draft('And this.'))];
  const { target } = draft('I fixed it.', 'https://example.org/other');
  await store().remove([one, two]);
  const { after: since } = await store().change(one, { note: 'Typed meanwhile', target });
  expect(await store().putBack([one, two])).toEqual([two]);
  expect(Object.values(await stored())).toEqual([since, two]);
});

test('a record of a newer version of Rung is kept and set apart', async () => {
  const one = await tag(draft('I fixed it.'));
  const newer = { ...one, id: 'newer', schema: 2, mood: 'bright' };
  await area.set({ [keyOf(newer)]: newer });
  const { evidence, unreadable } = await store().all();
  expect(evidence).toEqual([one]);
  expect(unreadable).toEqual([newer]);
  await store().change(one, { note: 'x' });
  expect(Object.values(await area.get(keyOf(newer)))).toEqual([newer]);
});

test('a record whose id is the name of something else stored is taken for nothing but itself', async () => {
  const named = { ...(await tag(draft('I fixed it.'))), id: 'settings' };
  await area.clear();
  await area.set({ settings: { level: 'pm' } });
  expect(await store().putBack([named])).toEqual([named]);
  expect(await store().byId('settings')).toEqual(named);
  await store().remove([named]);
  expect(await stored()).toEqual({ settings: { level: 'pm' } });
});

test('of several only those that are as they were are deleted', async () => {
  const [one, two, three] = [await tag(draft('1')), await tag(draft('2')), await tag(draft('3'))];
  await store().change(two, { note: 'Meanwhile' });
  expect(await store().removeUnchanged([one, two, three])).toEqual([one, three]);
  expect((await store().all()).evidence).toMatchObject([{ id: two.id, note: 'Meanwhile' }]);
});

describe('what is damaged', () => {
  const key = 'evidence:0:damaged';
  const other = 'evidence:0:other';

  test('is found by its key, and is nothing that any Rung wrote', async () => {
    const one = await tag(draft('I fixed it.'));
    const newer = { ...one, id: 'newer', schema: 2 };
    await area.set({ [keyOf(newer)]: newer, [key]: 'no record', settings: {} });
    expect(await store().damaged()).toEqual({ [key]: 'no record' });
  });

  test('stays where it was changed after it was read', async () => {
    await area.set({ [key]: { note: 'x' }, [other]: { note: 'y' } });
    const damaged = await store().damaged();
    await area.set({ [other]: { note: 'since' } });
    const undo = await store().removeDamaged(damaged);
    expect(await stored()).toEqual({ [other]: { note: 'since' } });
    expect(await undo()).toBe(true);
    expect(await stored()).toEqual({ [key]: { note: 'x' }, [other]: { note: 'since' } });
  });

  test('is put back in the place of nothing that was stored since', async () => {
    await area.set({ [key]: { note: 'x' } });
    const undo = await store().removeDamaged(await store().damaged());
    await area.set({ [key]: { note: 'since' } });
    expect(await undo()).toBe(false);
    expect(await stored()).toEqual({ [key]: { note: 'since' } });
  });
});

test('settings and other keys are no evidence', async () => {
  await area.set({ settings: { level: 'pm' } });
  expect(await store().all()).toEqual({ evidence: [], unreadable: [] });
});

test('every change is told, until nobody listens any more', async () => {
  const heard: unknown[] = [];
  const stop = store().subscribe((change) => heard.push(change));
  const one = await tag(draft('I fixed it.'));
  await store().remove([one]);
  await area.set({ settings: {} });
  stop();
  await tag(draft('Unheard'));
  expect(heard).toEqual([
    { saved: [one], removed: [], unreadable: [], wasUnreadable: [] },
    { saved: [], removed: [keyOf(one)], unreadable: [], wasUnreadable: [] },
  ]);
});

test('two who change parts of one record both keep what they changed', async () => {
  const one = await tag(draft('I fixed it.'));
  await store().change(one, { note: 'In March.' });
  await store().change(one, { level: 'senior-pm' });
  expect(await store().byId(one.id)).toMatchObject({ note: 'In March.', level: 'senior-pm' });
});

test('so do two who change them at the same time', async () => {
  const one = await tag(draft('I fixed it.'));
  await Promise.all([
    store().change(one, { note: 'In March.' }),
    store().change(one, { level: 'senior-pm' }),
  ]);
  expect(await store().byId(one.id)).toMatchObject({ note: 'In March.', level: 'senior-pm' });
});

test('a change that would say what another record of the document says already is refused', async () => {
  const [one, two] = [await tag(draft('I fixed it.')), await tag(draft('Again.'))];
  const elsewhere = await tag(draft('I fixed it.', 'https://example.org/other'));
  const asked: string[] = [];
  const isSaid = (other: Evidence, { note }: Evidence) => {
    asked.push(other.id);
    return other.id === two.id && note === 'The same';
  };
  await expect(store().change(one, { note: 'The same' }, isSaid)).rejects.toMatchObject({
    reason: 'said',
  });
  expect(await store().byId(one.id)).toEqual(one);
  expect(asked).not.toContain(elsewhere.id);
  await store().change(one, { note: 'Another' }, isSaid);
  expect(await store().byId(one.id)).toMatchObject({ note: 'Another' });
});

test('what is changed without a document is compared with all there is', async () => {
  const pasted = await tag(draft('I fixed it.', ''));
  const other = await tag(draft('I fixed it.', 'https://example.org/other'));
  const isSaid = ({ id }: Evidence) => id === other.id;
  await expect(store().change(pasted, { note: 'x' }, isSaid)).rejects.toMatchObject({
    reason: 'said',
  });
});

test('a record that moved meanwhile is changed where it is now', async () => {
  const one = await tag(draft('I fixed it.'));
  const { target } = draft('I fixed it.', 'https://example.org/other');
  await store().change(one, { target });
  await store().change(one, { note: 'In March.' });
  expect(Object.values(await stored())).toMatchObject([{ note: 'In March.', target }]);
});

test('what is typed into a record that was deleted meanwhile is stored', async () => {
  const one = await tag(draft('I fixed it.'));
  await store().remove([one]);
  await store().change(one, { note: 'In March.' });
  expect((await store().all()).evidence).toMatchObject([{ id: one.id, note: 'In March.' }]);
});

test('what a newer version of Rung made of a record is not changed by this one, and is told of', async () => {
  const one = await tag(draft('I fixed it.'));
  const newer = { ...one, schema: 2, mood: 'bright' };
  const heard: unknown[] = [];
  const stop = store().subscribe((change) => heard.push(change));
  await area.set({ [keyOf(newer)]: newer });
  stop();
  expect(heard).toEqual([
    { saved: [], removed: [keyOf(one)], unreadable: [newer], wasUnreadable: [] },
  ]);
  await expect(store().change(one, { note: 'x' })).rejects.toMatchObject({ reason: 'newer' });
  expect(Object.values(await stored())).toEqual([newer]);
});

test('what a half-refused move left twice is deleted whole', async () => {
  const one = await tag(draft('I fixed it.'));
  const { target } = draft('I fixed it.', 'https://example.org/other');
  const stuck = { ...area, remove: () => Promise.reject(new Error('IO error')) };
  const moving = createEvidenceStore(stuck as never, () => now++).change(one, { target });
  await expect(moving).rejects.toMatchObject({ reason: 'refused' });
  const { evidence } = await store().all();
  expect(evidence).toMatchObject([{ id: one.id, target }]);
  expect(await store().ofDocument(one.target.document)).toEqual([]);
  expect(await store().ofDocument(target.document)).toEqual(evidence);
  await store().remove(evidence);
  expect(await stored()).toEqual({});
});

test('a day can be given to a record and taken away again', async () => {
  const one = await tag(draft('I fixed it.'));
  const { after: dated } = await store().change(one, { when: '2026-05-30' });
  expect(await store().byId(one.id)).toEqual({
    ...one,
    when: '2026-05-30',
    modified: dated.modified,
  });
  const { after: undated } = await store().change(dated, { when: undefined });
  expect('when' in undated).toBe(false);
  expect(await store().byId(one.id)).toEqual({ ...one, modified: undated.modified });
});

describe('several records', () => {
  const add = () => Promise.all(['One', 'Two', 'Three'].map((exact) => tag(draft(exact))));

  test('are changed in one write, as they are stored now', async () => {
    const [one, two, three] = await add();
    if (!one || !two || !three) throw new Error('Nothing was stored.');
    await store().change(one, { note: 'Meanwhile' });
    await store().remove([three]);
    const set = vi.spyOn(area, 'set');
    const changed = await store().changeAll([one, two, three], ({ note }) =>
      note === '' ? { when: '2026-05-30', note: 'Dated' } : { when: '2026-05-30' },
    );
    expect(set).toHaveBeenCalledOnce();
    expect(changed).toHaveLength(2);
    const { evidence } = await store().all();
    expect(evidence.map(({ note, when }) => [note, when])).toEqual([
      ['Meanwhile', '2026-05-30'],
      ['Dated', '2026-05-30'],
    ]);
  });

  test('stay as they are where nothing of them is to be changed', async () => {
    const all = await add();
    expect(await store().changeAll(all, () => null)).toEqual([]);
    expect((await store().all()).evidence).toEqual(all);
  });

  test('all stay as they are where one of them is of a newer version of Rung', async () => {
    const [one, two] = await add();
    if (!one || !two) throw new Error('Nothing was stored.');
    await area.set({ [keyOf(two)]: { ...two, schema: 2 } });
    const before = await stored();
    const changing = store().changeAll([one, two], () => ({ when: '2026-05-30' }));
    await expect(changing).rejects.toMatchObject({ reason: 'newer' });
    expect(await stored()).toEqual(before);
  });
});

describe('storage that refuses', () => {
  const refusing = (message: string) => ({
    ...area,
    set: () => Promise.reject(new Error(message)),
  });
  test.each([
    ['Resource::kQuotaBytes quota exceeded', 'full'],
    ['No space left on disk', 'full'],
    [
      'IO error: 003144.log: FILE_ERROR_NO_SPACE (ChromeMethodBFE: 3::WritableFileAppend::8)',
      'full',
    ],
    ['Value was not successfully stored', 'refused'],
    ['Extension context invalidated.', 'gone'],
    ['IO error: lock', 'refused'],
  ] as const)('"%s" means %s', async (message, reason) => {
    const adding = tag(draft('I fixed it.'), createEvidenceStore(refusing(message) as never));
    await expect(adding).rejects.toBeInstanceOf(StorageFailure);
    await expect(adding).rejects.toMatchObject({ reason, message });
  });

  type Store = ReturnType<typeof store>;
  const target = draft('I fixed it.', 'https://example.org/other').target;
  test.each<[string, 'set' | 'remove', (into: Store, one: Evidence) => Promise<unknown>]>([
    ['a change', 'set', (into, one) => into.change(one, { note: 'x' })],
    ['a change of several', 'set', (into, one) => into.changeAll([one], () => ({ note: 'x' }))],
    ['what is put back', 'set', (into, one) => into.putBack([{ ...one, id: 'gone' }])],
    ['a move of several', 'remove', (into, one) => into.changeAll([one], () => ({ target }))],
    ['a deletion', 'remove', (into, one) => into.remove([one])],
    ['a deletion of what is unchanged', 'remove', (into, one) => into.removeUnchanged([one])],
  ])('%s is not said to be done', async (_, method, act) => {
    const one = await tag(draft('I fixed it.'));
    const refuse = () => Promise.reject(new Error('IO error'));
    const into = createEvidenceStore({ ...area, [method]: refuse } as never);
    await expect(act(into, one)).rejects.toMatchObject({ reason: 'refused' });
    expect(await area.get(keyOf(one))).toEqual({ [keyOf(one)]: one });
  });

  test('a record is acknowledged only after it is stored', async () => {
    let finish = () => {};
    const set = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    let acknowledged = false;
    const into = createEvidenceStore({ ...area, set } as never);
    const adding = tag(draft('I fixed it.'), into).then(() => (acknowledged = true));
    await vi.waitFor(() => expect(set).toHaveBeenCalled());
    expect(acknowledged).toBe(false);
    finish();
    await adding;
    expect(acknowledged).toBe(true);
  });
});

test('several records change their document in one go, and leave nothing behind', async () => {
  const one = await tag(draft('I fixed it.'));
  const target = { ...one.target, document: 'https://example.org/other' };
  const [moved] = await store().changeAll([one], () => ({ target }));
  expect(Object.keys(await stored())).toEqual([keyOf(moved as typeof one)]);
  expect(keyOf(moved as typeof one)).not.toBe(keyOf(one));
});
