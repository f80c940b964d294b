// @vitest-environment happy-dom
import { h } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { createEvidenceStore } from '../../../data/evidence';
import { toBackup } from '../../../data/export/json';
import type { Ladder } from '../../../data/ladder';
import { keepLadder, ownLaddersItem } from '../../../data/library';
import { DEFAULT_SETTINGS, type Settings, settingsItem } from '../../../data/settings';
import { Backup } from '../../../entrypoints/options/Backup';
import { LADDER, record } from '../../fixtures/records';
import { draw, later, settled, wordsByKey } from '../support/mounted';
import { noticeBoard, SLOW } from '../support/notices';

beforeEach(wordsByKey);

/** Restores a backup in the view, and gives what stands there and the notice about it. */
async function restored(settings: Settings, unreadable: unknown[] = [], ...ladders: Ladder[]) {
  const { said: notices, say: onNotice } = noticeBoard();
  const place = document.createElement('div');
  document.body.append(place);
  await draw(h(Backup, { onNotice }), place);
  const text = toBackup({
    evidence: [record()],
    unreadable,
    ladders: ladders.length > 0 ? ladders : [LADDER],
    settings,
    exportedAt: new Date(),
  });
  await choose(place, text);
  return { place, notice: () => notices.at(-1) };
}

async function choose(place: HTMLElement, text: string): Promise<void> {
  const input = place.querySelector('input') as HTMLInputElement;
  const file = new File([text], 'file.json');
  Object.defineProperty(input, 'files', { configurable: true, value: [file] });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
}

it('says that it cannot be read where it cannot be saved for that', async () => {
  const { said: notices, say: onNotice } = noticeBoard();
  const place = document.createElement('div');
  await draw(h(Backup, { onNotice }), place);
  vi.spyOn(ownLaddersItem, 'getValue').mockRejectedValue(new Error('IO error'));
  await act(async () => place.querySelector('button')?.click());
  await settled();
  expect(notices).toEqual([{ text: 'failure_unreadable IO error', tone: 'error' }]);
});

it('says that saving goes on where the browser is slow to read', async () => {
  const { said, say: onNotice } = noticeBoard();
  const place = document.createElement('div');
  await draw(h(Backup, { onNotice }), place);
  vi.spyOn(ownLaddersItem, 'getValue').mockReturnValue(later<never>().promise);
  await act(async () => place.querySelector('button')?.click());
  await expect.poll(() => said, SLOW).toEqual([{ text: 'panel_reading', goesOn: true }]);
});

it('says that a restore goes on where the browser is slow to store', async () => {
  const stored = later<void>();
  vi.spyOn(browser.storage.local, 'set').mockReturnValue(stored.promise as never);
  const { notice } = await restored(DEFAULT_SETTINGS);
  await expect.poll(notice, SLOW).toEqual({ text: 'backup_restoring', goesOn: true });
  stored.keep();
  await expect.poll(() => notice()?.text).toContain('backup_restored');
});

it('says nothing of the restore before it beside why a file is refused', async () => {
  const { place, notice } = await restored(DEFAULT_SETTINGS);
  expect(notice()?.text).toContain('backup_restored');
  await choose(place, '[]');
  expect(notice()).toBeNull();
  expect(place.querySelector('[role=alert]')?.textContent).toContain('backup_problem_notABackup');
});

it('asks nothing of the restore before it once another file was chosen, though that is refused', async () => {
  const { place } = await restored(DEFAULT_SETTINGS, [], { ...LADDER, id: 'intercom-pm' });
  expect(place.querySelector('.rows button')).not.toBeNull();
  await choose(place, '[]');
  expect(place.querySelector('.rows')).toBeNull();
});

it('says no more of what was left out of a restore that was undone', async () => {
  const { place, notice } = await restored(DEFAULT_SETTINGS, [{ id: 'broken' }]);
  expect(place.querySelector('[role=alert]')?.textContent).toBe(
    'backup_skipped 1Evidence 2, "schema" is missing.',
  );
  await act(async () => notice()?.action?.run());
  await settled();
  expect(place.querySelector('[role=alert]')).toBeNull();
});

it('counts what was left out of a restore, however much it is, and names the first', async () => {
  const { place } = await restored(DEFAULT_SETTINGS, Array(1_200).fill({}));
  const said = place.querySelector('[role=alert]');
  expect(said?.querySelector('p')?.textContent).toBe('backup_skipped 1,200');
  const names = [...(said?.querySelectorAll('li') ?? [])].map((one) => one.textContent);
  expect(names).toEqual(
    Array.from({ length: 8 }, (_, at) => `Evidence ${at + 2}, "schema" is missing.`),
  );
  expect(said?.querySelector('p:last-child')?.textContent).toBe('ladders_more 1,192');
});

it('says so where all of it was changed since, and undoes nothing', async () => {
  const mine = { ...DEFAULT_SETTINGS, ladder: 'intercom-pm', level: 'pm' };
  await settingsItem.setValue(mine);
  const { place, notice } = await restored({ ...mine, level: 'senior-pm' });
  const undo = notice()?.action?.run;
  await createEvidenceStore().remove([record()]);
  await keepLadder({ ...LADDER, summary: 'Since.' });
  await act(async () => undo?.(true));
  await settled();
  expect(notice()).toEqual({ text: 'backup_changedSince' });
  expect(place.querySelector('.rows button')).not.toBeNull();
});

