// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, type Mock, vi } from 'vitest';
import { type Choice, TagForm, type TagFormProps } from '../../../components/tagging/TagForm';
import type { Ladder } from '../../../data/ladder';
import { BUNDLED_LADDERS } from '../../../data/library';
import type { SearchResult } from '../../../data/search';

vi.mock('#i18n', () => ({
  i18n: { t: (key: string, parts: string[] = []) => [key, ...parts].join(' ') },
}));

const [ladder] = BUNDLED_LADDERS as readonly [Ladder, ...Ladder[]];
const NAMES = ['Customer focus', 'Ownership', 'Learn fast'];

const RESULTS = NAMES.map((name): SearchResult => {
  const id = name.toLowerCase().replace(' ', '-');
  return {
    ladder: { id: ladder.id, name: ladder.name },
    skillArea: { id: 'area', name: 'Area' },
    subSkill: { id, name },
    ...{ expectations: [], marks: { name: [], definition: [] }, reasons: [] },
  };
});

/** What matches a word: every name that has it, or all for no word. */
const find = (query: string) =>
  RESULTS.filter(({ subSkill }) => subSkill.name.toLowerCase().includes(query));

let place: HTMLElement;
let props: TagFormProps;
let onCancel: Mock<() => void>;
let onUnsaved: Mock<(unsaved: boolean) => void>;
let save: Mock<(choice: Choice) => Promise<void>>;

beforeEach(() => {
  place = document.body.appendChild(document.createElement('div'));
  save = vi.fn(async () => undefined);
  onCancel = vi.fn();
  onUnsaved = vi.fn();
  props = {
    ladder,
    ...{ level: ladder.levels[0]?.id ?? '', periodEnded: null, passage: 'I shipped it.' },
    ...{ already: [], find, nearest: () => [] },
    didYouMean: (query) => (query === 'ownershp' ? 'ownership' : null),
    save,
    onSaved: () => undefined,
    onCancel,
    onUnsaved,
  };
  act(() => render(<TagForm {...props} />, place));
});
afterEach(() => {
  act(() => render(null, place));
  place.remove();
});

const one = <E extends HTMLElement>(selector: string) => place.querySelector(selector) as E;
const field = () => one<HTMLInputElement>('[role=combobox]');

function press(key: string, rest: KeyboardEventInit = {}): void {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...rest });
  act(() => void field().dispatchEvent(event));
}

type Field = HTMLInputElement | HTMLTextAreaElement;

function type(words: string, into: Field = field()): void {
  into.value = words;
  act(() => void into.dispatchEvent(new InputEvent('input', { bubbles: true })));
}

const active = () =>
  document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent ?? '';

const selected = () =>
  [...place.querySelectorAll('[role=option][aria-selected=true] .option-name')].map(
    (option) => option.textContent,
  );

/** The sub-skills that were saved. */
const saved = () =>
  save.mock.calls.flatMap(([choice]) => choice.subSkills.map((each) => each.subSkill));

it('says that several can be chosen, and which Enter would save', () => {
  expect(one('[role=listbox]').getAttribute('aria-multiselectable')).toBe('true');
  expect(selected()).toEqual(['Customer focus']);

  press('ArrowDown');
  expect(selected()).toEqual(['Ownership']);

  press('Enter', { shiftKey: true });
  // The next guess is the next one down.
  expect(active()).toContain('Ownership');
  expect(selected()).toEqual(['Ownership']);

  press('ArrowDown');
  expect(active()).toContain('Learn fast');
  expect(selected()).toEqual(['Ownership', 'Learn fast']);

  press('Enter');
  expect(saved()).toEqual(['ownership', 'learn-fast']);
});

it('goes on from the guesses once what was searched for is picked', () => {
  type('owner');
  expect(active()).toContain('Ownership');
  press('Enter', { shiftKey: true });
  expect(field().value).toBe('');
  expect(active()).toContain('Customer focus');
  expect(selected()).toEqual(['Ownership']);
});

