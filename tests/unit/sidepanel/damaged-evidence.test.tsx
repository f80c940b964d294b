// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createEvidenceStore } from '../../../data/evidence';
import { keyOf } from '../../../data/evidence/keys';
import type { Ladder } from '../../../data/ladder';
import { BUNDLED_LADDERS } from '../../../data/library';
import { DEFAULT_SETTINGS } from '../../../data/settings';
import { seededRecord } from '../../e2e/harness/seed';
import { draw, settled } from '../support/mounted';
import { emptyPlace, Panel } from '../support/panel';

const area = fakeBrowser.storage.local;
const record = seededRecord(0);
const damaged = { ...seededRecord(1), kind: 'nobody' };
const newer = { ...seededRecord(2), schema: 2 };
const ladder = BUNDLED_LADDERS.find(({ id }) => id === record.ladder) as Ladder;
const mine = { ladder, level: record.level };
const library = { ladders: BUNDLED_LADDERS, settings: DEFAULT_SETTINGS, mine };

let place: HTMLElement;
const files: Blob[] = [];

beforeEach(() => {
  place = emptyPlace();
  files.length = 0;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    files.push(file as Blob);
    return 'blob:file';
  });
});

async function open(...unreadable: { id: string; target: { document: string } }[]): Promise<void> {
  await createEvidenceStore().putBack([record]);
  await area.set(Object.fromEntries(unreadable.map((one) => [keyOf(one), one])));
  await draw(<Panel library={library} start={{ tab: 'evidence' }} />, place);
}

const toast = () => place.querySelector('.toast');

async function press(words: string): Promise<void> {
  const buttons = [...(toast()?.querySelectorAll('button') ?? [])];
  const button = buttons.find((one) => one.textContent === words);
  if (!button) throw new Error(`There is no button “${words}”.`);
  await act(async () => button.click());
  await settled();
}

it('can be saved as a file, then removed, and that can be undone', async () => {
  await open(damaged, newer);
  expect(toast()?.textContent).toContain('evidence_damaged 1 evidence_newer 1');
  await press('evidence_saveDamaged 1');
  expect(JSON.parse((await files[0]?.text()) ?? '').evidence).toEqual([damaged]);
  expect(await area.get(keyOf(damaged))).toEqual({ [keyOf(damaged)]: damaged });

  expect(toast()?.textContent).toContain('evidence_damagedSaved 1');
  await press('evidence_removeDamaged 1');
  expect(await createEvidenceStore().all()).toEqual({ evidence: [record], unreadable: [newer] });
  expect(toast()?.textContent).toContain('evidence_damagedRemoved 1');

  await press('common_undo');
  expect(await area.get(keyOf(damaged))).toEqual({ [keyOf(damaged)]: damaged });
  expect(toast()?.textContent).toContain('evidence_damaged 1');
});

it('says so where it was restored or replaced before its removal was undone', async () => {
  await open(damaged);
  await press('evidence_saveDamaged 1');
  await press('evidence_removeDamaged 1');
  const mended = seededRecord(1);
  await area.set({ [keyOf(damaged)]: mended });
  await press('common_undo');
  expect(await area.get(keyOf(damaged))).toEqual({ [keyOf(damaged)]: mended });
  expect(toast()?.querySelector('[role=status]')?.textContent).toBe('evidence_damagedReplaced');
});

it('says that it cannot be read where it cannot be saved for that', async () => {
  await open(damaged);
  vi.spyOn(area, 'get').mockRejectedValue(new Error('IO error'));
  await press('evidence_saveDamaged 1');
  expect(toast()?.textContent).toContain('failure_unreadable IO error');
});

it('is nothing a newer version of Rung wrote: that is told of, and stays', async () => {
  await open(newer);
  expect(toast()?.textContent).toBe('evidence_newer 1');
});
