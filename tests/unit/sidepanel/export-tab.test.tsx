// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { createEvidenceStore, type Evidence } from '../../../data/evidence';
import { EVERYTHING } from '../../../data/evidence/filter';
import type { Place } from '../../../data/panel-place';
import { DEFAULT_SETTINGS, type Settings, settingsItem } from '../../../data/settings';
import { LADDER, record } from '../../fixtures/records';
import { draw, settled } from '../support/mounted';
import { emptyPlace, Panel } from '../support/panel';

let place: HTMLElement;

beforeEach(() => {
  place = emptyPlace();
});

/** The Export tab over some evidence. */
async function open(
  evidence: readonly Evidence[],
  settings: Partial<Settings> = {},
  start: Partial<Place> = {},
  ladders = [LADDER],
): Promise<void> {
  await createEvidenceStore().putBack([...evidence]);
  const mine = { ladder: LADDER, level: 'pm2' };
  const library = { ladders, settings: { ...DEFAULT_SETTINGS, ...settings }, mine };
  await draw(<Panel library={library} start={{ tab: 'export', ...start }} />, place);
}

const preview = () => place.querySelector('.preview pre')?.textContent ?? '';
const expected = () => place.querySelector<HTMLSelectElement>('.export-include select');
const notes = () => place.querySelector<HTMLInputElement>('.export-include input');

async function choose(part: string): Promise<void> {
  const select = expected() as HTMLSelectElement;
  select.value = part;
  await act(async () => void select.dispatchEvent(new Event('change', { bubbles: true })));
  await settled();
}

const NOTED = record({ note: 'Ask Ines' });

it('says what the level itself states, and the notes, until something else is chosen', async () => {
  await open([NOTED]);
  expect(expected()?.value).toBe('stated');
  expect(preview()).toContain('Plans studies.');
  expect(preview()).not.toContain('Talks to customers.');
  expect(preview()).toContain('Ask Ines');
});

it('says of each button what it gives, as all of them are called the same', async () => {
  await open([NOTED]);
  const described = [...place.querySelectorAll('.export-buttons button')].map((button) => {
    const by = document.getElementById(button.getAttribute('aria-describedby') ?? '');
    return `${button.textContent} ${by?.textContent}`;
  });
  expect(described).toEqual([
    'export_copy export_markdown',
    'export_save export_markdown',
    'export_save export_csv',
    'export_save export_json',
  ]);
});

it('keeps the keyboard beside the button for the period, which goes once it is pressed', async () => {
  await open([NOTED], { periodFrom: '2020-01-01', periodTo: '2020-06-30' });
  const [, onlyPeriod] = place.querySelectorAll<HTMLElement>('.export p button');
  onlyPeriod?.focus();
  expect(onlyPeriod?.textContent).toContain('export_onlyPeriod');
  await act(async () => onlyPeriod?.click());
  await settled();
  expect(document.activeElement).toBe(place.querySelector('.export p button'));
});

it('begins with the ladder the user is on, whichever comes first of all', async () => {
  const other = { ...LADDER, id: 'other', name: 'Another ladder' };
  const [mine, theirs] = [
    record({ note: 'Mine' }),
    record({ id: 'e2', ladder: 'other', note: 'Theirs' }),
  ];
  await open([mine, theirs], {}, {}, [other, LADDER]);
  expect(preview().match(/Mine|Theirs/g)).toEqual(['Mine', 'Theirs']);
});

it('shows what is chosen in the preview at once, and keeps it', async () => {
  await open([NOTED]);
  await choose('all');
  expect(preview()).toContain('Talks to customers.');
  await choose('none');
  expect(preview()).not.toContain('Plans studies.');
  await act(async () => notes()?.click());
  await settled();
  expect(preview()).not.toContain('Ask Ines');
  expect(preview()).not.toContain('Plans studies.');
  expect(await settingsItem.getValue()).toMatchObject({
    exportExpectations: 'none',
    exportNotes: false,
  });
});

