// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { focusNow } from '../../../../entrypoints/tagger/picker/keyboard';

afterEach(() => document.body.replaceChildren());

function field(): HTMLInputElement {
  return document.createElement('input');
}

/** As a frame of the page's own origin, with something in it that has the focus. */
function frameWith(focused: { localName: string; isContentEditable: boolean }): HTMLElement {
  const frame = document.createElement('div');
  frame.tabIndex = 0;
  Object.assign(frame, { contentDocument: { activeElement: focused } });
  document.body.append(frame);
  frame.focus();
  return frame;
}

it('finds the field that has the keyboard in an open shadow root', () => {
  const host = document.createElement('div');
  const inside = field();
  host.attachShadow({ mode: 'open' }).append(inside);
  document.body.append(host);
  inside.focus();
  expect(focusNow()).toBe(inside);
});

it('finds the field that has the keyboard in a frame', () => {
  const focused = { localName: 'input', isContentEditable: false };
  frameWith(focused);
  expect(focusNow()).toBe(focused);
});

it('finds the body of a frame that is an editor', () => {
  const focused = { localName: 'body', isContentEditable: true };
  frameWith(focused);
  expect(focusNow()).toBe(focused);
});

it('takes the frame as a whole where nothing in it can be typed into', () => {
  const frame = frameWith({ localName: 'body', isContentEditable: false });
  expect(focusNow()).toBe(frame);
});
