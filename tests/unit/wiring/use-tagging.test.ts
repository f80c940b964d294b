// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { createEvidenceStore } from '../../../data/evidence';
import { DEFAULT_SETTINGS, settingsItem } from '../../../data/settings';
import { useTagging } from '../../../entrypoints/wiring/evidence/use-tagging';
import type { Draft } from '../../../entrypoints/wiring/messages/reading';
import { LADDER } from '../../fixtures/records';
import { mounted, wordsByKey } from '../support/mounted';

beforeEach(wordsByKey);

const draft: Draft = {
  quote: { exact: 'We asked ten customers.', prefix: '', suffix: '' },
  ...{ surface: 'page', source: 'https://example.com', title: '', already: [] },
};
const library = {
  ladders: [LADDER],
  settings: DEFAULT_SETTINGS,
  mine: { ladder: LADDER, level: 'pm2' },
};
const choice = {
  subSkills: [{ ladder: LADDER.id, subSkill: 'research' }],
  ...({ level: 'pm2', kind: 'manager', note: 'Well done', when: undefined } as const),
};

it('says so where everything chosen is there already, and stores nothing', async () => {
  const { now } = await mounted(() => useTagging(library, draft, []), undefined);
  await now.form.save(choice);
  await expect(now.form.save(choice)).rejects.toThrow('tag_sameAlready Research & data');
  expect((await createEvidenceStore().all()).evidence).toHaveLength(1);
});

it('keeps no view for the next passage', async () => {
  const { now } = await mounted(() => useTagging(library, draft, []), undefined);
  await now.form.save(choice);
  expect(await settingsItem.getValue()).toEqual(DEFAULT_SETTINGS);
  expect(now.form).not.toHaveProperty('kind');
});
