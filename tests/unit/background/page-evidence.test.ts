import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { documentKey } from '../../../data/document-key';
import { keyOf } from '../../../data/evidence/keys';
import { addColours } from '../../../entrypoints/background/inject';
import { recordsForFrame } from '../../../entrypoints/background/page-evidence';
import { seededRecord } from '../../e2e/harness/seed';

vi.mock('../../../entrypoints/background/inject');

const [kept, deleted] = [seededRecord(0), { ...seededRecord(0), id: 'deleted' }];
const { source: url } = kept.target;

it('gives a frame nothing that was deleted while it was made ready', async () => {
  Object.assign(browser, { permissions: { contains: async () => true } });
  await browser.storage.local.set({ [keyOf(kept)]: kept, [keyOf(deleted)]: deleted });
  vi.mocked(addColours).mockImplementation(() => browser.storage.local.remove(keyOf(deleted)));

  const answer = await recordsForFrame({ tab: { id: 1, url } as never, frameId: 0 });

  expect(answer?.records.map(({ id }) => id)).toEqual([kept.id]);
  expect(answer?.allowed).toBe(true);
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
