// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EvidenceItem } from '../../../components/evidence/EvidenceItem';
import type { Evidence } from '../../../data/evidence';
import { LADDER, record } from '../../fixtures/records';
import { draw, later, settled, wordsByKey } from '../support/mounted';

const onChange = vi.fn(async () => true);
const onRemove = vi.fn(async () => true);
const onRemovedEdited = vi.fn();
const onHalfEdited = vi.fn();
const mocks = { onChange, onRemove, onRemovedEdited, onHalfEdited };

let place: HTMLElement;

beforeEach(() => {
  wordsByKey();
  for (const mock of Object.values(mocks)) mock.mockClear();
  onChange.mockResolvedValue(true);
  onRemove.mockResolvedValue(true);
  place = document.createElement('div');
  document.body.replaceChildren(place);
});

const show = (evidence: Evidence, more: Partial<Parameters<typeof EvidenceItem>[0]> = {}) =>
  draw(<EvidenceItem evidence={evidence} ladders={[LADDER]} {...mocks} {...more} />, place);

const text = (selector: string) => place.querySelector(selector)?.textContent;
const facts = () =>
  [...place.querySelectorAll('.facts > span > span')].map((one) => one.textContent);

/** The button of these words or of this name, if there is one. */
const button = (words: string) =>
  [...place.querySelectorAll('button')].find(
    (one) => one.textContent === words || one.getAttribute('aria-label') === words,
  );

async function press(words: string): Promise<void> {
  const pressed = button(words);
  if (!pressed) throw new Error(`There is no button “${words}”.`);
  pressed.focus();
  await act(async () => pressed.click());
  await settled();
}

async function write(words: string): Promise<void> {
  const note = place.querySelector('textarea') as HTMLTextAreaElement;
  note.value = words;
  await act(async () => void note.dispatchEvent(new Event('input', { bubbles: true })));
}

const lines = (count: number) => Array.from({ length: count }, (_, at) => `Line ${at}`).join('\n');
const LONG = 'We asked ten customers what they miss. '.repeat(16);

const marking = (start: number, end: number) => () => [[start, end]] as const;

it('folds a long passage, and shows all of it where that is asked for', async () => {
  const clipped = () => place.querySelector('.quote.clipped') !== null;
  await show(record({ quote: LONG }), { seat: 'first' });
  expect(clipped()).toBe(true);
  const unfold = button('evidence_unfold');
  expect(unfold?.getAttribute('aria-expanded')).toBe('false');
  const whose = unfold?.getAttribute('aria-describedby') ?? '';
  expect(document.getElementById(whose)?.textContent).toBe('Research & data');
  await press('evidence_unfold');
  expect(clipped()).toBe(false);
  expect(button('evidence_fold')?.getAttribute('aria-expanded')).toBe('true');
  // What takes its place is another passage.
  await show(record({ id: 'e2', quote: LONG }), { seat: 'first' });
  expect(clipped()).toBe(true);
});

it.each([
  [LONG.slice(0, 600), false],
  [LONG.slice(0, 601), true],
  [lines(8), false],
  [lines(9), true],
])('takes a passage for long by its letters and its lines (%#)', async (quote, long) => {
  await show(record({ quote }));
  expect(place.querySelector('.quote.clipped') !== null).toBe(long);
});

it('folds nothing over the words that were searched for', async () => {
  await show(record({ quote: LONG }), { marks: marking(300, 309) });
  expect(place.querySelector('.clipped')).toBeNull();
  expect(text('.quote mark')).toBe(LONG.slice(300, 309));
  await show(record({ note: LONG }), { marks: marking(300, 309) });
  expect(place.querySelector('.clipped')).toBeNull();
  await show(record({ quote: LONG }), { marks: marking(3, 8) });
  expect(place.querySelector('.quote.clipped')).not.toBeNull();
});

it('folds a long note, but not while it is written', async () => {
  const clipped = () => place.querySelector('.evidence-note.clipped') !== null;
  await show(record({ note: LONG }));
  expect(clipped()).toBe(true);
  await press('evidence_unfoldNote');
  expect(clipped()).toBe(false);
  await press('evidence_fold');
  await press('evidence_edit');
  expect(button('evidence_unfoldNote')).toBeUndefined();
});

const source = () => place.querySelector('.evidence-source');
const ADDRESS = 'https://notes.example/a';

it('leads to its source, and says where that is and what was searched for in its name', async () => {
  const marks = (of: string) => (of === 'My review' ? ([[3, 9]] as const) : []);
  await show(record({ target: { source: ADDRESS, title: 'My\nreview' } }), { marks });
  const link = source()?.querySelector('a');
  expect(link?.textContent).toBe('My review');
  expect([link?.href, link?.title, link?.rel]).toEqual([ADDRESS, ADDRESS, 'noreferrer']);
  expect(link?.querySelector('mark')?.textContent).toBe('review');
  await show(record({ target: { source: ADDRESS, title: '' } }));
  expect(source()?.textContent).toBe(ADDRESS);
});

