// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { closeWhenLeft } from '../../../../entrypoints/tagger/picker/close-when-left';
import { followPointer } from '../../../../entrypoints/tagger/pointer';
import { byHand } from '../../support/by-hand';

const PASSAGE = { x: 300, y: 100, width: 200, height: 20 };
const CARD = { x: 300, y: 200, width: 392, height: 150 };
const ON_PASSAGE = [490, 110] as const;
const ON_CARD = [600, 340] as const;
const AWAY = [900, 900] as const;

const onLeft = vi.fn();
const passage = { near: [PASSAGE], nearNow: () => [PASSAGE] };
let host: HTMLElement;
let end: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  onLeft.mockReset();
  end = new AbortController();
  host = document.createElement('div');
  host.tabIndex = 0;
  document.body.append(host);
  vi.spyOn(host, 'getBoundingClientRect').mockReturnValue(CARD as DOMRect);
});
afterEach(() => {
  end.abort();
  host.remove();
  vi.useRealTimers();
});

function moveTo([clientX, clientY]: readonly [number, number]): void {
  dispatchEvent(byHand(new PointerEvent('pointermove', { clientX, clientY })));
}

it.each([
  ['the card', ON_CARD],
  ['its passage', ON_PASSAGE],
])('stays while the pointer is on %s', (_, place) => {
  closeWhenLeft(host, passage, onLeft, end.signal);
  moveTo(place);
  vi.runAllTimers();
  expect(onLeft).not.toHaveBeenCalled();
});

it.each([
  ['left', [200, 250]],
  ['right', [800, 250]],
  ['above', [400, 20]],
  ['below', [400, 420]],
] as const)('goes once the pointer is away to the %s, and is said to go once', (_, place) => {
  closeWhenLeft(host, passage, onLeft, end.signal);
  moveTo(place);
  vi.runAllTimers();
  expect(onLeft).toHaveBeenCalledOnce();
});

it('stays where the pointer came back in time, and goes once it leaves again', () => {
  closeWhenLeft(host, passage, onLeft, end.signal);
  moveTo(AWAY);
  moveTo(ON_CARD);
  vi.runAllTimers();
  expect(onLeft).not.toHaveBeenCalled();
  moveTo(AWAY);
  vi.runAllTimers();
  expect(onLeft).toHaveBeenCalledOnce();
});

it('goes while the pointer goes on moving elsewhere', () => {
  closeWhenLeft(host, passage, onLeft, end.signal);
  moveTo(AWAY);
  moveTo(AWAY);
  expect(vi.getTimerCount()).toBe(1);
});

it('stays while it has the keyboard', () => {
  closeWhenLeft(host, passage, onLeft, end.signal);
  host.focus();
  moveTo(AWAY);
  vi.runAllTimers();
  expect(onLeft).not.toHaveBeenCalled();
});

it('gives the pointer longer where nobody knows how far away the passage is', () => {
  const onFarLeft = vi.fn();
  closeWhenLeft(host, { near: [], nearNow: () => [] }, onFarLeft, end.signal);
  closeWhenLeft(host, passage, onLeft, end.signal);
  moveTo(AWAY);
  vi.advanceTimersToNextTimer();
  expect(onLeft).toHaveBeenCalledOnce();
  expect(onFarLeft).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(onFarLeft).toHaveBeenCalledOnce();
});

it('goes where its passage is scrolled away from under the pointer', () => {
  const nearNow = vi.fn(() => [{ ...PASSAGE, y: PASSAGE.y - 500 }]);
  followPointer(end.signal);
  closeWhenLeft(host, { near: [PASSAGE], nearNow }, onLeft, end.signal);
  moveTo(ON_PASSAGE);
  dispatchEvent(byHand(new Event('scroll')));
  vi.runAllTimers();
  expect(onLeft).toHaveBeenCalledOnce();
});

it('stays where something is scrolled while the pointer is in it', () => {
  vi.spyOn(host, 'matches').mockImplementation((selector) => selector === ':hover');
  closeWhenLeft(host, { near: [PASSAGE], nearNow: () => [] }, onLeft, end.signal);
  dispatchEvent(byHand(new Event('scroll')));
  vi.runAllTimers();
  expect(onLeft).not.toHaveBeenCalled();
});

it.each([
  ['its passage stays under the pointer', window],
  ['something else is scrolled', document.documentElement],
])('stays where %s', (_, scrolled) => {
  followPointer(end.signal);
  closeWhenLeft(host, passage, onLeft, end.signal);
  moveTo(ON_PASSAGE);
  scrolled.dispatchEvent(byHand(new Event('scroll')));
  vi.runAllTimers();
  expect(onLeft).not.toHaveBeenCalled();
});

it('stays where whoever sees its passage says that the pointer is still on it', () => {
  const nearNow = () => [];
  const pointedAt = closeWhenLeft(host, { near: [PASSAGE], nearNow }, onLeft, end.signal);
  dispatchEvent(byHand(new Event('scroll')));
  vi.advanceTimersByTime(150);
  const there = { ...PASSAGE, y: PASSAGE.y - 300 };
  pointedAt.isStill([there]);
  vi.runAllTimers();
  moveTo([there.x, there.y - 20]);
  vi.runAllTimers();
  expect(onLeft).not.toHaveBeenCalled();
  moveTo([there.x, there.y - 40]);
  vi.runAllTimers();
  expect(onLeft).toHaveBeenCalledOnce();
});

it('says nothing any more once the card is gone', () => {
  closeWhenLeft(host, passage, onLeft, end.signal);
  moveTo(AWAY);
  end.abort();
  vi.runAllTimers();
  expect(onLeft).not.toHaveBeenCalled();
});
