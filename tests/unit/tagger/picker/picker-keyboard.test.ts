// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepKeyboard } from '../../../../entrypoints/tagger/picker/keyboard';
import { byHand } from '../../support/by-hand';

const focus = vi.fn();
const onTaken = vi.fn();
const close = vi.fn();
let host: HTMLElement;
let end: AbortController;

beforeEach(() => {
  for (const one of [focus, onTaken, close]) one.mockReset();
  host = document.createElement('div');
  host.tabIndex = 0;
  document.documentElement.append(host);
  end = new AbortController();
  keepKeyboard(host, focus, onTaken, close, end.signal);
});
afterEach(() => {
  end.abort();
  host.remove();
});

/** As where the page gives its own field the focus, which the browser says. */
const takeFocus = () => document.body.dispatchEvent(byHand(new FocusEvent('focusin')));
const press = (key: string, held: KeyboardEventInit = {}) =>
  byHand(new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true, ...held }));
/** As where something is written in the page without a key: dictated, or put in by a menu. */
const write = () => byHand(new Event('beforeinput', { cancelable: true, bubbles: true }));
const REACHES = { heard: true, done: true };
const SWALLOWED = { heard: false, done: false };
/** Whether the page, which has the keyboard, hears of an event, and the browser does what it does. */
function toPage(event: Event) {
  let heard = false;
  const hear = () => {
    heard = true;
  };
  document.body.addEventListener(event.type, hear);
  document.body.dispatchEvent(event);
  document.body.removeEventListener(event.type, hear);
  return { heard, done: !event.defaultPrevented };
}

it('leaves the keyboard to the page after a click there, and not after one that the page makes', () => {
  document.body.dispatchEvent(new PointerEvent('pointerdown'));
  takeFocus();
  expect(focus).toHaveBeenCalledOnce();

  document.body.dispatchEvent(byHand(new PointerEvent('pointerdown')));
  takeFocus();
  expect(focus).toHaveBeenCalledOnce();
});

it('spends no try on a loss that the page only says it was', () => {
  for (let i = 0; i < 100; i++) document.body.dispatchEvent(new FocusEvent('focusin'));
  expect(focus).not.toHaveBeenCalled();
  takeFocus();
  expect(focus).toHaveBeenCalledOnce();
});

it('closes by the Escape of the user, not of the page', () => {
  dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  expect(close).not.toHaveBeenCalled();
  dispatchEvent(press('Escape'));
  expect(close).toHaveBeenCalledOnce();
});

it('says once that a page has won that never tires, and still lets nothing be written there', () => {
  for (let i = 0; i < 100; i++) takeFocus();
  expect(focus.mock.calls.length).toBeLessThan(100);
  expect(onTaken).toHaveBeenCalledOnce();
  const key = press('x');
  dispatchEvent(key);
  expect(key.defaultPrevented).toBe(true);
});

it.each(['x', 'Enter', 'Backspace', 'Delete', 'Tab'])(
  'lets the page hear nothing of %s that is meant for the picker',
  (key) => {
    expect(toPage(press(key))).toEqual(SWALLOWED);
  },
);

it('lets nothing be written in the page that came by no key', () => {
  expect(toPage(write())).toEqual(SWALLOWED);
});

it.each([
  ['a shortcut with Control', 'l', { ctrlKey: true }],
  ['a shortcut with Command', 'l', { metaKey: true }],
  ['a shortcut with Alt', 'd', { altKey: true }],
  ['a key that writes nothing', 'F6', {}],
])('leaves %s to the browser', (_, key, held) => {
  expect(toPage(press(key, held))).toEqual(REACHES);
});

it.each([
  ['has the keyboard', () => host.focus()],
  ['was taken out of the page', () => host.remove()],
  ['is not shown any more', () => vi.spyOn(host, 'checkVisibility').mockReturnValue(false)],
])('leaves the page its keys where the picker %s', (_, change) => {
  change();
  takeFocus();
  expect(focus).not.toHaveBeenCalled();
  expect(toPage(press('x'))).toEqual(REACHES);
  expect(toPage(write())).toEqual(REACHES);
  toPage(press('Escape'));
  expect(close).not.toHaveBeenCalled();
});

it('goes on keeping the keyboard after a click on the picker itself', () => {
  host.dispatchEvent(byHand(new PointerEvent('pointerdown', { bubbles: true })));
  takeFocus();
  expect(focus).toHaveBeenCalledOnce();
});

it('keeps the keyboard again once the user has come back to the picker', () => {
  document.body.dispatchEvent(byHand(new PointerEvent('pointerdown')));
  dispatchEvent(new Event('blur'));
  takeFocus();
  expect(focus).not.toHaveBeenCalled();

  host.focus();
  dispatchEvent(new Event('blur'));
  host.blur();
  takeFocus();
  expect(focus).toHaveBeenCalledOnce();
});
