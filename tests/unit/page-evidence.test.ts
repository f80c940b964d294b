import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { keyOf } from '../../data/evidence/keys';
import { addColours } from '../../entrypoints/background/inject';
import { recordsForFrame } from '../../entrypoints/background/page-evidence';
import { seededRecord } from '../e2e/harness/seed';

vi.mock('../../entrypoints/background/inject');

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
