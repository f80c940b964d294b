// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createEvidenceStore, type Evidence } from '../../../../data/evidence';
import { keyOf } from '../../../../data/evidence/keys';
import { isTimed, newRecordId } from '../../../../data/evidence/record-id';
import { useEvidence } from '../../../../entrypoints/wiring/evidence/use-evidence';
import { record } from '../../../fixtures/records';
import { later, mounted, settled } from '../../support/mounted';

const DAY_MS = 86_400_000;
const BEGAN = Date.UTC(2026, 0, 1);

/** The record of a day, with an id as Rung gives it. */
function ofDay(day: number): Evidence {
  const created = new Date(BEGAN + day * DAY_MS).toISOString();
  return record({ id: newRecordId(created), created, modified: created });
}

/** Records with ids of their own, as an import brings them. */
const foreign = [record({ id: 'a-1' }), record({ id: 'z-9' })];

/** A storage area that answers a question only when it is let. */
function slowArea(records: readonly Evidence[]) {
  const stored = new Map<string, unknown>(records.map((one) => [keyOf(one), one]));
  const asked: { keys: readonly string[]; answer: () => void; refuse: () => void }[] = [];
  const area = {
    onChanged: fakeBrowser.storage.local.onChanged,
    getKeys: async () => ['settings', ...stored.keys()],
    get: (keys: string | string[]) => {
      if (typeof keys === 'string') return Promise.resolve({});
      const { promise, keep } = later<Record<string, unknown>>();
      let fail: (error: Error) => void = () => {};
      const failed = new Promise<never>((_, reject) => {
        fail = reject;
      });
      const answer = () =>
        keep(
          Object.fromEntries(
            keys.flatMap((key) => (stored.has(key) ? [[key, stored.get(key)]] : [])),
          ),
        );
      asked.push({ keys, answer, refuse: () => fail(new Error('IO error')) });
      return Promise.race([promise, failed]);
    },
  };
  return { area, asked, stored };
}

describe('ids', () => {
  it('of two, the later is the greater', () => {
    const ids = [...Array(50)].map((_, day) => ofDay(day).id);
    expect([...ids].sort()).toEqual(ids);
    expect(ids.every(isTimed)).toBe(true);
  });

  it.each(['a-1', '', '3f0e5b1c-9d2a-4c7b-8a1e-5d6f7a8b9c0d'])('"%s" tells no time', (id) => {
    expect(isTimed(id)).toBe(false);
  });
});

describe('reading in parts', () => {
  const days = [...Array(600)].map((_, day) => ofDay(day));

  it('reads the newest by themselves first, then the others in parts, each once', async () => {
    const { area, asked } = slowArea([...foreign, ...days]);
    const newest = vi.fn();
    const reading = createEvidenceStore(area as never).inParts(newest);
    await settled();
    expect(asked).toHaveLength(1);
    expect(new Set(asked[0]?.keys)).toEqual(new Set(days.slice(-60).map(keyOf)));
    asked[0]?.answer();
    await settled();
    expect(newest).toHaveBeenCalledOnce();
    expect(newest.mock.calls[0]?.[0].evidence).toEqual(days.slice(-60));
    for (let part = 1; part < asked.length; part++) {
      expect(asked[part]?.keys.length).toBeLessThanOrEqual(125);
      asked[part]?.answer();
      await settled();
    }
    expect(asked.flatMap(({ keys }) => keys)).toHaveLength(602);
    expect((await reading).evidence).toHaveLength(602);
    expect(newest).toHaveBeenCalledOnce();
  });

  it('has two parts of the others under way at a time', async () => {
    const { area, asked } = slowArea(days);
    const reading = createEvidenceStore(area as never).inParts(() => {});
    await settled();
    asked[0]?.answer();
    for (let part = 1; part < 6; part++) {
      await settled();
      expect(asked).toHaveLength(Math.min(part + 2, 6));
      asked[part]?.answer();
    }
    expect((await reading).evidence).toHaveLength(600);
  });

  it.each([1, 2])(
    'is refused where part %i is, whatever becomes of the others',
    async (refused) => {
      const { area, asked } = slowArea(days);
      const reading = createEvidenceStore(area as never).inParts(() => {});
      const refusal = expect(reading).rejects.toThrow('IO error');
      await settled();
      asked[0]?.answer();
      await settled();
      for (const part of [2, 1]) {
        if (part >= refused) asked[part]?.refuse();
        else asked[part]?.answer();
        await settled();
      }
      await refusal;
    },
  );

  it('shows nothing before the rest where no key tells its time', async () => {
    const { area, asked } = slowArea(foreign);
    const newest = vi.fn();
    const reading = createEvidenceStore(area as never).inParts(newest);
    await settled();
    asked[0]?.answer();
    expect((await reading).evidence).toHaveLength(2);
    expect(newest).not.toHaveBeenCalled();
  });

  it('of a record that two parts have, the later stays', async () => {
    const one = days[599] as Evidence;
    const target = { ...one.target, document: 'https://example.com/moved' };
    const moved = { ...one, target, modified: new Date(BEGAN + 700 * DAY_MS).toISOString() };
    const { area, asked } = slowArea([...days, moved]);
    const reading = createEvidenceStore(area as never).inParts(() => {});
    for (let part = 0; part < 6; part++) {
      await settled();
      asked[part]?.answer();
    }
    const { evidence } = await reading;
    expect(evidence).toHaveLength(600);
    expect(evidence.find(({ id }) => id === one.id)).toEqual(moved);
  });
});

