// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { nearbyOnly, type Paintable } from '../../../../entrypoints/tagger/painting/nearby';
import { Stretch } from '../../../../entrypoints/tagger/painting/stretch';

/** What a browser keeps of one observer that asks where elements are. */
interface Asked {
  readonly of: Element[];
  answer(): void;
  gone: boolean;
}

let asked: Asked[] = [];
const inWindow = new Set<Element>();

/** Answers whoever has asked, as a browser does in the next frame of a tab that is shown. */
function frame(): void {
  for (const one of asked.splice(0)) if (!one.gone) one.answer();
}

class FakeObserver {
  private readonly own: Asked;

  constructor(told: (entries: readonly unknown[], observer: unknown) => void) {
    const entry = (target: Element) => {
      const isIntersecting = inWindow.has(target);
      const top = isIntersecting ? 100 : 5000;
      return { target, isIntersecting, boundingClientRect: { top, bottom: top + 20, left: 0 } };
    };
    this.own = { of: [], gone: false, answer: () => told(this.own.of.map(entry), this) };
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
  asked = [];
  live = new Set();
  vi.useFakeTimers();
  vi.stubGlobal('IntersectionObserver', FakeObserver);
});
afterEach(() => {
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
