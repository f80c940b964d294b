import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createEvidenceStore, type Evidence } from '../../../../data/evidence';
import { isEvidenceKey, keyOf } from '../../../../data/evidence/keys';
import { knownKeys, stamped } from '../../../../data/evidence/known-keys';
import { record } from '../../../fixtures/records';

const { local } = fakeBrowser.storage;

/** The storage as a page of the extension has it: it hears of changes, or not yet. */
function page({ hears = true } = {}) {
  const getKeys = vi.fn(async () => Object.keys(await local.get(null)));
  const deaf = { addListener: () => {}, removeListener: () => {}, hasListener: () => true };
  const area = { ...local, getKeys, onChanged: hears ? local.onChanged : deaf };
  return { getKeys, store: createEvidenceStore(area as never), area: area as never };
}

// The stand-in says of what was not there before that it was `null`, which a browser does not.
beforeEach(() => page().store.putBack([record({ id: 'first' })]));

const [one, two, three] = ['a', 'b', 'c'].map((id) => record({ id })) as [
  Evidence,
  Evidence,
  Evidence,
];

describe('the keys of evidence', () => {
  it('are listed once, however much is written and deleted', async () => {
    const { getKeys, store } = page();
    await store.putBack([one, two]);
    await store.remove([one]);
    await store.putBack([one, three]);
    await store.changeAll([two], () => ({ note: 'Since' }));
    await store.remove([one]);
    expect(await store.byIds(['a', 'b', 'c'])).toMatchObject([{ note: 'Since' }, three]);
    expect(getKeys).toHaveBeenCalledOnce();
  });

  it('are not listed anew where another page is heard to have written', async () => {
    const { getKeys, store } = page();
    await store.putBack([one]);
    const other = page();
    await other.store.putBack([two]);
    await other.store.putBack([three]);
    expect(await store.byIds(['a', 'b', 'c'])).toHaveLength(3);
    expect(getKeys).toHaveBeenCalledOnce();
  });

  it('are complete where another page has written that is not heard of yet', async () => {
    const { store } = page({ hears: false });
    await store.putBack([one]);
    await page().store.putBack([two]);
    expect(await store.byIds(['a', 'b'])).toEqual([one, two]);
  });

  it('may be of what is gone, of which nothing is read', async () => {
    const { store } = page();
    await store.putBack([one, two]);
    await store.remove([one]);
    expect(await store.byId('a')).toBeUndefined();
    expect((await store.newest(2)).evidence).toHaveLength(2);
    expect(await store.putBack([one])).toEqual([one]);
  });

  it('are listed once for all who ask meanwhile', async () => {
    await page().store.putBack([one]);
    const { getKeys, store } = page();
    expect(await Promise.all([store.byId('a'), store.byId('a')])).toEqual([one, one]);
    expect(getKeys).toHaveBeenCalledOnce();
  });

  it('are asked for anew where the browser refused to list them', async () => {
    await page().store.putBack([one]);
    const { getKeys, store } = page();
    getKeys.mockRejectedValueOnce(new Error('IO error'));
    await expect(store.byId('a')).rejects.toThrow('IO error');
    expect(await store.byId('a')).toEqual(one);
  });
});

type Changes = Record<string, { oldValue?: unknown; newValue?: unknown }>;
type Listener = (changes: Changes) => void;

/** A storage that tells each of its pages of changes in their order, but whenever it likes. */
class Storage {
  readonly values = new Map<string, unknown>();
  /** The keys that were removed, in that order. */
  readonly removed: string[] = [];
  private readonly told: Listener[][] = [];

  constructor(private readonly scheduler: fc.Scheduler) {}

  /** One page's access to it. */
  page() {
    const listeners: Listener[] = [];
    let before: Promise<unknown> = Promise.resolve();
    this.told.push([
      (changes) => {
        const turn = this.scheduler.schedule(Promise.resolve(), 'told');
        before = Promise.all([before, turn]).then(() => {
          for (const listener of listeners) listener(changes);
        });
      },
    ]);
    return {
      get: async (key: string | null) => {
        const all = Object.fromEntries(this.values);
        const found = key === null ? all : this.values.has(key) ? { [key]: all[key] } : {};
        return this.scheduler.schedule(Promise.resolve(found), 'get');
      },
      getKeys: () => this.scheduler.schedule(Promise.resolve([...this.values.keys()]), 'keys'),
      onChanged: {
        addListener: (listener: Listener) => listeners.push(listener),
        hasListener: (listener: Listener) => listeners.includes(listener),
      },
    } as never;
  }

  write(items: Record<string, unknown>) {
    const changes: Changes = {};
    for (const [key, newValue] of Object.entries(items)) {
      changes[key] = { oldValue: this.values.get(key), newValue };
      this.values.set(key, newValue);
    }
    for (const tell of this.told.flat()) tell(changes);
  }

  remove(key: string) {
    const oldValue = this.values.get(key);
    if (!this.values.delete(key)) return;
    this.removed.push(key);
    for (const tell of this.told.flat()) tell({ [key]: { oldValue } });
  }
}

it('whenever the browser tells of what, no key is missing that was there when it was asked for', async () => {
  const keys = fc.constantFrom(...['a', 'b', 'c', 'd'].map((id) => keyOf(record({ id }))));
  const deed = fc.oneof(
    fc.record({ does: fc.constant('write' as const), key: keys }),
    fc.record({ does: fc.constant('remove' as const), key: keys }),
    fc.record({ does: fc.constant('ask' as const), page: fc.nat(1) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(deed, { maxLength: 20 }), async (s, deeds) => {
      const storage = new Storage(s);
      storage.values.set(keyOf(record({ id: 'before' })), 1);
      const pages = [storage.page(), storage.page()];
      const asked: Promise<void>[] = [];
      const all = s.scheduleSequence(
        deeds.map((one) => async () => {
          if (one.does === 'write') storage.write(stamped({ [one.key]: 1 }));
          else if (one.does === 'remove') storage.remove(one.key);
          else {
            const there = [...storage.values.keys()].filter(isEvidenceKey);
            const before = storage.removed.length;
            const answer = knownKeys(pages[one.page] as never).then((found) => {
              const since = storage.removed.slice(before);
              const wanted = there.filter((key) => !since.includes(key));
              expect(wanted.filter((key) => !found.includes(key))).toEqual([]);
            });
            asked.push(answer);
          }
        }),
      );
      await s.waitFor(all.task);
      await s.waitFor(Promise.all(asked));
    }),
    { numRuns: 1000 },
  );
});
