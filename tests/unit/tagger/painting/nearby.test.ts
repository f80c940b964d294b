// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { nearbyOnly, type Paintable } from '../../../../entrypoints/tagger/painting/nearby';
import { Stretch } from '../../../../entrypoints/tagger/painting/stretch';

/** What a browser keeps of one observer that asks where elements are. */
interface Asked {
  readonly of: Element[];
  /** How far outside the window it looks. */
  readonly margin: string | undefined;
  answer(): void;
  gone: boolean;
}

let asked: Asked[] = [];
const inWindow = new Set<Element>();
/** Where something else than that is, from the top of the window. */
const tops = new Map<Element, number>();

/** Answers whoever has asked, as a browser does in the next frame of a tab that is shown. */
function frame(): void {
  for (const one of asked.splice(0)) if (!one.gone) one.answer();
}

class FakeObserver {
  private readonly own: Asked;

  constructor(
    told: (entries: readonly unknown[], observer: unknown) => void,
    { rootMargin }: IntersectionObserverInit,
  ) {
    const entry = (target: Element) => {
      const isIntersecting = inWindow.has(target);
      const top = tops.get(target) ?? (isIntersecting ? 100 : 5000);
      return { target, isIntersecting, boundingClientRect: { top, bottom: top + 20, left: 0 } };
    };
    const answer = () => told(this.own.of.map(entry), this);
    this.own = { of: [], margin: rootMargin, gone: false, answer };
    asked.push(this.own);
  }

  observe(element: Element): void {
    this.own.of.push(element);
  }

  disconnect(): void {
    this.own.gone = true;
  }
}

let live: Set<Stretch>;

function passage(seen = false): Paintable {
  const element = document.createElement('p');
  element.append('Shipped the new roadmap.');
  document.body.append(element);
  if (seen) inWindow.add(element);
  const node = element.firstChild as Text;
  const bounds = { startContainer: node, startOffset: 0, endContainer: node, endOffset: 7 };
  const stretch = new Stretch(bounds);
  const { range, rest } = Stretch.prototype;
  vi.spyOn(stretch, 'range').mockImplementation(() => {
    live.add(stretch);
    return range.call(stretch);
  });
  vi.spyOn(stretch, 'rest').mockImplementation(() => {
    live.delete(stretch);
    rest.call(stretch);
  });
  return { name: 'a', stretch };
}

const many = () => [
  ...Array.from({ length: 3 }, () => passage(true)),
  ...Array.from({ length: 27 }, () => passage()),
];

