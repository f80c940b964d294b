// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Hovered, watchHover } from '../../../entrypoints/tagger/hover';
import { byHand } from '../support/by-hand';

const EVIDENCE: Hovered = { ids: ['one'], box: null, near: [] };
const onHover = vi.fn();
let end: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  onHover.mockReset();
  end = new AbortController();
  watchHover(() => EVIDENCE, onHover, end.signal);
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
