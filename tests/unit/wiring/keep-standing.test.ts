import { beforeEach, expect, it, vi } from 'vitest';
import type { Notice } from '../../../components/common/Toast';
import { DEFAULT_SETTINGS, type Settings, settingsItem } from '../../../data/settings';
import { keepStanding } from '../../../entrypoints/wiring/saving/keep-standing';
import { LADDER } from '../../fixtures/records';
import { wordsByKey } from '../support/mounted';

const [pm1, pm2] = LADDER.levels as never as [{ id: string }, { id: string; name: string }];
const OTHER = { ...LADDER, id: 'other', name: 'Other' };
const BEFORE: Settings = { ...DEFAULT_SETTINGS, ladder: LADDER.id, level: pm1.id };
const library = {
  ladders: [LADDER, OTHER],
  settings: BEFORE,
  mine: { ladder: LADDER, level: pm1.id },
};
const say = vi.fn();
const onUndone = vi.fn();

beforeEach(async () => {
  wordsByKey();
  say.mockReset();
  onUndone.mockReset();
  await settingsItem.setValue(BEFORE);
  await keepStanding(library, 'other', pm2.id, say, onUndone);
});

const said = () => say.mock.lastCall?.[0] as Notice;

it('says where the user stands now, and takes both back', async () => {
  expect(await settingsItem.getValue()).toMatchObject({ ladder: 'other', level: pm2.id });
  expect(said().text).toBe(`setup_chosen Other ${pm2.name}`);
  said().action?.run();
  await vi.waitFor(() => expect(onUndone).toHaveBeenCalledOnce());
  expect(await settingsItem.getValue()).toEqual(BEFORE);
});

it('takes back neither where one of them was chosen anew since', async () => {
  const since = { ...BEFORE, ladder: 'other', level: pm1.id };
  await settingsItem.setValue(since);
  said().action?.run();
  await vi.waitFor(() => expect(said().text).toBe('setup_changedSince'));
  expect(await settingsItem.getValue()).toEqual(since);
  expect(onUndone).not.toHaveBeenCalled();
});
