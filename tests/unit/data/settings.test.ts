import { expect, test } from 'vitest';
import { changeSettings, settingsItem } from '../../../data/settings';

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
