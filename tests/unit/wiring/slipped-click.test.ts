// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ignoreSlippedClicks } from '../../../entrypoints/wiring/view/slipped-click';

ignoreSlippedClicks(document);

let clicked: string[];
const noted = ({ target }: Event) => clicked.push((target as Element).id);

beforeEach(() => {
  clicked = [];
  document.body.innerHTML =
    '<button id="one"><i id="icon"></i></button><button id="two"></button><p id="text"></p>';
  document.body.addEventListener('click', noted);
});
afterEach(() => document.body.removeEventListener('click', noted));

/** Presses and lets go; tells whether the press may move the focus. */
function press(id: string, detail: number): boolean {
  const fire = (type: string) => {
    const event = new MouseEvent(type, { bubbles: true, cancelable: true, detail });
    return document.getElementById(id)?.dispatchEvent(event) === true;
  };
  const mayFocus = fire('mousedown');
  fire('click');
  return mayFocus;
}

it('lets both clicks through where they are on the same control, whatever of it they hit', () => {
  expect([press('one', 1), press('icon', 2)]).toEqual([true, true]);
  expect(clicked).toEqual(['one', 'icon']);
});

it.each([
  ['one', 'two'],
  ['one', 'text'],
  ['text', 'two'],
])('drops the second where the first was on %s and it is on %s, and the focus stays', (a, b) => {
  expect([press(a, 1), press(b, 2), press(b, 3)]).toEqual([true, false, false]);
  expect(clicked).toEqual([a]);
});

it('lets a click of its own through at once, and one by the keyboard', () => {
  press('one', 1);
  press('two', 2);
  document.getElementById('two')?.click();
  press('two', 1);
  press('two', 2);
  expect(clicked).toEqual(['one', 'two', 'two', 'two']);
});

it('lets a word of a text be chosen', () => {
  expect([press('text', 1), press('text', 2)]).toEqual([true, true]);
});
