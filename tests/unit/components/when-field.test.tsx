// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { EditEvidence } from '../../../components/evidence/EditEvidence';
import { EvidenceItem } from '../../../components/evidence/EvidenceItem';
import { type Choice, TagForm } from '../../../components/tagging/TagForm';
import type { Ladder } from '../../../data/ladder';
import { BUNDLED_LADDERS } from '../../../data/library';
import type { SearchResult } from '../../../data/search';
import { record } from '../../fixtures/records';
import { settled } from '../support/mounted';

vi.mock('#i18n', () => ({
  i18n: { t: (key: string, ...parts: unknown[]) => [key, ...parts.flat()].join(' ') },
}));

const [ladder] = BUNDLED_LADDERS as readonly [Ladder, ...Ladder[]];
const GUESS: SearchResult = {
  ladder: { id: ladder.id, name: ladder.name },
  skillArea: { id: 'area', name: 'Area' },
  subSkill: { id: 'customer-focus', name: 'Customer focus' },
  ...{ expectations: [], marks: { name: [], definition: [] }, reasons: [] },
};
const save = vi.fn(async (_choice: Choice) => undefined);
const onUnsaved = vi.fn();
const onSave = vi.fn(async () => undefined);
const onCancel = vi.fn();
let place: HTMLElement;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 6, 3, 10) });
  for (const mock of [save, onUnsaved, onSave, onCancel]) mock.mockClear();
  place = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  vi.useRealTimers();
  act(() => render(null, place));
  place.remove();
});

function drawForm(periodEnded: string | null): void {
  const level = ladder.levels[0]?.id ?? '';
  act(() =>
    render(
      <TagForm
        {...{ ladder, level, periodEnded, save, onUnsaved, onCancel }}
        {...{ kind: 'self', passage: 'I shipped it.', already: [] }}
        find={() => [GUESS]}
        nearest={() => []}
        didYouMean={() => null}
        onSaved={() => undefined}
      />,
      place,
    ),
  );
}

function drawEdit(evidence = record({ ladder: ladder.id, created: '2026-07-03T09:00:00.000Z' })) {
  act(() => render(<EditEvidence {...{ evidence, ladders: [ladder], onSave, onCancel }} />, place));
}

const field = () => place.querySelector('input[type=date]') as HTMLInputElement;
const text = () => place.textContent ?? '';
const alert = () => place.querySelector('[role=alert]')?.textContent;

function type(day: string, half = false): void {
  Object.defineProperty(field(), 'validity', { configurable: true, value: { badInput: half } });
  field().value = day;
  act(() => void field().dispatchEvent(new Event('input', { bubbles: true })));
}

async function submit(): Promise<void> {
  const event = new Event('submit', { bubbles: true, cancelable: true });
  await act(async () => void place.querySelector('form')?.dispatchEvent(event));
  await settled();
}

const saved = () => save.mock.calls.map(([choice]) => choice.when);

it('begins with today, which is not stored', async () => {
  drawForm(null);
  expect(field().value).toBe('2026-07-03');
  expect(text()).not.toContain('tag.whenEnded');
  await submit();
  expect(saved()).toEqual([undefined]);
});

it('begins with the last day of a period that is over, and says so', async () => {
  drawForm('2026-06-30');
  expect(field().value).toBe('2026-06-30');
  expect(text()).toMatch(/tag\.whenEnded .*30.*2026/);
  expect(onUnsaved).not.toHaveBeenCalled();
  await submit();
  expect(saved()).toEqual(['2026-06-30']);
});

it('reads out with the day where it came from, and what is wrong with it', async () => {
  const described = () =>
    (field().getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent);
  drawForm('2026-06-30');
  expect(described()).toEqual([expect.stringContaining('tag.whenEnded')]);
  type('2026-07-04');
  expect(described()).toEqual([undefined]);
  await submit();
  expect(described()).toEqual(['tag.whenFuture']);
});

it('takes another day, and says no longer where it came from', async () => {
  drawForm('2026-06-30');
  type('2026-04-02');
  expect(text()).not.toContain('tag.whenEnded');
  expect(onUnsaved.mock.lastCall).toEqual([true]);
  await submit();
  expect(saved()).toEqual(['2026-04-02']);
});

