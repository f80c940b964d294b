// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type FrameWatch, watchFrames } from '../../../entrypoints/tagger/later-frames';
import { byHand } from '../support/by-hand';

const MINUTE = 60_000;
const onFrames = vi.fn();
let isWanted: boolean;
let end: AbortController;
let watch: FrameWatch;
const count = () => watch.count();

beforeEach(() => {
  vi.useFakeTimers();
  onFrames.mockReset();
  isWanted = true;
  end = new AbortController();
  watch = watchFrames(() => isWanted, onFrames, end.signal);
});
afterEach(() => {
  end.abort();
  document.body.replaceChildren();
  vi.useRealTimers();
});

function loads(name: string, event: Event = byHand(new Event('load'))): void {
  const element = document.createElement(name);
  document.body.append(element);
  element.dispatchEvent(event);
}

it.each(['frame', 'object'])('tells of an %s that has loaded', (name) => {
  loads(name);
  vi.runAllTimers();
  expect(onFrames).toHaveBeenCalledOnce();
});

it.each([
  ['a picture', () => loads('img')],
  ['a frame that a script says has loaded', () => loads('object', new Event('load'))],
  ['a page that changed and has the frames it had', () => count()],
])('tells nothing of %s', (_what, happen) => {
  happen();
  vi.runAllTimers();
  expect(onFrames).not.toHaveBeenCalled();
});

it('tells of a frame that has gone, once the page was read', () => {
  vi.spyOn(window, 'length', 'get').mockReturnValue(window.length + 1);
  count();
  count();
  vi.runAllTimers();
  expect(onFrames).toHaveBeenCalledOnce();
});

it('tells of a frame that came and has gone before the page was read', () => {
  const frames = vi.spyOn(window, 'length', 'get').mockReturnValue(1);
  loads('object');
  vi.runAllTimers();
  frames.mockReturnValue(0);
  count();
  vi.runAllTimers();
  expect(onFrames).toHaveBeenCalledTimes(2);
});

/** Puts an open shadow root into the page, with this in it. */
function rootWith(...children: Element[]): ShadowRoot {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  root.append(...children);
  document.body.append(host);
  return root;
}

it('tells of a frame that comes into a shadow root, and that has gone from it', () => {
  const root = rootWith();
  watch.lookInto(root);
  watch.lookInto(root);
  vi.runAllTimers();
  expect(onFrames).not.toHaveBeenCalled();

  const frame = document.createElement('object');
  root.append(frame);
  frame.dispatchEvent(byHand(new Event('load')));
  vi.runAllTimers();
  expect(onFrames).toHaveBeenCalledOnce();

  frame.remove();
  count();
  count();
  vi.runAllTimers();
  expect(onFrames).toHaveBeenCalledTimes(2);
});

it('tells of a frame that was in a shadow root before anybody knew of that', () => {
  const root = rootWith(document.createElement('object'));
  watch.lookInto(root);
  watch.lookInto(root);
  vi.runAllTimers();
  expect(onFrames).toHaveBeenCalledOnce();
});

it('tells nothing while nobody has to know', () => {
  isWanted = false;
  loads('object');
  vi.runAllTimers();
  expect(onFrames).not.toHaveBeenCalled();
});

it('tells seldom of frames that load without end, and of the last of them', () => {
  for (let at = 0; at < MINUTE; at += 200) {
    loads('object');
    vi.advanceTimersByTime(200);
  }
  expect(onFrames.mock.calls.length).toBeLessThan(20);
  vi.runAllTimers();
  const before = onFrames.mock.calls.length;
  loads('object');
  vi.runAllTimers();
  expect(onFrames.mock.calls.length).toBe(before + 1);
});

it('tells of the last of many that came together soon after it', () => {
  for (let count = 0; count < 10; count++) {
    loads('object');
    vi.advanceTimersByTime(200);
  }
  const before = onFrames.mock.calls.length;
  vi.advanceTimersByTime(800);
  expect(onFrames.mock.calls.length).toBe(before + 1);
  expect(vi.getTimerCount()).toBe(0);
});

it('tells seldom of frames that come without end at any pace', () => {
  for (let at = 0; at < MINUTE; at += 700) {
    loads('object');
    vi.advanceTimersByTime(700);
  }
  expect(onFrames.mock.calls.length).toBeLessThan(20);
});

it('tells nothing any more once it has ended', () => {
  loads('object');
  end.abort();
  loads('object');
  count();
  expect(vi.getTimerCount()).toBe(0);
});
