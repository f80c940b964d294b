import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createEvidenceStore } from '../../../data/evidence';
import { storeTags } from '../../../entrypoints/wiring/evidence/store-tags';
import type { Draft } from '../../../entrypoints/wiring/messages/reading';

const DRAFT: Draft = {
  quote: { exact: 'We asked ten customers.', prefix: 'In May. ', suffix: ' Then we built.' },
  surface: 'page',
  source: 'https://example.com/review',
  title: 'My review',
  already: [],
};
const PASTED: Draft = {
  ...DRAFT,
  surface: 'pasted',
  source: '',
  quote: { ...DRAFT.quote, prefix: '', suffix: '' },
};
const choice = (...subSkills: string[]) => ({
  subSkills: subSkills.map((subSkill) => ({ ladder: 'acme-pm', subSkill })),
  ...({ level: 'pm2', kind: 'self', note: '', when: undefined } as const),
});
const all = async () => (await createEvidenceStore().all()).evidence;

describe('what a passage is tagged with already', () => {
  it('is not stored again, and what is new beside it is', async () => {
    const { records: first } = await storeTags(DRAFT, choice('research'));
    const second = await storeTags(DRAFT, { ...choice('research', 'market'), note: 'Mine' });
    expect(second.already).toEqual(first);
    expect(second.records).toMatchObject([{ subSkill: 'market', note: 'Mine' }]);
    expect(await all()).toHaveLength(2);
  });

  it('is not stored twice where it is said twice at once', async () => {
    const { records } = await storeTags(DRAFT, choice('research', 'research'));
    expect(records).toHaveLength(1);
    expect(await all()).toEqual(records);
  });

  it('is not stored again from another window in the same instant', async () => {
    const both = await Promise.all([
      storeTags(DRAFT, choice('research', 'market')),
      storeTags(DRAFT, choice('research')),
      storeTags(PASTED, choice('market')),
    ]);
    expect(both.map(({ records }) => records.length)).toEqual([2, 0, 0]);
    expect(both.map(({ already }) => already.length)).toEqual([0, 1, 1]);
    expect(await all()).toHaveLength(2);
  });

  it('is known by where it stands where the words around it were changed', async () => {
    const { records } = await storeTags(DRAFT, choice('research'));
    const edited = { ...DRAFT, quote: { ...DRAFT.quote, prefix: 'In June. ' } };
    const already = records.map(({ id }) => id);
    expect((await storeTags({ ...edited, already }, choice('research'))).records).toEqual([]);
  });

  it('keeps the day that was said', async () => {
    const { records } = await storeTags(DRAFT, { ...choice('research'), when: '2026-06-30' });
    expect(records).toMatchObject([{ when: '2026-06-30' }]);
    expect((await storeTags(DRAFT, choice('market'))).records[0]).not.toHaveProperty('when');
  });

  it('is known where it is pasted without a page', async () => {
    await storeTags(DRAFT, choice('research'));
    expect((await storeTags(PASTED, choice('research'))).records).toEqual([]);
  });

  it('is no other feedback in the same few words, on another day', async () => {
    const january = { ...choice('research'), when: '2026-01-20' };
    const { records } = await storeTags(PASTED, january);
    // As the form knows it: of what is pasted, all that has the same words.
    const again = { ...PASTED, already: records.map(({ id }) => id) };
    expect((await storeTags(again, january)).records).toEqual([]);
    expect((await storeTags(again, { ...january, when: '2026-07-20' })).records).toHaveLength(1);
  });

  it('is not there in part where the browser refuses', async () => {
    const refuse = vi.spyOn(fakeBrowser.storage.local, 'set');
    refuse.mockRejectedValueOnce(new Error('disk full'));
    const storing = storeTags(DRAFT, choice('research', 'market'));
    await expect(storing).rejects.toMatchObject({ reason: 'full' });
    refuse.mockRestore();
    expect(await all()).toEqual([]);
  });

  it.each([
    ['another sub-skill', DRAFT, choice('market')],
    ['another level', DRAFT, { ...choice('research'), level: 'pm3' }],
    ["somebody else's view", DRAFT, { ...choice('research'), kind: 'peer' as const }],
    ['other words', { ...DRAFT, quote: { ...DRAFT.quote, exact: 'We' } }, choice('research')],
    ['the same at another place', { ...DRAFT, quote: PASTED.quote }, choice('research')],
    ['another document', { ...DRAFT, source: 'https://example.com/2' }, choice('research')],
  ])('is not %s', async (_, draft, chosen) => {
    await storeTags(DRAFT, choice('research'));
    expect((await storeTags(draft, chosen)).records).toHaveLength(1);
  });
});
