import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { documentKey } from '../../../data/document-key';
import { keyOf } from '../../../data/evidence/keys';
import { STAMP } from '../../../data/evidence/known-keys';
import { ask } from '../../../entrypoints/background/ask';
import { addColours, inject, reachableFrames } from '../../../entrypoints/background/inject';
import {
  hideEvidence,
  pageRecords,
  recordsForFrame,
  reportEvidence,
  showEvidence,
} from '../../../entrypoints/background/page-evidence';
import { seededRecord } from '../../e2e/harness/seed';
import { later } from '../support/mounted';

vi.mock('../../../entrypoints/background/ask');
vi.mock('../../../entrypoints/background/inject');

const [kept, deleted] = [seededRecord(0), { ...seededRecord(0), id: 'deleted' }];
const { source: url, document } = kept.target;

beforeEach(() => void vi.resetAllMocks());

it('gives a frame nothing that was deleted while it was made ready', async () => {
  Object.assign(browser, { permissions: { contains: async () => true } });
  await browser.storage.local.set({ [keyOf(kept)]: kept, [keyOf(deleted)]: deleted });
  vi.mocked(addColours).mockImplementation(() => browser.storage.local.remove(keyOf(deleted)));

  const answer = await recordsForFrame({ tab: { id: 1, url } as never, frameId: 0 });

  expect(answer?.records.map(({ id }) => id)).toEqual([kept.id]);
  expect(answer?.allowed).toBe(true);
});

it('gives a frame nothing at all where everything was deleted while it was made ready', async () => {
  Object.assign(browser, { permissions: { contains: async () => true } });
  await browser.storage.local.set({ [keyOf(kept)]: kept });
  vi.mocked(addColours).mockImplementation(() => browser.storage.local.remove(keyOf(kept)));

  expect(await recordsForFrame({ tab: { id: 1, url } as never, frameId: 0 })).toBeNull();
});

it('gives a tab of a document what was tagged in that tab, and nothing of another one', async () => {
  Object.assign(browser, { permissions: { contains: async () => true } });
  vi.mocked(addColours).mockResolvedValue(undefined);
  const address = (tab: string) => `https://docs.google.com/document/d/1review/edit?tab=${tab}`;
  const inTab = (id: string, tab: string) => {
    const source = address(tab);
    const target = { ...kept.target, source, document: documentKey(source) };
    return { ...kept, id, target };
  };
  const both = [inTab('first', 't.0'), inTab('second', 't.1')];
  await browser.storage.local.set(Object.fromEntries(both.map((one) => [keyOf(one), one])));

  const answer = await recordsForFrame({ tab: { id: 1, url: address('t.1') } as never });

  expect(answer?.records.map(({ id }) => id)).toEqual(['second']);
});

describe('a frame that asks by itself', () => {
  const contains = vi.fn();
  beforeEach(async () => {
    Object.assign(browser, { permissions: { contains } });
    contains.mockResolvedValue(false);
    vi.mocked(addColours).mockResolvedValue(undefined);
    await browser.storage.local.set({ [keyOf(kept)]: kept });
  });

  it('says itself where it is, where the tab does not and it is the page around all others', async () => {
    const answer = await recordsForFrame({ tab: { id: 1 } as never, frameId: 0, url });
    expect(answer).toMatchObject({ document, records: [{ id: kept.id }], allowed: false });
  });

  it('of a page without evidence, the keys alone say so', async () => {
    const { local } = browser.storage;
    const get = vi.fn(async () => ({}));
    const getKeys = async () => [keyOf(kept)];
    vi.spyOn(browser.storage, 'local', 'get').mockReturnValue({ ...local, get, getKeys } as never);
    const answer = await recordsForFrame({
      tab: { id: 1, url: 'https://other.example/' } as never,
    });
    expect(answer).toBeNull();
    expect(get.mock.calls.flat(2)).toEqual([STAMP]);
    expect(addColours).not.toHaveBeenCalled();
  });

  it('is not asked where it is, where it stands in another page', async () => {
    expect(await recordsForFrame({ tab: { id: 1 } as never, frameId: 7, url })).toBeNull();
    expect(addColours).not.toHaveBeenCalled();
  });

  it('gets the evidence of the page it stands in, and its colours for itself alone', async () => {
    const inside = 'https://editor.example/frame';
    const answer = await recordsForFrame({ tab: { id: 1, url } as never, frameId: 7, url: inside });
    expect(answer?.records.map(({ id }) => id)).toEqual([kept.id]);
    expect(vi.mocked(addColours).mock.calls).toEqual([[{ tabId: 1, frameIds: [7] }]]);
  });

  it('gets its evidence where the browser refuses the colours', async () => {
    vi.mocked(addColours).mockRejectedValue(new Error('No frame with id 0.'));
    const answer = await recordsForFrame({ tab: { id: 1, url } as never });
    expect(answer?.records).toHaveLength(1);
  });

  it('gets neither where nothing was tagged', async () => {
    const elsewhere = { id: 1, url: 'https://example.com/elsewhere' } as never;
    expect(await recordsForFrame({ tab: elsewhere })).toBeNull();
    expect(addColours).not.toHaveBeenCalled();
  });
});

