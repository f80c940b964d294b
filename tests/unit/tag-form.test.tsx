// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, type Mock, vi } from 'vitest';
import { type Choice, TagForm, type TagFormProps } from '../../components/picker/TagForm';
import type { Ladder } from '../../data/ladder';
import { BUNDLED_LADDERS } from '../../data/library';
import type { SearchResult } from '../../data/search';

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));

const [ladder] = BUNDLED_LADDERS as readonly [Ladder, ...Ladder[]];
const NAMES = ['Customer focus', 'Ownership', 'Learn fast'];

const RESULTS = NAMES.map((name): SearchResult => {
  const id = name.toLowerCase().replace(' ', '-');
  return {
    ladder: { id: ladder.id, name: ladder.name },
    skillArea: { id: 'area', name: 'Area' },
    subSkill: { id, name },
    ...{ expectations: [], marks: { name: [], definition: [] }, reasons: [], score: 1 },
  };
});

/** What matches a word: every name that has it, or all for no word. */
const find = (query: string) =>
  RESULTS.filter(({ subSkill }) => subSkill.name.toLowerCase().includes(query));

let place: HTMLElement;
let onCancel: Mock<() => void>;
let save: Mock<(choice: Choice) => Promise<void>>;

beforeEach(() => {
  place = document.body.appendChild(document.createElement('div'));
  save = vi.fn(async () => undefined);
  onCancel = vi.fn();
  const props: TagFormProps = {
    ladder,
    ...{
      level: ladder.levels[0]?.id ?? '',
      kind: 'self',
      periodEnded: null,
      passage: 'I shipped it.',
    },
    ...{ already: [], find, nearest: () => [] },
    didYouMean: (query) => (query === 'ownershp' ? 'ownership' : null),
    save,
    onSaved: () => undefined,
    onCancel,
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

function type(words: string): void {
  field().value = words;
  act(() => void field().dispatchEvent(new InputEvent('input', { bubbles: true })));
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
