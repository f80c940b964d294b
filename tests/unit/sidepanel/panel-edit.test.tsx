// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it } from 'vitest';
import { createEvidenceStore, type Evidence } from '../../../data/evidence';
import { EVERYTHING, type EvidenceFilter } from '../../../data/evidence/filter';
import type { Ladder } from '../../../data/ladder';
import { BUNDLED_LADDERS } from '../../../data/library';
import { DEFAULT_SETTINGS } from '../../../data/settings';
import { seededRecord } from '../../e2e/harness/seed';
import { draw, settled } from '../support/mounted';
import { emptyPlace, Panel } from '../support/panel';

const records = [seededRecord(0), seededRecord(1)];
const [record] = records as [Evidence, Evidence];
const ladder = BUNDLED_LADDERS.find(({ id }) => id === record.ladder) as Ladder;
const mine = { ladder, level: record.level };
const library = { ladders: BUNDLED_LADDERS, settings: DEFAULT_SETTINGS, mine };

let place: HTMLElement;

beforeEach(() => {
  place = emptyPlace();
});

async function open(filter: EvidenceFilter = EVERYTHING): Promise<void> {
  await createEvidenceStore().putBack(records);
  await draw(<Panel library={library} start={{ tab: 'evidence', filter }} />, place);
}

async function press(words: string): Promise<void> {
  const button = [...place.querySelectorAll('button')].find((one) =>
    `${one.getAttribute('aria-label') ?? ''} ${one.textContent}`.includes(words),
  );
  if (!button) throw new Error(`There is no button “${words}”.`);
  await act(async () => button.click());
  await settled();
}

const noteField = () => place.querySelector<HTMLTextAreaElement>('.edit-evidence textarea');

async function editNote(words: string): Promise<void> {
  await press('evidence_edit');
  const field = noteField() as HTMLTextAreaElement;
  field.value = words;
  await act(async () => void field.dispatchEvent(new InputEvent('input', { bubbles: true })));
}

const storedNotes = async () => (await createEvidenceStore().all()).evidence.map((one) => one.note);

it('says that a change was saved, and undoes it', async () => {
  await open();
  const before = await storedNotes();
  await editNote('Written in a hurry');
  await press('evidence_save');
  expect(await storedNotes()).toContain('Written in a hurry');
  expect(place.querySelector('.toast')?.textContent).toContain('evidence_saved');

  await press('common_undo');
  expect(await storedNotes()).toEqual(before);
});

it('saves once, however often that is pressed, and undoes that', async () => {
  await open();
  const before = await storedNotes();
  await editNote('Written in a hurry');
  const form = place.querySelector<HTMLFormElement>('.edit-evidence');
  await act(async () => {
    form?.requestSubmit();
    form?.requestSubmit();
  });
  await settled();
  await press('common_undo');
  expect(await storedNotes()).toEqual(before);
});

it('keeps what is half written while a passage is pasted', async () => {
  await open();
  await editNote('Half a sentence');
  await press('page_paste');
  expect(place.querySelector('.paste')).not.toBeNull();
  expect(noteField()?.closest('[hidden]')).not.toBeNull();

  await press('common_cancel');
  expect(noteField()?.value).toBe('Half a sentence');
  expect(noteField()?.closest('[hidden]')).toBeNull();
});

it('says that it shows one piece alone, and shows the others again', async () => {
  await open({ ...EVERYTHING, id: record.id });
  expect(place.querySelectorAll('.evidence')).toHaveLength(1);
  expect(place.textContent).toContain('filter_onlyOne');
  await press('filter_clear');
  expect(place.querySelectorAll('.evidence')).toHaveLength(2);
  expect(place.textContent).not.toContain('filter_onlyOne');
});

async function savedInAHurry(): Promise<Evidence> {
  await open();
  await editNote('Written in a hurry');
  await press('evidence_save');
  const { evidence } = await createEvidenceStore().all();
  return evidence.find(({ note }) => note.includes('hurry')) as Evidence;
}

it('leaves alone what was written since, in another window', async () => {
  const saved = await savedInAHurry();
  await createEvidenceStore().change(saved, { note: 'Written with care' });
  await settled();

  await press('common_undo');
  expect(await storedNotes()).toContain('Written with care');
  expect(place.querySelector('.toast')?.textContent).toContain('evidence_changedSince');
});

it('does not tag a passage a second time with the same, and keeps the form', async () => {
  const other = records[1] as Evidence;
  const twin = { ...record, id: 'twin', subSkill: other.subSkill, level: other.level };
  await createEvidenceStore().putBack([record, twin]);
  await draw(
    <Panel library={library} start={{ tab: 'evidence', filter: { ...EVERYTHING, id: 'twin' } }} />,
    place,
  );
  await editNote('Half a sentence');
  const [subSkill, level] = place.querySelectorAll<HTMLSelectElement>('.edit-evidence select');
  for (const [field, value] of [
    [subSkill, `${record.ladder}/${record.subSkill}`],
    [level, record.level],
  ] as const) {
    if (!field) throw new Error('There is no such field.');
    field.value = value;
    await act(async () => void field.dispatchEvent(new Event('input', { bubbles: true })));
  }
  await press('evidence_save');
  expect(place.querySelector('.toast')?.textContent).toContain('failure_said');
  expect(noteField()?.value).toBe('Half a sentence');
  const { evidence } = await createEvidenceStore().all();
  expect(evidence.find(({ id }) => id === 'twin')).toEqual(twin);
});

it('brings back nothing over what another window stored since it was deleted', async () => {
  await open();
  await press('evidence_delete');
  const left = (await createEvidenceStore().all()).evidence.map(({ id }) => id);
  const gone = records.find(({ id }) => !left.includes(id)) as Evidence;
  await createEvidenceStore().change(gone, { note: 'Typed in another window' });
  await settled();

  await press('common_undo');
  expect(await storedNotes()).toContain('Typed in another window');
  expect(place.querySelector('.toast')?.textContent).toContain('evidence_changedSince');
});

it('leaves where evidence stands alone, also where its ladder is named as no ladder is', async () => {
  const odd = { ...record, ladder: 'acme/pm', subSkill: 'x', level: 'y' };
  await createEvidenceStore().putBack([odd]);
  await draw(<Panel library={library} start={{ tab: 'evidence', filter: EVERYTHING }} />, place);
  await editNote('Only this is new');
  await press('evidence_save');
  const [saved] = (await createEvidenceStore().all()).evidence;
  expect(saved).toMatchObject({
    ladder: 'acme/pm',
    subSkill: 'x',
    level: 'y',
    note: 'Only this is new',
  });
});

it('does not bring back what was deleted since', async () => {
  const saved = await savedInAHurry();
  await createEvidenceStore().remove([saved]);
  await settled();

  await press('common_undo');
  expect(await storedNotes()).toHaveLength(records.length - 1);
});
