// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { createEvidenceStore, type Evidence } from '../../../data/evidence';
import { keyOf } from '../../../data/evidence/keys';
import { newRecordId } from '../../../data/evidence/record-id';
import {
  LEARNT_FROM,
  useAllLearnt,
  useLearnt,
} from '../../../entrypoints/wiring/ladder/use-learnt';
import { record } from '../../fixtures/records';
import { mounted, settled } from '../support/mounted';

const MORE = 200;

/** The record of a minute, with an id as Rung gives it. */
function ofMinute(minute: number): Evidence {
  const created = new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
  return record({ id: newRecordId(created), created, modified: created });
}

const all = [...Array(LEARNT_FROM + MORE)].map((_, minute) => ofMinute(minute));
const [oldest] = all as [Evidence, ...Evidence[]];
const newest = all.slice(-LEARNT_FROM).reverse();
/** The keys that were read. */
let read: string[];

beforeEach(async () => {
  await browser.storage.local.set(Object.fromEntries(all.map((one) => [keyOf(one), one])));
  read = [];
  const { local } = browser.storage;
  const getKeys = async () => Object.keys(await local.get(null));
  const get = async (keys: string | string[]) => {
    if (Array.isArray(keys)) read.push(...keys);
    return local.get(keys);
  };
  vi.spyOn(browser.storage, 'local', 'get').mockReturnValue({ ...local, get, getKeys } as never);
});

it('is the newest, and no more than that is read', async () => {
  const form = await mounted(useLearnt, []);
  await settled();
  expect(form.now.learnt).toEqual(newest);
  expect(read).toHaveLength(LEARNT_FROM);
  await form.end();
});

it('has the evidence that stands on the passage, however old it is', async () => {
  const form = await mounted(useLearnt, [oldest.id, newest[0]?.id ?? '']);
  await settled();
  expect(form.now.learnt).toEqual([...newest, oldest]);
  await form.end();
});

it('is all there is for a pasted passage, of which nobody has said what stands on it', async () => {
  const form = await mounted(useAllLearnt, undefined);
  await settled();
  expect(form.now.learnt).toHaveLength(LEARNT_FROM + MORE);
  await form.end();
});

it('follows what is tagged until the user begins, and then stays as it is', async () => {
  const form = await mounted(useLearnt, []);
  await settled();
  const later = ofMinute(LEARNT_FROM + MORE);
  const last = ofMinute(LEARNT_FROM + MORE + 1);
  await act(async () => void createEvidenceStore().putBack([later]));
  await settled();
  expect(form.now.learnt[0]).toEqual(later);
  form.now.touch();
  await act(async () => void createEvidenceStore().putBack([last]));
  await settled();
  expect(form.now.learnt[0]).toEqual(later);
  await form.end();
});

it('is nothing where it cannot be read', async () => {
  const get = () => Promise.reject(new Error('IO error'));
  const { local } = browser.storage;
  vi.spyOn(browser.storage, 'local', 'get').mockReturnValue({ ...local, get } as never);
  const form = await mounted(useLearnt, []);
  await settled();
  expect(form.now.learnt).toEqual([]);
  await form.end();
});