it('gives a page what finding and painting its evidence takes, and no more', async () => {
  await browser.storage.local.set({ [keyOf(kept)]: kept });
  const records = (await pageRecords(url))?.records ?? [];
  expect(records.map((one) => Object.keys(one).sort())).toEqual([
    ['hue', 'id', 'quote', 'surface'],
  ]);
  expect(await pageRecords(undefined)).toBeNull();
});

describe('the evidence of a tab', () => {
  const edited = { state: 'edited', quote: { exact: 'a', prefix: '', suffix: '' } } as const;
  beforeEach(async () => {
    Object.assign(browser.tabs, { get: vi.fn(async () => ({ id: 1, url })) });
    await browser.storage.local.set({ [keyOf(kept)]: kept });
    vi.mocked(inject).mockResolvedValue([{ frameId: 0 }, { frameId: 7 }]);
  });

  it('is painted in every frame, and told as the frame says that knows it best', async () => {
    vi.mocked(ask).mockImplementation(async (_tab, frameId) =>
      frameId === 7 ? { [kept.id]: edited } : { [kept.id]: { state: 'orphan' } },
    );
    expect(await showEvidence(1)).toEqual({ [kept.id]: edited });
    const records = (await pageRecords(url))?.records;
    const paint = { to: 'tagger', type: 'paint', records };
    expect(vi.mocked(ask).mock.calls).toEqual([
      [1, 0, paint],
      [1, 7, paint],
    ]);
  });

  it('is taken off where nothing of the page is left', async () => {
    await browser.storage.local.clear();
    expect(await showEvidence(1)).toEqual({});
    expect(ask).toHaveBeenCalledWith(1, 7, { to: 'tagger', type: 'paint', records: [] });
  });

  it('is hidden in every frame, for its document', async () => {
    await hideEvidence(1);
    const unpaint = { to: 'tagger', type: 'unpaint', document };
    expect(vi.mocked(ask).mock.calls).toEqual([
      [1, 0, unpaint],
      [1, 7, unpaint],
    ]);
  });

  it('is neither shown nor hidden where the page lets nobody in', async () => {
    vi.mocked(inject).mockResolvedValue(null);
    expect(await showEvidence(1)).toBeNull();
    await hideEvidence(1);
    expect(ask).not.toHaveBeenCalled();
  });

  it('is told frame by frame without putting anything into the page', async () => {
    vi.mocked(reachableFrames).mockResolvedValue([{ frameId: 0 }, { frameId: 5 }, { frameId: 7 }]);
    vi.mocked(ask).mockImplementation(async (_tab, frameId) =>
      frameId === 5 ? undefined : { [kept.id]: edited },
    );
    const report = { [kept.id]: edited };
    expect(await reportEvidence(1)).toEqual({ 0: report, 7: report });
    expect(inject).not.toHaveBeenCalled();
  });

  it('is asked for in every frame at once, as one may take long to answer', async () => {
    vi.mocked(reachableFrames).mockResolvedValue([{ frameId: 0 }, { frameId: 7 }]);
    const slow = later<undefined>();
    vi.mocked(ask).mockImplementation(async (_tab, frameId) =>
      frameId === 0 ? slow.promise : { [kept.id]: edited },
    );
    const told = reportEvidence(1);
    const report = { to: 'tagger', type: 'report' };
    await expect.poll(() => vi.mocked(ask).mock.calls).toContainEqual([1, 7, report]);
    slow.keep(undefined);
    expect(await told).toEqual({ 7: { [kept.id]: edited } });
  });
});