it('says which words of the passage led to a guess, and none of what was searched for', () => {
  const reasons = [['customers'], [], ['learnt', 'fast']];
  const guesses = RESULTS.map((one, at) => ({ ...one, reasons: reasons[at] ?? [] }));
  act(() => render(<TagForm {...props} find={() => guesses} />, place));
  const said = () =>
    [...place.querySelectorAll('[role=option]')].map(
      (option) => option.querySelector('.option-why')?.textContent,
    );
  expect(said()).toEqual([
    'tag.because tag.reason customers',
    undefined,
    expect.stringMatching(/^tag\.because tag\.reason learnt.+tag\.reason fast$/),
  ]);
  type('focus');
  expect(said()).toEqual([undefined, undefined, undefined]);
});

it('says what Shift Enter does where it does it, and in the note that it begins a line', () => {
  const hint = () => place.querySelector<HTMLElement>('.hint:not([data-away])')?.textContent;
  expect(hint()).toContain('tag.more');
  act(() => one('.note textarea').focus());
  expect(hint()).toContain('tag.newLine');
  act(() => one('select').focus());
  expect(hint()).toBeUndefined();
  act(() => field().focus());
  expect(hint()).toContain('tag.more');

  const paste = { value: '', onInput: () => undefined, problem: null };
  act(() => render(null, place));
  act(() => render(<TagForm {...props} passage="" paste={paste} />, place));
  expect(document.activeElement).toBe(one('.paste'));
  expect(hint()).toBeUndefined();
});

it('says whether its list offers anything', () => {
  expect(field().getAttribute('aria-expanded')).toBe('true');
  type('nothing like it');
  expect(field().getAttribute('aria-expanded')).toBe('false');
  expect(field().hasAttribute('aria-activedescendant')).toBe(false);
});

it('picks nothing by an Enter that ends what an input method composes', () => {
  press('ArrowDown');
  press('Enter', { shiftKey: true, isComposing: true });
  expect(active()).toContain('Ownership');
  press('Enter', { isComposing: true });
  expect(saved()).toEqual([]);
  press('Enter');
  expect(saved()).toEqual(['ownership']);
});

it('saves what was chosen by Enter in the note, which Shift Enter only breaks', () => {
  const note = one<HTMLTextAreaElement>('.note textarea');
  const enter = (rest: KeyboardEventInit = {}) => {
    const key = { key: 'Enter', bubbles: true, cancelable: true, ...rest };
    act(() => void note.dispatchEvent(new KeyboardEvent('keydown', key)));
  };
  press('ArrowDown');
  enter({ shiftKey: true });
  expect(saved()).toEqual([]);
  enter();
  expect(saved()).toEqual(['ownership']);
});

it('counts the match of words that were put right beside one that was picked', () => {
  press('Enter', { shiftKey: true });
  type('ownershp');
  const meant = one<HTMLButtonElement>('.search-note button');
  act(() => meant.click());
  expect(selected()).toEqual(['Ownership']);
  press('Enter');
  expect(saved()).toEqual(['customer-focus', 'ownership']);
});

it('drops what is half written only where Escape is pressed twice', () => {
  press('Enter', { shiftKey: true });
  press('Escape');
  expect(onCancel).not.toHaveBeenCalled();
  press('Escape');
  expect(onCancel).toHaveBeenCalledOnce();
});

it('says which sub-skills are picked, and in the list that they are', () => {
  const said = () => one('[role=status].visually-hidden').textContent;
  const region = one('[role=status].visually-hidden');
  expect(said()).toBe('');
  press('Enter', { shiftKey: true });
  press('ArrowDown');
  // Of the one that is only gone to, the list speaks.
  expect(said()).toBe('tag.pickedNames Customer focus');
  press('Enter', { shiftKey: true });
  expect(said()).toBe('tag.pickedNames Customer focus, Ownership');
  const options = [...place.querySelectorAll('[role=option]')].map((each) => each.textContent);
  expect(options.map((words) => words?.includes('tag.picked'))).toEqual([true, true, false]);
  press('Enter', { shiftKey: true });
  press('ArrowUp');
  press('Enter', { shiftKey: true });
  expect(said()).toBe('tag.pickedNone');
  // What is put into the page together with its words is read out by few.
  expect(one('[role=status].visually-hidden')).toBe(region);
});

/** The field that has the focus, and what is said of it. */
function focused() {
  const element = document.activeElement as HTMLElement;
  const described = document.getElementById(element.getAttribute('aria-describedby') ?? '');
  return { element, invalid: element.getAttribute('aria-invalid'), words: described?.textContent };
}