it.each([
  ['javascript:alert(1)', 'My review', 'My review'],
  ['about:config', 'My review', 'My review'],
  ['', 'My review', 'My review'],
  ['', '', 'evidence_pasted'],
])('has no link where its source is “%s”', async (address, title, said) => {
  await show(record({ target: { source: address, title } }));
  expect(source()?.textContent).toBe(said);
  expect(place.querySelector('a')).toBeNull();
});

it('says what it proves, also where no ladder has that any more', async () => {
  await show(record(), { mine: LADDER.id });
  expect(text('b')).toBe('Research & data');
  expect(facts().slice(0, 2)).toEqual(['PM2', 'kind_self']);
  await show(record({ subSkill: 'lost', level: 'pm9' }), { mine: LADDER.id });
  expect(text('b')).toBe('evidence_unknownSubSkill lost');
  expect(facts()[0]).toBe('evidence_unknownLevel pm9');
  await show(record({ ladder: 'gone' }), { mine: LADDER.id });
  expect(facts()[0]).toBe('evidence_unknownLadder gone');
});

it('says which keys do the same as its buttons, where there are such keys', async () => {
  const titles = () => [...place.querySelectorAll('button')].map((one) => one.title);
  const rest = { onGoTo: () => {} };
  await show(record(), rest);
  expect(titles()).toEqual(['evidence_goTo (Enter)', 'evidence_edit (e)', 'evidence_delete (Del)']);
  await show(record(), { ...rest, compact: true });
  expect(titles()).toEqual(['evidence_goTo', 'evidence_edit', 'evidence_delete']);
});

it('closes the form with the button that opened it, but not over what was written', async () => {
  const expanded = () => button('evidence_edit')?.getAttribute('aria-expanded');
  await show(record());
  await press('evidence_edit');
  expect(expanded()).toBe('true');
  await press('evidence_edit');
  expect(expanded()).toBe('false');
  expect(place.querySelector('textarea')).toBeNull();
  await press('evidence_edit');
  await write('Half a sentence');
  await press('evidence_edit');
  expect(place.querySelector('textarea')?.value).toBe('Half a sentence');
  expect(document.activeElement).toBe(place.querySelector('.edit-evidence select'));
});

it('closes the form once it is saved, and not where that went wrong', async () => {
  onChange.mockResolvedValue(false);
  await show(record());
  await press('evidence_edit');
  await write('In spring.');
  await press('evidence_save');
  expect(place.querySelector('textarea')?.value).toBe('In spring.');
  expect(onHalfEdited).not.toHaveBeenCalledWith(null);
  onChange.mockResolvedValue(true);
  await press('evidence_save');
  expect(place.querySelector('textarea')).toBeNull();
  expect(onHalfEdited).toHaveBeenLastCalledWith(null);
  expect(document.activeElement).toBe(button('evidence_edit'));
});

it('puts aside what was written where it is deleted, and nothing where nothing was', async () => {
  await show(record());
  await press('evidence_edit');
  await press('evidence_delete');
  expect(onRemovedEdited).not.toHaveBeenCalled();
  await press('evidence_edit');
  await write('Half a sentence');
  onRemove.mockResolvedValue(false);
  await press('evidence_delete');
  expect(onRemovedEdited).not.toHaveBeenCalled();
  expect(place.querySelector('textarea')?.value).toBe('Half a sentence');
  onRemove.mockResolvedValue(true);
  await press('evidence_delete');
  expect(onRemovedEdited).toHaveBeenCalledOnce();
});

const HALF_EDITED = {
  before: record(),
  subSkill: 'acme-pm/research',
  level: 'pm2',
  kind: 'self',
  note: 'Half a sentence',
  when: null,
} as const;

it('opens its form again where it comes back with what was half written', async () => {
  await show(record(), { seat: 'first', halfEdited: HALF_EDITED });
  await press('evidence_delete');
  expect(place.querySelector('textarea')).toBeNull();
  await show(record({ id: 'e2' }), { seat: 'first' });
  await show(record(), { seat: 'first', halfEdited: HALF_EDITED });
  expect(place.querySelector('textarea')?.value).toBe('Half a sentence');
});

describe('a piece that is deleted', () => {
  const showTwo = () =>
    draw(
      <ul>
        {[record(), record({ id: 'e2' })].map((one) => (
          <EvidenceItem key={one.id} evidence={one} ladders={[LADDER]} {...mocks} />
        ))}
        <li>
          <input type="search" />
        </li>
      </ul>,
      place,
    );
  const pieces = () => [...place.querySelectorAll<HTMLElement>('.evidence')];

  it('leaves the focus where it was moved meanwhile', async () => {
    const { promise, keep } = later<boolean>();
    onRemove.mockReturnValueOnce(promise);
    await showTwo();
    await press('evidence_delete');
    place.querySelector('input')?.focus();
    keep(true);
    await settled();
    expect(document.activeElement).toBe(place.querySelector('input'));
  });

  it('takes the focus from nobody who was elsewhere', async () => {
    await showTwo();
    await act(async () => button('evidence_delete')?.click());
    await settled();
    expect(pieces()).not.toContain(document.activeElement);
  });
});
