// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { BUNDLED_LADDERS, dropLadder, keepLadder, ownLaddersItem } from '../../../data/library';
import { changeSettings, DEFAULT_SETTINGS, settingsItem } from '../../../data/settings';
import { useLibrary } from '../../../entrypoints/wiring/ladder/use-library';
import { LADDER } from '../../fixtures/records';
import { later, mounted, settled } from '../support/mounted';

const open = () => mounted(useLibrary, undefined);

it('is not there before both the ladders and the settings are read', async () => {
  const { promise, keep } = later<object>();
  const { getValue } = ownLaddersItem;
  ownLaddersItem.getValue = () => promise as never;
  const view = await open();
  ownLaddersItem.getValue = getValue;
  expect(view.now).toBeUndefined();
  keep({});
  await settled();
  expect(view.now).toEqual({
    ladders: BUNDLED_LADDERS,
    settings: DEFAULT_SETTINGS,
    mine: null,
  });
  await view.end();
});

it('knows the settings that came after those that an older Rung stored', async () => {
  await settingsItem.setValue({ ladder: null, level: null } as never);
  const view = await open();
  expect(view.now?.settings).toEqual(DEFAULT_SETTINGS);
  await view.end();
});

it('says where the user stands, and no more once that ladder or level has gone', async () => {
  await keepLadder(LADDER);
  await changeSettings({ ladder: LADDER.id, level: 'pm2' });
  const view = await open();
  expect(view.now?.mine).toEqual({ ladder: LADDER, level: 'pm2' });
  await changeSettings({ level: 'pm9' });
  await settled();
  expect(view.now?.mine).toBeNull();
  await changeSettings({ level: 'pm3' });
  await settled();
  expect(view.now?.mine).toEqual({ ladder: LADDER, level: 'pm3' });
  await dropLadder(LADDER.id);
  await settled();
  expect(view.now?.mine).toBeNull();
  await view.end();
});
