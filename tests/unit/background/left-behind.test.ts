import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { documentKey } from '../../../data/document-key';
import { createEvidenceStore } from '../../../data/evidence';
import { ask } from '../../../entrypoints/background/ask';
import { inject, reachableFrames } from '../../../entrypoints/background/inject';
import { leftBehind, settleFiled } from '../../../entrypoints/background/left-behind';
import { forgetWritten, type Written, writtenIn } from '../../../entrypoints/background/written';
import type { Earlier, Stood } from '../../../entrypoints/wiring/messages/left-behind';
import type { PageRecord } from '../../../entrypoints/wiring/messages/records';
import { record } from '../../fixtures/records';

vi.mock('../../../entrypoints/background/ask');
vi.mock('../../../entrypoints/background/inject');
vi.mock('../../../entrypoints/background/written');

const NEW = 'https://reviews.test/new';
const SAVED = 'https://reviews.test/12';
const DOCS = 'https://docs.google.com/document/d/1abc/edit';

/** What the page says of where it was; `undefined` where nobody is there to say it. */
let earlier: Earlier | undefined;
/** What stands in each frame, among its own words unless `quoted`. */
let standing: Record<number, string[] | undefined>;
let quoted: string[];
/** Where the tab's user has written. */
let written: Written[];
let url: string | undefined;
/** Whether the user has allowed the site. */
let allowed: boolean;

const filed = (id: string, source: string) =>
  record({ id, quote: `Words of ${id}`, target: { source, document: documentKey(source) } });
const at = (address: string, ...found: string[]) => ({ address, found });
const stoodIn = (frame: number): Stood | undefined => {
  const ids = standing[frame];
  return ids && { ids, amongOwn: ids.filter((id) => !quoted.includes(id)) };
};
const lookedFor = () =>
  vi
    .mocked(ask)
    .mock.calls.flatMap(([, frame, question]) =>
      question.type === 'stand' ? [[frame, question.records.map(({ id }: PageRecord) => id)]] : [],
    );

beforeEach(async () => {
  vi.mocked(ask).mockReset();
  earlier = { places: [at(NEW, 'a', 'b')], settled: [] };
  standing = { 0: ['a', 'b'] };
  quoted = [];
  written = [];
  allowed = false;
  url = SAVED;
  vi.mocked(inject).mockReset();
  vi.mocked(forgetWritten).mockReset();
  vi.mocked(writtenIn).mockImplementation(async () => written);
  vi.mocked(ask).mockImplementation((async (_tab: number, frame: number, { type }: never) =>
    type === 'earlier' ? earlier : stoodIn(frame)) as never);
  vi.mocked(reachableFrames).mockResolvedValue([{ frameId: 0 }, { frameId: 7 }]);
  Object.assign(browser.tabs, { get: async () => ({ url }) });
  Object.assign(browser, { permissions: { contains: async () => allowed } });
  await createEvidenceStore().putBack([filed('a', NEW), filed('b', NEW), filed('own', SAVED)]);
});

it('finds what stands in the page and is filed under its earlier address', async () => {
  const document = documentKey(SAVED);
  expect(await leftBehind(1, false)).toEqual({ document, ids: ['a', 'b'], seen: true });
  const both = ['a', 'b'];
  expect(lookedFor()).toEqual([
    [0, both],
    [7, both],
  ]);
});

it('takes together what stands in any frame', async () => {
  standing = { 0: ['a'], 7: ['b'] };
  expect((await leftBehind(1, false))?.ids).toEqual(['a', 'b']);
});

it('finds nothing where the page shows another document', async () => {
  standing = { 0: ['b'], 7: undefined };
  expect(await leftBehind(1, false)).toBeNull();
});

it.each([
  ['nobody is there to ask', () => (earlier = undefined)],
  ['the page was nowhere else', () => (earlier = { places: [], settled: [] })],
  ['the page does not let Rung in', () => (url = undefined)],
  ['the page is where it was', () => (url = `${NEW}?utm_source=mail`)],
])('looks for nothing where %s', async (_why, happens) => {
  happens();
  expect(await leftBehind(1, false)).toBeNull();
  expect(lookedFor()).toEqual([]);
});

it('looks for nothing that was deleted, or moved away', async () => {
  const store = createEvidenceStore();
  await store.remove([{ id: 'a' }]);
  await store.changeAll([filed('b', NEW)], ({ target }) => ({
    target: { ...target, document: 'https://elsewhere.test/' },
  }));
  expect(await leftBehind(1, false)).toBeNull();
});

