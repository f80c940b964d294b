import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { documentKey } from '../../../data/document-key';
import { createEvidenceStore } from '../../../data/evidence';
import { ask } from '../../../entrypoints/background/ask';
import { reachableFrames } from '../../../entrypoints/background/inject';
import { leftBehind, settleFiled } from '../../../entrypoints/background/left-behind';
import type { Earlier, PageRecord } from '../../../entrypoints/wiring/messages';
import { record } from '../../fixtures/records';

vi.mock('../../../entrypoints/background/ask');
vi.mock('../../../entrypoints/background/inject');

const NEW = 'https://reviews.test/new';
const SAVED = 'https://reviews.test/12';
const DOCS = 'https://docs.google.com/document/d/1abc/edit';

/** What the page says of where it was; `undefined` where nobody is there to say it. */
let earlier: Earlier | undefined;
/** What stands in each frame. */
let standing: Record<number, string[] | undefined>;
let url: string | undefined;

const filed = (id: string, source: string) =>
  record({ id, quote: `Words of ${id}`, target: { source, document: documentKey(source) } });
const at = (address: string, ...found: string[]) => ({ address, found });
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
  url = SAVED;
  vi.mocked(ask).mockImplementation((async (_tab: number, frame: number, { type }: never) =>
    type === 'earlier' ? earlier : standing[frame]) as never);
  vi.mocked(reachableFrames).mockResolvedValue([{ frameId: 0 }, { frameId: 7 }]);
  Object.assign(browser.tabs, { get: async () => ({ url }) });
  await createEvidenceStore().putBack([filed('a', NEW), filed('b', NEW), filed('own', SAVED)]);
});

it('finds what stands in the page and is filed under its earlier address', async () => {
  const document = documentKey(SAVED);
  expect(await leftBehind(1)).toEqual({ document, ids: ['a', 'b'] });
  const both = ['a', 'b'];
  expect(lookedFor()).toEqual([
    [0, both],
    [7, both],
  ]);
});

it('takes together what stands in any frame', async () => {
  standing = { 0: ['a'], 7: ['b'] };
  expect((await leftBehind(1))?.ids).toEqual(['a', 'b']);
});

it('finds nothing where the page shows another document', async () => {
  standing = { 0: ['b'], 7: undefined };
  expect(await leftBehind(1)).toBeNull();
});

it.each([
  ['nobody is there to ask', () => (earlier = undefined)],
  ['the page was nowhere else', () => (earlier = { places: [], settled: [] })],
  ['the page does not let Rung in', () => (url = undefined)],
  ['the page is where it was', () => (url = `${NEW}?utm_source=mail`)],
])('looks for nothing where %s', async (_why, happens) => {
  happens();
  expect(await leftBehind(1)).toBeNull();
  expect(lookedFor()).toEqual([]);
});

it('looks for nothing that was deleted, or moved away', async () => {
  const store = createEvidenceStore();
  await store.remove([{ id: 'a' }]);
  await store.changeAll([filed('b', NEW)], ({ target }) => ({
    target: { ...target, document: 'https://elsewhere.test/' },
  }));
  expect(await leftBehind(1)).toBeNull();
});

it('asks no more about what the user wants where it is, until it is filed elsewhere', async () => {
  const settled = [{ id: 'a', document: documentKey(NEW) }];
  earlier = { places: [at(NEW, 'a', 'b')], settled };
  expect((await leftBehind(1))?.ids).toEqual(['b']);
  earlier = { places: [at(NEW, 'a', 'b')], settled: [{ id: 'a', document: documentKey(SAVED) }] };
  expect((await leftBehind(1))?.ids).toEqual(['a', 'b']);
});

it('asks about nothing from where the page has gone back from', async () => {
  earlier = { places: [at(NEW, 'a', 'b'), at(SAVED, 'own')], settled: [] };
  standing = { 0: ['a', 'b', 'own'] };
  expect((await leftBehind(1))?.ids).toEqual(['a', 'b']);
  url = NEW;
  expect(await leftBehind(1)).toBeNull();
});

it('leaves a document alone whose address names it for good', async () => {
  await createEvidenceStore().putBack([filed('doc', DOCS)]);
  earlier = { places: [at(DOCS, 'doc')], settled: [] };
  standing = { 0: ['doc'] };
  expect(await leftBehind(1)).toBeNull();
});

it('has the page remember what is to be left', async () => {
  const left = [{ id: 'a', document: documentKey(NEW) }];
  await settleFiled(1, left);
  expect(vi.mocked(ask).mock.calls).toEqual([
    [1, 0, { to: 'tagger', type: 'settle', filed: left }],
  ]);
});