beforeEach(() => {
  document.body.replaceChildren();
  inWindow.clear();
  tops.clear();
  asked = [];
  live = new Set();
  vi.useFakeTimers();
  vi.stubGlobal('IntersectionObserver', FakeObserver);
  Object.assign(document, { getAnimations: vi.fn(() => []) });
});
afterEach(() => {
  // What was followed here is no more, and hears nothing of the next page.
  window.dispatchEvent(Object.assign(new Event('pagehide'), { persisted: false }));
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('makes ranges of those near the window alone, and lets go of those that leave it', () => {
  const shown: number[] = [];
  const layer = nearbyOnly({ show: (strokes) => shown.push(strokes.length) });
  const all = many();
  layer.show(all);
  expect(asked[0]?.of).toHaveLength(30);
  frame();
  expect(shown.at(-1)).toBe(3);
  expect(live.size).toBe(3);

  // Another one makes all of them be looked at anew.
  layer.show(all.slice(1));
  frame();
  expect(shown.at(-1)).toBe(2);
  expect(live.size).toBe(2);
  layer.show([]);
  expect(live.size).toBe(0);
});

it('paints what was tagged while its tab was in the background, once it is shown', () => {
  const shown: number[] = [];
  const layer = nearbyOnly({ show: (strokes) => shown.push(strokes.length) });
  const before = many();
  layer.show(before);
  frame();
  expect(shown.at(-1)).toBe(3);

  // No frame comes to a tab in the background, so nobody answers where things are.
  const all = [...before, passage(true)];
  for (let again = 0; again < 3; again++) {
    layer.show(all);
    vi.advanceTimersByTime(1_000);
  }
  frame();
  expect(shown.at(-1)).toBe(4);
});

it('looks at nothing any more once its frame has gone, but for one that may come back', () => {
  const layer = nearbyOnly({ show: () => undefined });
  layer.show(many());
  frame();
  const hide = (persisted: boolean) =>
    window.dispatchEvent(Object.assign(new Event('pagehide'), { persisted }));
  const scroll = () => {
    asked = [];
    window.dispatchEvent(new Event('scroll'));
    vi.advanceTimersByTime(1_000);
    return asked.length;
  };
  hide(true);
  expect(scroll()).toBeGreaterThan(0);
  hide(false);
  expect(scroll()).toBe(0);
});

const elementOf = ({ stretch }: Paintable) => stretch.around.parentElement as Element;

/** A layer with many passages, three of them in the window, and how many it paints each time. */
function opened() {
  const shown: number[] = [];
  const layer = nearbyOnly({ show: (strokes) => shown.push(strokes.length) });
  const all = many();
  layer.show(all);
  frame();
  return { layer, all, painted: () => shown.at(-1) };
}

/** Lets so much time go by that everything that waits for its time has had it, and a frame come. */
function later(): void {
  vi.advanceTimersByTime(1_000);
  frame();
  frame();
}

it('paints a few at once, wherever they are', () => {
  const shown: number[] = [];
  const layer = nearbyOnly({ show: (strokes) => shown.push(strokes.length) });
  layer.show([passage(true), passage(), passage()]);
  expect(shown).toEqual([3]);
  expect(asked).toHaveLength(0);
});

it.each(['scroll', 'resize', 'toggle', 'load', 'transitionend', 'animationend'])(
  'paints what comes into the window by a %s',
  (name) => {
    const { all, painted } = opened();
    inWindow.add(elementOf(all[9] as Paintable));
    window.dispatchEvent(new Event(name));
    later();
    expect(painted()).toBe(4);
  },
);

it('paints what a change elsewhere in the page pushes into the window', () => {
  const { layer, all, painted } = opened();
  inWindow.add(elementOf(all[9] as Paintable));
  for (const one of all.slice(0, 3)) tops.set(elementOf(one), 160);
  layer.show(all);
  later();
  expect(painted()).toBe(4);
});

it('paints what a script moves into the window after a change, once it has arrived', () => {
  const { layer, all, painted } = opened();
  const animation = new EventTarget() as Animation;
  vi.mocked(document.getAnimations).mockReturnValue([animation]);
  layer.show(all);
  later();
  inWindow.add(elementOf(all[9] as Paintable));
  animation.dispatchEvent(new Event('finish'));
  later();
  expect(painted()).toBe(4);
});

it('paints what came past all others in the end, though the page changes no more', () => {
  const { layer, all, painted } = opened();
  layer.show(all);
  later();
  inWindow.add(elementOf(all[9] as Paintable));
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(10_000);
  frame();
  expect(painted()).toBe(4);
  expect(vi.getTimerCount()).toBe(0);
});

it('looks at those in the window and next to it alone where none of them moved', () => {
  const { layer, all } = opened();
  const [above, below] = [all[5], all[9]].map((one) => elementOf(one as Paintable));
  tops.set(elementOf(all[4] as Paintable), -900);
  tops.set(above as Element, -300);
  tops.set(below as Element, 1_500);
  layer.show(all.slice());
  layer.show(all.slice(0, -1));
  frame();
  layer.show(all.slice(0, -1));
  vi.advanceTimersByTime(1_000);
  const near = new Set([...inWindow, above, below]);
  expect(new Set(asked.at(-1)?.of)).toEqual(near);
  frame();
  expect(asked).toHaveLength(0);
});

it('looks no further than the window where nobody does anything, until somebody types', () => {
  const { layer, all } = opened();
  const margin = () => asked.at(-1)?.margin;
  vi.advanceTimersByTime(60_000);
  layer.show(all);
  vi.advanceTimersByTime(1_000);
  expect(margin()).toBe('0px');
  frame();
  window.dispatchEvent(new Event('keydown'));
  vi.advanceTimersByTime(1_000);
  expect(asked).toHaveLength(1);
  expect(margin()).not.toBe('0px');
});

it('asks where the box is that has a passage, where its element has none', () => {
  const layer = nearbyOnly({ show: () => undefined });
  const one = passage();
  const wrap = document.createElement('div');
  elementOf(one).replaceWith(wrap);
  const inner = document.createElement('span');
  inner.style.display = 'contents';
  inner.append('Shipped the new roadmap.');
  wrap.append(inner);
  const node = inner.firstChild as Text;
  const bounds = { startContainer: node, startOffset: 0, endContainer: node, endOffset: 7 };
  layer.show([{ name: 'a', stretch: new Stretch(bounds) }, ...many()]);
  expect(asked.at(-1)?.of).toContain(wrap);
});

it('tells that the page took the text of something painted away', () => {
  const { layer, all } = opened();
  expect(layer.isTorn()).toBe(false);
  // As a browser does where the text goes.
  all[0]?.stretch.range().collapse(true);
  expect(layer.isTorn()).toBe(true);
});

it('paints in another colour what has changed nothing else', () => {
  const names: string[][] = [];
  const layer = nearbyOnly({ show: (strokes) => names.push(strokes.map(({ name }) => name)) });
  const all = many();
  layer.show(all);
  frame();
  layer.show(all.map((one) => ({ ...one, name: 'b' })));
  frame();
  expect(names.at(-1)).toEqual(['b', 'b', 'b']);
});
