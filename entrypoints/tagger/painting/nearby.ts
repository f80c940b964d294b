import type { Layer, Stroke } from './painter';

/**
 * Up to so many strokes are all painted. With a thousand painted ranges Chromium 156 takes 15 ms
 * longer for every frame in which anything on a page changes, painted or not; with these, half a
 * millisecond.
 */
const ALL = 40;

/**
 * How far outside the window strokes are painted too: half of the window's height, a turn of the
 * wheel. And how long Chromium may take to notice, in milliseconds: looking at a thousand elements
 * in every frame of a page that changes constantly would take a hundredth of its time.
 */
const NEAR: IntersectionObserverInit & { scrollMargin?: string; delay?: number } = {
  rootMargin: '50% 0px',
  scrollMargin: '50% 0px',
  delay: 200,
};

/** A layer that paints, of very many strokes, those on screen and near it. */
export function nearbyOnly(layer: Layer): Layer {
  let strokes: readonly Stroke[] = [];
  let byElement = new Map<Element, Stroke[]>();
  const near = new Set<Element>();
  let observer: IntersectionObserver | undefined;

  const paint = () => layer.show([...near].flatMap((element) => byElement.get(element) ?? []));
  const observe = (entries: IntersectionObserverEntry[]) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) near.add(target);
      else near.delete(target);
    }
    paint();
  };
  const stop = () => {
    observer?.disconnect();
    observer = undefined;
    near.clear();
    byElement = new Map();
  };

  return {
    show(next) {
      if (observer && sameStrokes(strokes, next)) {
        paint();
        return;
      }
      strokes = next;
      if (strokes.length <= ALL) {
        stop();
        layer.show(strokes);
        return;
      }
      observer ??= new IntersectionObserver(observe, NEAR);
      const before = byElement;
      byElement = Map.groupBy(strokes, ({ range }) => boxOf(range));
      for (const element of before.keys()) {
        if (byElement.has(element)) continue;
        observer.unobserve(element);
        near.delete(element);
      }
      for (const element of byElement.keys()) if (!before.has(element)) observer.observe(element);
      paint();
    },
  };
}

function sameStrokes(some: readonly Stroke[], others: readonly Stroke[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ range, name }, at) => range === others[at]?.range && name === others[at]?.name)
  );
}

const boxes = new WeakMap<Element, Element>();

/** The element around a range's start that has a box which can be observed. */
function boxOf(range: Range): Element {
  const parent = range.startContainer.parentElement ?? document.documentElement;
  let box = boxes.get(parent);
  if (!box) {
    box = parent;
    while (box.parentElement && getComputedStyle(box).display === 'contents') {
      box = box.parentElement;
    }
    boxes.set(parent, box);
  }
  return box;
}
