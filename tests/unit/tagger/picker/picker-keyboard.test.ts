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
const press = (key: string) => byHand(new KeyboardEvent('keydown', { key, cancelable: true }));

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
