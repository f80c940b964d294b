// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Hovered, watchHover } from '../../../entrypoints/tagger/hover';
import { byHand } from '../support/by-hand';

const EVIDENCE: Hovered = { ids: ['one'], box: null, near: [] };
const onHover = vi.fn();
let onPassage: boolean;
let end: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  onHover.mockReset();
  end = new AbortController();
  onPassage = true;
  watchHover(() => (onPassage ? EVIDENCE : null), onHover, end.signal);
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

const move = () => new PointerEvent('pointermove', { clientX: 5, clientY: 5 });

it('tells where the pointer rests', () => {
  dispatchEvent(byHand(move()));
  vi.runAllTimers();
  expect(onHover).toHaveBeenCalledExactlyOnceWith(EVIDENCE);
});

it('tells nothing of a pointer that the page only says is there', () => {
  dispatchEvent(move());
  vi.runAllTimers();
  expect(onHover).not.toHaveBeenCalled();
});

it.each(['pointermove', 'pointerdown', 'keydown'])(
  'is not kept from telling by a %s that the page makes',
  (type) => {
    dispatchEvent(byHand(move()));
    dispatchEvent(new Event(type));
    vi.runAllTimers();
    expect(onHover).toHaveBeenCalledOnce();
  },
);

it('tells nothing again of a pointer that rests on the same passage once more', () => {
  for (let time = 0; time < 2; time++) {
    dispatchEvent(byHand(move()));
    vi.runAllTimers();
  }
  expect(onHover).toHaveBeenCalledOnce();
});

/** Moves, for longer than a moment, and does not rest. */
function moveOn(): void {
  for (let time = 0; time < 10; time++) {
    dispatchEvent(byHand(move()));
    vi.advanceTimersByTime(100);
  }
}

it.each([
  ['moved elsewhere', moveOn],
  ['was scrolled elsewhere', () => dispatchEvent(byHand(new Event('scroll')))],
  [
    'left the window',
    () => document.documentElement.dispatchEvent(byHand(new Event('pointerleave'))),
  ],
])('tells again of a pointer that comes back after it %s without a rest', (_, leave) => {
  dispatchEvent(byHand(move()));
  vi.runAllTimers();
  onPassage = false;
  leave();
  vi.advanceTimersByTime(100);
  onPassage = true;
  dispatchEvent(byHand(move()));
  vi.runAllTimers();
  expect(onHover).toHaveBeenCalledTimes(2);
});
