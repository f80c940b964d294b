// @vitest-environment happy-dom
import { render } from 'preact';
import { useRef } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { useFirstFocus } from '../../../entrypoints/popup/use-first-focus';

function View() {
  const field = useRef<HTMLInputElement>(null);
  useFirstFocus(field);
  return (
    <>
      <input ref={field} />
      <button type="button">Other</button>
    </>
  );
}

let place: HTMLElement;
const field = () => place.querySelector('input') as HTMLInputElement;
const button = () => place.querySelector('button') as HTMLButtonElement;
const windowGetsKeyboard = () => window.dispatchEvent(new Event('focus'));

beforeEach(() => {
  place = document.createElement('div');
  document.body.replaceChildren(place);
  act(() => render(<View />, place));
});
afterEach(() => act(() => render(null, place)));

it('gives the field the keyboard at once', () => {
  expect(document.activeElement).toBe(field());
});

it('gives it again where the window gets the keyboard and nothing in it has it', () => {
  field().blur();
  windowGetsKeyboard();
  expect(document.activeElement).toBe(field());
});

it('leaves it where it is', () => {
  button().focus();
  windowGetsKeyboard();
  expect(document.activeElement).toBe(button());
});

it('lets go with the view', () => {
  const gone = field();
  act(() => render(null, place));
  windowGetsKeyboard();
  expect(document.activeElement).not.toBe(gone);
});
