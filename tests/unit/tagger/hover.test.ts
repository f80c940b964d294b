// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { boxInTop } from '../../../entrypoints/tagger/boxes';
import { windowsAround } from '../../../entrypoints/tagger/frames';
import { type Hovered, watchHover } from '../../../entrypoints/tagger/hover';
import { byHand } from '../support/by-hand';

vi.mock('../../../entrypoints/tagger/boxes');
vi.mock('../../../entrypoints/tagger/frames');

const EVIDENCE: Hovered = { ids: ['one'], box: null, near: [] };
const onHover = vi.fn();
const find = vi.fn<(x: number, y: number) => Hovered | null>();
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

describe('in a frame', () => {
  /** What scrolls around the frame. */
  let around: Window;
  let y: number;

  beforeEach(() => {
    around = new EventTarget() as Window;
    y = 100;
    vi.spyOn(window, 'top', 'get').mockReturnValue(around as never);
    vi.mocked(windowsAround).mockReturnValue([window, around]);
    vi.mocked(boxInTop).mockImplementation(() => new DOMRect(0, y, 1, 1));
    end.abort();
    end = new AbortController();
    find.mockReset();
    find.mockImplementation(() => EVIDENCE);
    watchHover(find, onHover, end.signal);
    dispatchEvent(byHand(move()));
    vi.runAllTimers();
    onHover.mockReset();
  });

  function scrollAround(by: number): void {
    y -= by;
    around.dispatchEvent(byHand(new Event('scroll')));
    vi.runAllTimers();
  }

  it('tells where the passage is by now that the pointer is still on', () => {
    scrollAround(30);
    expect(find).toHaveBeenLastCalledWith(5, 35);
    scrollAround(10);
    expect(find).toHaveBeenLastCalledWith(5, 45);
    expect(onHover.mock.calls).toEqual(Array(2).fill([{ ...EVIDENCE, still: true }]));
  });

  it('tells of none where it was scrolled away from under the pointer, and no more then', () => {
    find.mockImplementation(() => null);
    scrollAround(30);
    expect(onHover).toHaveBeenCalledExactlyOnceWith({ ids: [], box: null, near: [] });
    scrollAround(30);
    expect(onHover).toHaveBeenCalledOnce();
  });

  it('looks at nothing where it stayed where it is, or the page only says that it moved', () => {
    find.mockClear();
    scrollAround(0);
    y = 0;
    around.dispatchEvent(new Event('scroll'));
    vi.runAllTimers();
    expect(find).not.toHaveBeenCalled();
  });

  it('hears no scrolling any more once the pointer has left it', () => {
    find.mockClear();
    document.documentElement.dispatchEvent(byHand(new Event('pointerleave')));
    scrollAround(30);
    expect(find).not.toHaveBeenCalled();
    expect(onHover).not.toHaveBeenCalled();
  });
});