it.each([
  ['cleared', '', undefined],
  ['the day of tagging, chosen all the same', '2026-07-03', '2026-07-03'],
])('stores what was said: %s', async (_, day, stored) => {
  drawForm('2026-06-30');
  type(day);
  await submit();
  expect(saved()).toEqual([stored]);
});

it('stores the day it showed where midnight goes by before it is saved', async () => {
  drawForm(null);
  vi.setSystemTime(new Date(2026, 6, 4, 0, 3));
  await submit();
  expect(saved()).toEqual(['2026-07-03']);
});

it.each([
  ['', true, 'tag.whenHalf'],
  ['2026-07-04', false, 'tag.whenFuture'],
  ['0026-06-30', false, 'tag.whenOld'],
])('does not save %j (half of it: %s), says why and keeps the note', async (day, half, why) => {
  drawForm(null);
  const note = place.querySelector('textarea') as HTMLTextAreaElement;
  note.value = 'Ask Ines';
  act(() => void note.dispatchEvent(new Event('input', { bubbles: true })));
  type(day, half);
  expect(alert()).toBeUndefined();
  await submit();
  expect(alert()).toBe(why);
  expect(document.activeElement).toBe(field());
  expect(save).not.toHaveBeenCalled();

  type('2026-07-01');
  expect(alert()).toBeUndefined();
  await submit();
  expect(save.mock.lastCall).toMatchObject([{ note: 'Ask Ines', when: '2026-07-01' }]);
});

it('says what is wrong with a date when it is left', () => {
  drawForm(null);
  type('', true);
  act(() => void field().dispatchEvent(new FocusEvent('blur')));
  expect(alert()).toBe('tag.whenHalf');
  expect(field().getAttribute('aria-invalid')).toBe('true');
});

it('changes the day of what was tagged, and takes it away again', async () => {
  drawEdit();
  expect(field().value).toBe('2026-07-03');
  type('2026-06-12');
  await submit();
  expect(onSave.mock.lastCall).toEqual([{ when: '2026-06-12' }]);

  act(() => render(null, place));
  drawEdit(record({ ladder: ladder.id, created: '2026-07-03T09:00:00.000Z', when: '2026-06-12' }));
  expect(field().value).toBe('2026-06-12');
  type('');
  await submit();
  expect(onSave.mock.lastCall).toEqual([{ when: undefined }]);
});

it('leaves a day alone that nobody touched, whatever day it is here', async () => {
  drawEdit(record({ created: '2026-07-03T09:00:00.000Z', when: '2026-07-03' }));
  await submit();
  drawEdit(record({ id: 'from a clock ahead', when: '2027-01-01' }));
  await submit();
  expect(onSave).not.toHaveBeenCalled();
});

it('saves a note of what has the day of a clock ahead', async () => {
  drawEdit(record({ ladder: ladder.id, when: '2027-01-01' }));
  const note = place.querySelector('textarea') as HTMLTextAreaElement;
  note.value = 'Ask Ines';
  act(() => void note.dispatchEvent(new Event('input', { bubbles: true })));
  await submit();
  expect(onSave.mock.lastCall).toEqual([{ note: 'Ask Ines' }]);
});

it('does not close over a date that is half there', async () => {
  drawEdit();
  type('', true);
  await submit();
  expect(alert()).toBe('tag.whenHalf');
  expect(onCancel).not.toHaveBeenCalled();
});

it('is what a card shows, with the day of tagging behind it', () => {
  const item = { ladders: [ladder], onChange: async () => true, onRemove: async () => true };
  const created = '2026-07-03T09:00:00.000Z';
  const facts = (when?: string) => {
    const evidence = record({ created, ...(when && { when }) });
    act(() => render(<EvidenceItem {...item} evidence={evidence} />, place));
    const day = place.querySelector('.facts > span > :last-child');
    return [day?.textContent, day?.getAttribute('title') ?? ''];
  };
  expect(facts()).toEqual([expect.stringMatching(/3.*2026/), '']);
  expect(facts('2026-06-12')).toEqual([
    expect.stringMatching(/12.*2026/),
    expect.stringMatching(/evidence\.tagged .*3.*2026/),
  ]);
});