describe('reading the newest alone', () => {
  const days = [...Array(600)].map((_, day) => ofDay(day));

  /** What is read for so many, of an area that answers each question once it is let. */
  async function newest(count: number, records: readonly Evidence[]) {
    const { area, asked } = slowArea(records);
    const reading = createEvidenceStore(area as never).newest(count);
    for (let part = 0; part < 8; part++) {
      await settled();
      asked[part]?.answer();
    }
    return { snapshot: await reading, asked: asked.map(({ keys }) => keys) };
  }

  it('reads as many as are wanted, in parts, and nothing else', async () => {
    const { snapshot, asked } = await newest(300, [...foreign, ...days]);
    expect(snapshot).toEqual({ evidence: days.slice(-300), unreadable: [] });
    expect(asked.flat()).toHaveLength(300);
    expect(Math.max(...asked.map(({ length }) => length))).toBeLessThanOrEqual(125);
  });

  it('takes those whose ids tell no time after all others', async () => {
    const { snapshot } = await newest(4, [...foreign, ...days.slice(0, 3)]);
    expect(snapshot.evidence).toHaveLength(4);
    expect(snapshot.evidence).toEqual(expect.arrayContaining(days.slice(0, 3)));
  });

  it('sets apart what a newer version of Rung wrote', async () => {
    const newer = { ...(days[1] as Evidence), schema: 2 };
    const { snapshot } = await newest(2, [days[0], newer] as Evidence[]);
    expect(snapshot).toEqual({ evidence: [days[0]], unreadable: [newer] });
  });

  it('reads everything where the browser does not list keys, and gives as many', async () => {
    const get = async () => Object.fromEntries(days.map((one) => [keyOf(one), one]));
    const store = createEvidenceStore({ get } as never);
    expect((await store.newest(2)).evidence).toEqual(days.slice(-2));
  });
});

describe('a view of all evidence', () => {
  const days = [...Array(70)].map((_, day) => ofDay(day));
  const newestFirst = [...days].reverse();
  const { trigger } = fakeBrowser.storage.local.onChanged;

  beforeEach(() => vi.restoreAllMocks());

  async function opened() {
    const slow = slowArea(days);
    vi.spyOn(browser.storage, 'local', 'get').mockReturnValue(slow.area as never);
    const view = await mounted(useEvidence, undefined);
    return { ...slow, view };
  }

  it('has the newest first, and says that there is more', async () => {
    const { view, asked } = await opened();
    expect(view.now).toMatchObject({ collection: undefined, complete: false });
    asked[0]?.answer();
    await settled();
    expect(view.now.complete).toBe(false);
    expect(view.now.collection?.evidence).toEqual(newestFirst.slice(0, 60));
    asked[1]?.answer();
    await settled();
    expect(view.now.complete).toBe(true);
    expect(view.now.collection?.evidence).toEqual(newestFirst);
    await view.end();
  });

  it('loses no change that is made while it reads', async () => {
    const { view, asked } = await opened();
    const [shown, unread] = [days[69], days[0]] as [Evidence, Evidence];
    const gone = days[68] as Evidence;
    const change = (one: Evidence, note: string | null) =>
      trigger({
        [keyOf(one)]: { oldValue: one, ...(note !== null && { newValue: { ...one, note } }) },
      });
    change(shown, 'Changed before it was read.');
    asked[0]?.answer();
    await settled();
    expect(view.now.collection?.evidence[0]?.note).toBe('Changed before it was read.');
    change(shown, 'Changed again.');
    change(unread, 'Changed unread.');
    change(gone, null);
    await settled();
    expect(view.now.collection?.evidence[0]?.note).toBe('Changed again.');
    asked[1]?.answer();
    await settled();
    const { evidence = [] } = view.now.collection ?? {};
    expect(evidence).toHaveLength(69);
    expect(evidence[0]?.note).toBe('Changed again.');
    expect(evidence.at(-1)?.note).toBe('Changed unread.');
    expect(evidence).not.toContainEqual(gone);
    await view.end();
  });

  it('does not go on as if more were to come where the rest cannot be read', async () => {
    const { view, asked } = await opened();
    asked[0]?.answer();
    await settled();
    asked[1]?.refuse();
    await settled();
    expect(view.now).toMatchObject({ collection: undefined, complete: false });
    expect(view.now.failure).toBeInstanceOf(Error);
    await view.end();
  });
});