it('leads to a note that is too long, and says again what is wrong', () => {
  const note = one<HTMLTextAreaElement>('.note textarea');
  type('x'.repeat(10_001), note);
  const before = one('.note [role=alert]');
  field().focus();
  press('Enter');
  expect(focused()).toMatchObject({ element: note, invalid: 'true' });
  expect(focused().words).toContain('tag.noteTooLong');
  // Words that stand there already are read out by nobody.
  expect(one('.note [role=alert]')).not.toBe(before);
  expect(saved()).toEqual([]);
});

it.each([
  ['nothing is pasted', '', null, 'tag.nothingPasted'],
  ['too much is pasted', 'much', 'Too long.', 'Too long.'],
])('leads to the field where %s, and says why', (_what, value, problem, words) => {
  const paste = { value, onInput: () => undefined, problem };
  act(() => render(<TagForm {...props} passage="" paste={paste} />, place));
  field().focus();
  press('Enter');
  expect(focused()).toMatchObject({ element: one('.paste'), invalid: 'true', words });
  const before = one('[role=alert]');
  press('Enter');
  expect(one('[role=alert]')).not.toBe(before);
});

it.each([{ shiftKey: true }, { ctrlKey: true }, { metaKey: true }, { altKey: true }])(
  'stays with the option it was at where an arrow is pressed with others held: %o',
  (held) => {
    press('ArrowDown', held);
    expect(active()).toContain('Customer focus');
  },
);

it('tags what was chosen, whatever the pointer passes over on its way', async () => {
  press('ArrowDown');
  const button = () => one('button[type=submit]').textContent;
  const before = button();
  expect(before).toContain('Ownership');
  for (const option of place.querySelectorAll('[role=option]')) {
    for (const name of ['pointerover', 'mouseover', 'mousemove']) {
      act(() => void option.dispatchEvent(new MouseEvent(name, { bubbles: true })));
    }
  }
  expect(button()).toBe(before);
});

it('brings the active one into sight when it becomes that, and not where somebody is about to click', () => {
  const scroll = vi.spyOn(Element.prototype, 'scrollIntoView').mockReset();
  press('ArrowDown');
  expect(scroll).toHaveBeenCalledOnce();
  const list = one('.options');
  act(() => void list.dispatchEvent(new FocusEvent('focusin', { bubbles: true })));
  act(() => render(<TagForm {...props} />, place));
  expect(scroll).toHaveBeenCalledOnce();
  type('learn');
  // The field after it, so that in a low window it is the field that stays.
  const brought = scroll.mock.contexts.slice(1).map((element) => (element as Element).localName);
  expect(brought).toEqual([one('.option.active').localName, 'input']);
  scroll.mockRestore();
});

it('saves once what was picked and is then pressed alone', () => {
  press('Enter', { shiftKey: true });
  expect(selected()).toContain('Customer focus');
  act(() => one<HTMLElement>('[role=option]').click());
  expect(saved()).toEqual(['customer-focus']);
});

it('is not given up while it is being saved, and again where that failed', async () => {
  let fail = (_error: Error) => {};
  save.mockReturnValue(
    new Promise((_, reject) => {
      fail = reject;
    }),
  );
  const cancel = () => act(() => one('.actions button:not([type=submit])').click());
  press('Enter');
  expect(onUnsaved.mock.calls).toEqual([[true]]);
  expect(one('form').dataset).toHaveProperty('unsaved');
  press('Escape');
  press('Escape');
  cancel();
  expect(onCancel).not.toHaveBeenCalled();

  await act(async () => fail(new Error('Not saved.')));
  expect(one('.problem').textContent).toBe('Not saved.');
  press('Escape');
  cancel();
  expect(onCancel).toHaveBeenCalledTimes(2);
});

it('says that a note is not saved, and that it was given up', () => {
  const note = one<HTMLTextAreaElement>('.note textarea');
  expect(onUnsaved.mock.calls).toEqual([]);
  type('S', note);
  type('Say this first', note);
  expect(onUnsaved.mock.calls).toEqual([[true]]);
  type('', note);
  expect(onUnsaved.mock.calls).toEqual([[true], [false]]);
});

it('says that nothing can be lost once it has gone', () => {
  type('Say this first', one<HTMLTextAreaElement>('.note textarea'));
  act(() => render(null, place));
  expect(onUnsaved.mock.calls).toEqual([[true], [false]]);
});