it('takes up what was chosen before', async () => {
  await open([NOTED], { exportExpectations: 'all', exportNotes: false });
  expect([expected()?.value, notes()?.checked]).toEqual(['all', false]);
  expect(preview()).toContain('Talks to customers.');
  expect(preview()).not.toContain('Ask Ines');
});

it('exports what is chosen also where the browser refuses to keep it, and says that', async () => {
  await open([NOTED]);
  vi.spyOn(settingsItem, 'setValue').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
  await choose('none');
  expect(preview()).not.toContain('Plans studies.');
  expect(place.querySelector('[role=alert]')?.textContent).toContain('failure_full');
});

it('says which days it is narrowed to, and that they are the review period', async () => {
  const period = { periodFrom: '2026-01-01', periodTo: '2026-06-30' };
  const filter = { ...EVERYTHING, from: '2026-01-01', to: '2026-06-30' };
  await open([NOTED], period, { filter });
  expect(preview()).toMatch(/^# \S+\n\nexport\\_words\\_reviewPeriod .*June/);
  await draw(null, place);
  await open([NOTED], period);
  expect(preview()).not.toContain('reviewPeriod');
});

it('shows the beginning of what is copied, to the end of a line', async () => {
  const writeText = vi.fn(async (_text: string) => undefined);
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  const many = Array.from({ length: 200 }, (_, at) =>
    record({ id: `e${at}`, quote: `Passage ${at} of very many that were tagged.` }),
  );
  await open(many);
  const copy = place.querySelector<HTMLElement>('.export-buttons button');
  await act(async () => copy?.click());
  await settled();
  const copied = writeText.mock.lastCall?.[0] ?? '';
  expect(copied.startsWith(`${preview()}\n`)).toBe(true);
  expect(preview().length).toBeLessThan(copied.length / 2);
});

it('takes all of the review period, whatever it was narrowed to before', async () => {
  const period = { periodFrom: '2026-01-01', periodTo: '2026-06-30' };
  const peer = record({ id: 'e2', quote: 'She listens.', kind: 'peer' });
  const late = record({ id: 'e3', quote: 'Long after.', when: '2026-09-01' });
  await open([NOTED, peer, late], period, { filter: { ...EVERYTHING, kind: 'peer' } });
  expect(preview()).not.toContain('We asked');
  const buttons = [...place.querySelectorAll<HTMLElement>('.export p button')];
  const onlyPeriod = buttons.find(({ textContent }) => textContent === 'export_onlyPeriod 2');
  await act(async () => onlyPeriod?.click());
  await settled();
  expect(preview()).toContain('We asked');
  expect(preview()).toContain('She listens.');
  expect(preview()).not.toContain('Long after.');
});

it('says that the backup cannot be read where it cannot be saved for that', async () => {
  await open([NOTED]);
  vi.spyOn(settingsItem, 'getValue').mockRejectedValue(new Error('IO error'));
  const save = [...place.querySelectorAll<HTMLElement>('.export-buttons button')].at(-1);
  await act(async () => save?.click());
  await settled();
  expect(place.querySelector('.toast')?.textContent).toContain('failure_unreadable IO error');
});

it('leaves the undo of a deletion offered where something was copied since', async () => {
  const writeText = vi.fn(async () => undefined);
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  const other = record({ id: 'e2', quote: 'She listens.' });
  await open([NOTED, other], {}, { tab: 'evidence' });
  const press = async (selector: string) => {
    await act(async () => place.querySelector<HTMLElement>(selector)?.click());
    await settled();
  };
  await press('[aria-label=evidence_delete]');
  await press('#tab-export');
  await press('.export-buttons button');
  const toast = place.querySelector('.toast');
  expect(toast?.textContent).toContain('export_copiedMarkdown');
  await press('.toast [aria-label*=common_undoOf]');
  expect((await createEvidenceStore().all()).evidence).toHaveLength(2);
});