it('does not speak of settings where the backup has none', async () => {
  const period = { periodFrom: '2026-01-01', periodTo: '2026-06-30' };
  await settingsItem.setValue({ ...DEFAULT_SETTINGS, ...period });
  const { notice } = await restored(DEFAULT_SETTINGS);
  expect(notice()?.text).toBe('backup_restored 1 0 0 backup_ladders 1');
  expect(await settingsItem.getValue()).toEqual({ ...DEFAULT_SETTINGS, ...period });
});

it('offers the ladder and level of a backup, and undoes that', async () => {
  const mine = { ...DEFAULT_SETTINGS, ladder: 'intercom-pm', level: 'pm' };
  await settingsItem.setValue(mine);
  const period = { periodFrom: '2026-01-01' };
  const standing = { ladder: LADDER.id, level: 'pm2' };
  const { place, notice } = await restored({ ...mine, ...standing, ...period });
  expect(notice()?.text).toContain('backup_periodTaken');
  const offer = place.querySelector<HTMLElement>('.rows button');
  expect(offer?.textContent).toBe('backup_useLadder Acme PM PM2');
  await act(async () => offer?.click());
  await settled();
  expect(await settingsItem.getValue()).toEqual({ ...mine, ...standing, ...period });
  expect(place.querySelector('.rows')).toBeNull();
  await act(async () => notice()?.action?.run());
  await settled();
  expect(await settingsItem.getValue()).toEqual({ ...mine, ...period });
  expect(place.querySelector('.rows button')).not.toBeNull();
});

it('reads its questions out in a place that holds no more than those', async () => {
  const mine = { ...DEFAULT_SETTINGS, ladder: 'intercom-pm', level: 'pm' };
  await settingsItem.setValue(mine);
  const own = { ...LADDER, id: 'intercom-pm' };
  const { place } = await restored({ ...mine, level: 'senior-pm' }, [], own);
  expect(place.querySelectorAll('.rows button')).toHaveLength(2);
  const status = place.querySelector('[role=status]');
  await vi.waitFor(() =>
    expect(status?.textContent).toBe('backup_otherSettings backup_clashing Acme PM intercom-pm'),
  );
  expect(status?.querySelector('button')).toBeNull();
});

it('offers a ladder that has the id of one that comes with Rung under another id', async () => {
  const own = { ...LADDER, id: 'intercom-pm' };
  const { place, notice } = await restored(DEFAULT_SETTINGS, [], own);
  expect(notice()?.text).toBe('backup_restored 1 0 0');
  const row = place.querySelector('.rows li');
  expect(row?.textContent).toContain('backup_clashing Acme PM intercom-pm');
  await keepLadder({ ...LADDER, id: 'intercom-pm-2', name: 'Second' });
  await act(async () => row?.querySelector('button')?.click());
  await settled();
  expect(notice()?.text).toBe('ladders_added Acme PM');
  expect(await ownLaddersItem.getValue()).toMatchObject({
    'intercom-pm-2': { name: 'Second' },
    'intercom-pm-3': { ...own, id: 'intercom-pm-3' },
  });
  expect(place.querySelector('.rows')).toBeNull();
  await act(async () => notice()?.action?.run());
  await settled();
  expect(Object.keys(await ownLaddersItem.getValue())).toEqual(['intercom-pm-2']);
  expect(place.querySelector('.rows')).not.toBeNull();
});

it('puts no question again that was answered while another was', async () => {
  const theirs = ['one', 'two'].map((id) => ({ ...LADDER, id, name: id, summary: 'Theirs.' }));
  for (const one of theirs) await keepLadder({ ...one, summary: 'Mine.' });
  const { place } = await restored(
    DEFAULT_SETTINGS,
    [],
    ...theirs,
    { ...LADDER, id: 'intercom-pm' },
    { ...LADDER, id: 'webflow-pm' },
  );
  const buttons = [...place.querySelectorAll<HTMLElement>('.rows button')];
  expect(buttons).toHaveLength(4);
  await act(async () => {
    for (const button of buttons) button.click();
  });
  await settled();
  expect(place.querySelector('.rows')).toBeNull();
});

it('does not call it the review period where only what exports say was taken over', async () => {
  const mine = { ...DEFAULT_SETTINGS, ladder: LADDER.id, level: 'pm2' };
  await settingsItem.setValue(mine);
  const { notice } = await restored({ ...mine, exportNotes: false });
  expect(notice()?.text).toContain('backup_settingsTaken');
  expect(await settingsItem.getValue()).toEqual({ ...mine, exportNotes: false });
});

it('is where the keyboard is, where the options were opened for it', async () => {
  location.hash = '#restore';
  const { place } = await restored(DEFAULT_SETTINGS);
  expect(document.activeElement?.textContent).toBe('backup_restore');
  expect(place.contains(document.activeElement)).toBe(true);
  location.hash = '';
});

it('names both ladders where the one that is replaced has another name', async () => {
  await keepLadder(LADDER);
  const { place, notice } = await restored(DEFAULT_SETTINGS, [], { ...LADDER, name: 'Acme 2027' });
  const [replace] = [...place.querySelectorAll<HTMLElement>('.rows button')];
  expect(replace?.textContent).toBe('backup_replace Acme PM');
  await act(async () => replace?.click());
  await settled();
  expect(notice()?.text).toBe('ladders_replacedBy Acme PM Acme 2027');
});
