// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { moveStop } from '../../../components/common/arrow-stops';
import { isEditing, isTyping } from '../../../components/common/keys';

let home: HTMLElement;
let container: HTMLElement;

beforeEach(() => {
  document.body.innerHTML = `
    <input id="home" />
    <ul>
      <li data-stop tabindex="-1" id="first"><button id="inside">Edit</button></li>
      <li data-stop tabindex="-1" id="folded">Folded away</li>
      <li data-stop tabindex="-1" id="last">Last</li>
    </ul>`;
  home = at('home');
  container = document.querySelector('ul') as HTMLElement;
  for (const one of container.children) one.checkVisibility = () => one.id !== 'folded';
});

const at = (id: string) => document.getElementById(id) as HTMLElement;

/** Where the focus is after a step from somewhere, and what was told of it. */
function step(from: string | null, by: 1 | -1): [string, string | undefined] {
  if (from) at(from).focus();
  else (document.activeElement as HTMLElement).blur();
  const stop = moveStop(container, home, by);
  return [document.activeElement?.id ?? '', stop?.id];
}

it('leads from stop to stop past what is folded away, stays at the last, and goes home else', () => {
  expect(step('home', 1)).toEqual(['first', 'first']);
  expect(step('first', 1)).toEqual(['last', 'last']);
  expect(step('last', -1)).toEqual(['first', 'first']);
  expect(step('inside', 1)).toEqual(['last', 'last']);
  expect(step('first', -1)).toEqual(['home', undefined]);
  expect(step('last', 1)).toEqual(['last', undefined]);
  expect(step(null, -1)).toEqual(['home', undefined]);
});

it('brings a stop into view without moving what is in view already', () => {
  const seen = vi.spyOn(at('first'), 'scrollIntoView');
  const focus = vi.spyOn(at('first'), 'focus');
  step('home', 1);
  expect(seen.mock.calls).toEqual([[{ block: 'nearest' }]]);
  expect(focus.mock.lastCall).toEqual([{ preventScroll: true }]);
});

it.each([
  [{ key: 'a' }, true],
  [{ key: 'A', shiftKey: true }, true],
  [{ key: ' ' }, true],
  [{ key: 'Enter' }, false],
  [{ key: 'a', ctrlKey: true }, false],
  [{ key: 'a', metaKey: true }, false],
  [{ key: 'a', altKey: true }, false],
])('takes %o for a character: %s', (pressed, typing) => {
  expect(isTyping(new KeyboardEvent('keydown', pressed))).toBe(typing);
});

it.each([
  ['<textarea></textarea>', true],
  ['<input type="search" />', true],
  ['<input type="date" />', true],
  ['<p contenteditable="true"></p>', true],
  ['<input type="checkbox" />', false],
  ['<input type="radio" />', false],
  ['<input type="file" />', false],
  ['<select></select>', false],
  ['<button></button>', false],
])('knows whether text is typed into %s', (markup, editing) => {
  document.body.innerHTML = markup;
  expect(isEditing(document.body.firstElementChild)).toBe(editing);
});