it('asks no more about what the user wants where it is, until it is filed elsewhere', async () => {
  const settled = [{ id: 'a', document: documentKey(NEW) }];
  earlier = { places: [at(NEW, 'a', 'b')], settled };
  expect((await leftBehind(1, false))?.ids).toEqual(['b']);
  earlier = { places: [at(NEW, 'a', 'b')], settled: [{ id: 'a', document: documentKey(SAVED) }] };
  expect((await leftBehind(1, false))?.ids).toEqual(['a', 'b']);
});

it('asks about nothing from where the page has gone back from', async () => {
  earlier = { places: [at(NEW, 'a', 'b'), at(SAVED, 'own')], settled: [] };
  standing = { 0: ['a', 'b', 'own'] };
  expect((await leftBehind(1, false))?.ids).toEqual(['a', 'b']);
  url = NEW;
  expect(await leftBehind(1, false)).toBeNull();
});

it('leaves a document alone whose address names it for good', async () => {
  await createEvidenceStore().putBack([filed('doc', DOCS)]);
  earlier = { places: [at(DOCS, 'doc')], settled: [] };
  standing = { 0: ['doc'] };
  expect(await leftBehind(1, false)).toBeNull();
});

it('has the page remember what is to be left', async () => {
  const left = [{ id: 'a', document: documentKey(NEW) }];
  await settleFiled(1, left);
  expect(vi.mocked(forgetWritten).mock.calls).toEqual([[1, [documentKey(NEW)]]]);
  expect(vi.mocked(ask).mock.calls).toEqual([
    [1, 0, { to: 'tagger', type: 'settle', filed: left }],
  ]);
});

describe('a page that was loaded since', () => {
  const DAY = Date.parse('2026-02-02T00:00:00Z');
  const at = (address: string, since = DAY) => ({ tabId: 1, address, since });
  beforeEach(() => {
    earlier = { places: [], settled: [] };
    written = [at(NEW)];
  });

  it('has left behind what was written in its tab under another address', async () => {
    const document = documentKey(SAVED);
    expect(await leftBehind(1, false)).toEqual({ document, ids: ['a', 'b'], seen: true });
    expect(inject).not.toHaveBeenCalled();
  });

  it.each([
    ['the page merely quotes it', () => (quoted = ['b'])],
    ['not all of it stands there', () => (standing = { 0: ['a'] })],
    ['it was written on another site', () => (url = 'https://wiki.test/12')],
    ['the page is where it was written', () => (url = `${NEW}#top`)],
    ['it was tagged before the tab came there', () => (written = [at(NEW, Date.now())])],
    ['its address names it for good', () => (written = [at(DOCS)])],
    ['the page is told that it is to be left', settle],
  ])('has left nothing behind where %s', async (_why, happens) => {
    happens();
    expect(await leftBehind(1, false)).toBeNull();
  });

  function settle() {
    const document = documentKey(NEW);
    earlier = { places: [], settled: ['a', 'b'].map((id) => ({ id, document })) };
  }

  it('has left behind the latest alone, and not what was left for good at that address', async () => {
    const late = record({ id: 'late', target: { source: NEW, document: NEW } });
    await createEvidenceStore().putBack([{ ...late, created: '2026-05-05T09:00:00.000Z' }]);
    written = [at(NEW, Date.parse('2026-05-05T08:00:00Z'))];
    standing = { 0: ['late'] };
    expect((await leftBehind(1, false))?.ids).toEqual(['late']);
  });

  it('says once what it is told twice', async () => {
    earlier = { places: [{ address: NEW, found: ['a', 'b'] }], settled: [] };
    expect((await leftBehind(1, false))?.ids).toEqual(['a', 'b']);
  });

  it('may have left something behind where Rung has not come into it', async () => {
    earlier = undefined;
    const document = documentKey(SAVED);
    expect(await leftBehind(1, false)).toEqual({ document, ids: ['a', 'b'], seen: false });
    expect([lookedFor(), vi.mocked(inject).mock.calls]).toEqual([[], []]);
    allowed = true;
    expect(await leftBehind(1, false)).toBeNull();
  });

  it('is come into where the user asks', async () => {
    earlier = undefined;
    vi.mocked(inject).mockImplementation(async () => {
      earlier = { places: [], settled: [] };
      return [];
    });
    expect(await leftBehind(1, true)).toMatchObject({ ids: ['a', 'b'], seen: true });
  });
});
