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

describe('a long passage', () => {
  const clipped = () => place.querySelector('.quote.clipped') !== null;
  const marking = (start: number, end: number) => () => [[start, end]] as const;

  it('is folded, and shown whole where that is asked for', async () => {
    await show(record({ quote: LONG }));
    expect(clipped()).toBe(true);
    expect(button('evidence_unfold')?.getAttribute('aria-expanded')).toBe('false');
    await press('evidence_unfold');
    expect(clipped()).toBe(false);
    expect(button('evidence_fold')?.getAttribute('aria-expanded')).toBe('true');
    await press('evidence_fold');
    expect(clipped()).toBe(true);
  });

  it('is one of many letters or of more than eight lines', async () => {
    await show(record({ quote: LONG.slice(0, 600) }));
    expect(clipped()).toBe(false);
    await show(record({ quote: LONG.slice(0, 601) }));
    expect(clipped()).toBe(true);
    await show(record({ quote: lines(8) }));
    expect(clipped()).toBe(false);
    await show(record({ quote: lines(9) }));
    expect(clipped()).toBe(true);
  });

  it('is not folded over the words that were searched for', async () => {
    await show(record({ quote: LONG }), { marks: marking(300, 309) });
    expect(clipped()).toBe(false);
    expect(text('.quote mark')).toBe(LONG.slice(300, 309));
    await show(record({ quote: LONG }), { marks: marking(3, 8) });
    expect(clipped()).toBe(true);
  });

  it('is folded again where other evidence takes its place', async () => {
    await show(record({ quote: LONG }), { seat: 'first' });
    await press('evidence_unfold');
    await show(record({ id: 'e2', quote: LONG }), { seat: 'first' });
    expect(clipped()).toBe(true);
  });

  it('says at the button whose it is', async () => {
    await show(record({ quote: LONG }));
    const id = button('evidence_unfold')?.getAttribute('aria-describedby');
    expect(document.getElementById(id ?? '')?.textContent).toBe('Research & data');
  });
});

describe('a long note', () => {
  const clipped = () => place.querySelector('.evidence-note.clipped') !== null;

  it('is folded, and shown whole where that is asked for', async () => {
    await show(record({ note: LONG }));
    expect(clipped()).toBe(true);
    await press('evidence_unfoldNote');
    expect(clipped()).toBe(false);
  });

  it('is not folded over the words that were searched for', async () => {
    const marks = (of: string) => (of === LONG.trim() ? ([[300, 309]] as const) : []);
    await show(record({ note: LONG.trim() }), { marks });
    expect(clipped()).toBe(false);
    expect(text('.evidence-note mark')).toBe(LONG.slice(300, 309));
  });

  it('has nothing to unfold while it is written', async () => {
    await show(record({ note: LONG }));
    await press('evidence_edit');
    expect(button('evidence_unfoldNote')).toBeUndefined();
  });
});

describe('the source', () => {
  const source = () => place.querySelector('.evidence-source');
  const target = { source: 'https://notes.example/a', title: 'My\nreview' };

  it('is a link that says where it leads and does not tell that page of Rung', async () => {
    await show(record({ target }));
    const link = source()?.querySelector('a');
    expect(link?.textContent).toBe('My review');
    expect([link?.getAttribute('href'), link?.title, link?.rel]).toEqual([
      target.source,
      target.source,
      'noreferrer',
    ]);
  });

  it('is called by its address where it has no name', async () => {
    await show(record({ target: { ...target, title: '' } }));
    expect(source()?.textContent).toBe('https://notes.example/a');
  });

  it.each([
    ['javascript:alert(1)', 'My review'],
    ['about:config', 'My review'],
    ['', 'My review'],
  ])('is no link where it is “%s”', async (address, name) => {
    await show(record({ target: { source: address, title: name } }));
    expect(source()?.textContent).toBe(name);
    expect(place.querySelector('a')).toBeNull();
  });

  it('says of what was pasted and has no name that it was pasted', async () => {
    await show(record({ target: { source: '', title: '' } }));
    expect(source()?.textContent).toBe('evidence_pasted');
  });

  it('is marked where that was searched for', async () => {
    const marks = (of: string) => (of === 'My review' ? ([[3, 9]] as const) : []);
    await show(record({ target }), { marks });
    expect(source()?.querySelector('mark')?.textContent).toBe('review');
  });
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

it('says nothing of ladders to whoever has none of their own', async () => {
  await show(record());
  expect(facts()[0]).toBe('PM2');
});

it('leaves out beside a passage what stands there already', async () => {
  await show(record({ quote: LONG, note: 'In spring.' }), { compact: true });
  expect(place.querySelector('.quote, .evidence-source, [hidden]')).toBeNull();
  expect(button('evidence_unfold')).toBeUndefined();
  expect(text('.evidence-note')).toBe('In spring.');
});

it('says which keys do the same as its buttons, where there are such keys', async () => {
  const titles = () => [...place.querySelectorAll('button')].map((one) => one.title);
  const rest = { onGoTo: () => {} };
  await show(record(), rest);
  expect(titles()).toEqual(['evidence_goTo (Enter)', 'evidence_edit (e)', 'evidence_delete']);
  await show(record(), { ...rest, compact: true });
  expect(titles()).toEqual(['evidence_goTo', 'evidence_edit', 'evidence_delete']);
});

it('says at its button whether the form is open', async () => {
  await show(record());
  const expanded = () => button('evidence_edit')?.getAttribute('aria-expanded');
  expect(expanded()).toBe('false');
  await press('evidence_edit');
  expect(expanded()).toBe('true');
});

it('closes the form with the button that opened it, but not over what was written', async () => {
  await show(record());
  await press('evidence_edit');
  await press('evidence_edit');
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

  it('hands the focus to no other while it is still there', async () => {
    onRemove.mockResolvedValue(false);
    await showTwo();
    await press('evidence_delete');
    expect(document.activeElement).toBe(button('evidence_delete'));
  });

  it('takes the focus from nobody who was elsewhere', async () => {
    await showTwo();
    await act(async () => button('evidence_delete')?.click());
    await settled();
    expect(pieces()).not.toContain(document.activeElement);
  });
});
