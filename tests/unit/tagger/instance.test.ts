// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { becomeTheInstance } from '../../../entrypoints/tagger/instance';
import {
  LAYER_CLASS,
  PICKER_CLASS,
  STEP_ASIDE_EVENT,
} from '../../../entrypoints/tagger/painting/names';

const tell = () => document.dispatchEvent(new Event(STEP_ASIDE_EVENT));

beforeEach(() => {
  Object.assign(browser.runtime, { id: 'rung' });
});

it('runs once in a frame, and does not go because a page tells it to', () => {
  const running = becomeTheInstance();
  expect(running).not.toBeNull();
  expect(becomeTheInstance()).toBeNull();
  tell();
  expect(running?.signal.aborted).toBe(false);

  // An update ends it: nothing can be sent to the extension from there.
  Object.assign(browser.runtime, { id: undefined });
  tell();
  expect(running?.signal.aborted).toBe(true);
});

it('takes away what a version before left in the page, where that was destroyed', () => {
  Reflect.deleteProperty(globalThis, Symbol.for('tagger'));
  Object.assign(browser.runtime, { id: 'rung' });
  document.body.innerHTML = `<i class="${PICKER_CLASS}"></i><i class="${LAYER_CLASS}"></i><i class="own"></i>`;
  becomeTheInstance();
  expect([...document.body.children].map(({ className }) => className)).toEqual(['own']);
});
