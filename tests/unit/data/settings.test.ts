import { expect, test } from 'vitest';
import {
  changeSettings,
  DEFAULT_SETTINGS,
  settingsItem,
  undoSettings,
} from '../../../data/settings';

test('two changes at the same moment are both kept', async () => {
  await Promise.all([
    changeSettings({ periodFrom: '2026-01-01' }),
    changeSettings({ periodTo: '2026-06-30' }),
  ]);
  expect(await settingsItem.getValue()).toMatchObject({
    periodFrom: '2026-01-01',
    periodTo: '2026-06-30',
  });
});

test('a change that was refused does not hold up the next', async () => {
  const { setValue } = settingsItem;
  settingsItem.setValue = () => Promise.reject(new Error('disk full'));
  await expect(changeSettings({ level: 'pm1' })).rejects.toThrow('disk full');
  settingsItem.setValue = setValue;
  expect(await changeSettings({ level: 'pm2' })).toMatchObject({ level: 'pm2' });
});

test('a change leaves the others as they are stored now, also where an older Rung stored fewer', async () => {
  await settingsItem.setValue({ ladder: 'acme-pm', level: 'pm2' } as never);
  const expected = { ...DEFAULT_SETTINGS, ladder: 'acme-pm', level: 'pm3' };
  expect(await changeSettings({ level: 'pm3' })).toEqual(expected);
  expect(await settingsItem.getValue()).toEqual(expected);
});

test('what was changed is put back, but for what was changed again since', async () => {
  const before = { ...DEFAULT_SETTINGS, ladder: 'acme-pm', level: 'pm2' };
  await settingsItem.setValue(before);
  const change = { level: 'pm3', periodFrom: '2026-01-01' };
  await changeSettings(change);
  await changeSettings({ periodFrom: '2026-02-01', periodTo: '2026-06-30' });
  expect(await undoSettings(before, change)).toBe(1);
  const since = { periodFrom: '2026-02-01', periodTo: '2026-06-30' };
  expect(await settingsItem.getValue()).toEqual({ ...before, ...since });
});
