import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { budget } from '../../../entrypoints/tagger/budget';
import { Settling } from '../../../entrypoints/tagger/settling';

/** Longer than a page needs to settle, milliseconds. */
const LATER = 1_000;

const onSettled = vi.fn();
let torn: boolean;
let frames: Map<number, () => void>;
let settling: Settling;

beforeEach(() => {
  vi.useFakeTimers();
  onSettled.mockReset();
  torn = false;
  frames = new Map();
  vi.stubGlobal('requestAnimationFrame', (work: () => void) => {
    frames.set(frames.size + 1, work);
    return frames.size;
  });
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => frames.delete(frame));
  settling = new Settling(onSettled, () => torn);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const nextFrame = () => {
  const asked = [...frames.values()];
  frames.clear();
  for (const work of asked) work();
};

it('takes a burst of changes together', () => {
  for (let n = 0; n < 5; n++) settling.noteChange();
  nextFrame();
  expect(onSettled).not.toHaveBeenCalled();
  vi.advanceTimersByTime(LATER);
  expect(onSettled).toHaveBeenCalledOnce();
});

it('reads before the next frame where a mark lost its words, and not a second time', () => {
  settling.noteChange();
  torn = true;
  settling.noteChange();
  nextFrame();
  expect(onSettled).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(LATER);
  expect(onSettled).toHaveBeenCalledOnce();
});

it('reads later also then, where following the page has cost enough', () => {
  vi.spyOn(budget, 'wait').mockReturnValue(5 * LATER);
  torn = true;
  settling.noteChange();
  nextFrame();
  vi.advanceTimersByTime(LATER);
  expect(onSettled).not.toHaveBeenCalled();
  vi.advanceTimersByTime(5 * LATER);
  expect(onSettled).toHaveBeenCalledOnce();
});

it('reads sooner than it meant to where somebody begins to work', () => {
  const wait = vi.spyOn(budget, 'wait').mockReturnValue(20 * LATER);
  settling.noteChange();
  wait.mockReturnValue(0);
  settling.noteChange();
  vi.advanceTimersByTime(LATER);
  expect(onSettled).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(30 * LATER);
  expect(onSettled).toHaveBeenCalledOnce();
});

it('puts off by no further change what is about to be read', () => {
  const wait = vi.spyOn(budget, 'wait').mockReturnValue(LATER / 2);
  settling.noteChange();
  wait.mockReturnValue(20 * LATER);
  settling.noteChange();
  vi.advanceTimersByTime(LATER);
  expect(onSettled).toHaveBeenCalledOnce();
});

it('reads in a tab that draws no frames, too', () => {
  torn = true;
  settling.noteChange();
  vi.advanceTimersByTime(LATER);
  expect(onSettled).toHaveBeenCalledOnce();
  nextFrame();
  expect(onSettled).toHaveBeenCalledOnce();
});

it('reads nothing once it is stopped', () => {
  torn = true;
  settling.noteChange();
  settling.stop();
  nextFrame();
  vi.advanceTimersByTime(LATER);
  expect(onSettled).not.toHaveBeenCalled();
});
