// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { UserAtWork } from '../../../entrypoints/tagger/user-at-work';
import { byHand } from '../support/by-hand';

const AN_HOUR = 3_600_000;

let now: number;
let watching: AbortController;
let user: UserAtWork;

beforeEach(() => {
  now = 0;
  watching = new AbortController();
  user = new UserAtWork(() => now);
  user.watch(watching.signal);
});
afterEach(() => watching.abort());

it('takes nobody to be at work in a page that was just opened', () => {
  expect(user.isAtWork()).toBe(false);
});

it.each(['keydown', 'input', 'pointerdown', 'wheel', 'resize'])(
  'heeds a %s, for a while',
  (act) => {
    window.dispatchEvent(byHand(new Event(act)));
    expect(user.isAtWork()).toBe(true);
    now = AN_HOUR;
    expect(user.isAtWork()).toBe(false);
  },
);

it('is not taken in by a page that plays the user', () => {
  window.dispatchEvent(new Event('keydown'));
  expect(user.isAtWork()).toBe(false);
});

it('takes the word of who is told what the window is not', () => {
  user.note();
  expect(user.isAtWork()).toBe(true);
});

it('heeds nothing any more once it is to stop', () => {
  watching.abort();
  window.dispatchEvent(byHand(new Event('keydown')));
  expect(user.isAtWork()).toBe(false);
});
