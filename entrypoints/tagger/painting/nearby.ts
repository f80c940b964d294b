import type { Layer, Stroke } from './painter';

/**
 * Up to so many strokes are all painted. With a thousand painted ranges Chromium 156 takes 15 ms
 * longer for every frame in which anything on a page changes, painted or not.
 */
const ALL = 150;

/** How far outside the window strokes are painted too: one window's height, a turn of the wheel. */
const NEAR: IntersectionObserverInit & { scrollMargin?: string } = {
  rootMargin: '100% 0px',
  scrollMargin: '100% 0px',
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
