import { flatParent, isElement } from '../surfaces/flat-tree';
import type { Layer, Stroke } from './painter';

/**
 * Up to so many strokes are all painted. With a thousand painted ranges Chromium 156 takes 15 ms
 * longer for every frame in which anything on a page changes, painted or not; thirty still take two
 * in a hundred of a core on a page that changes twelve times a second.
 */
const ALL = 12;

/** How far outside the window strokes are painted too: half of its height, a turn of the wheel. */
const NEAR: IntersectionObserverInit & { scrollMargin?: string } = {
  rootMargin: '50% 0px',
  scrollMargin: '50% 0px',
};

/** How often it is looked again while somebody scrolls, in milliseconds. */
const WHILE_SCROLLING = 150;

/**
 * How often it is looked while the page changes and the strokes stay what they are whether those on
 * screen and the next ones moved, in milliseconds: what a change pushed into the window is painted
 * within a second of it.
 */
const WHILE_CHANGING = 800;

/**
 * How often at all of them, though none of those moved, in milliseconds: in columns, or where
 * something is laid over the page, others can come into the window past them.
 */
const IN_ANY_CASE = 8_000;

/** What moves passages in the window without changing the page; an image that comes, too. */
const MOVES = ['scroll', 'resize', 'load', 'toggle', 'transitionend'];

/**
 * A layer that paints, of very many strokes, those on screen and near it.
 *
 * Which these are is looked at only when something may have moved them. An observer left running
 * looks at every element in every frame: a thousand of them would take a fortieth of the time of a
 * page that changes constantly.
 */
export function nearbyOnly(layer: Layer): Layer {
  let strokes: readonly Stroke[] = [];
  let byElement = new Map<Element, Stroke[]>();
  let near = new Set<Element>();
  /** Where those near and their neighbours were seen; empty where that says nothing. */
  let guards = new Map<Element, DOMRectReadOnly>();
  let looking: IntersectionObserver | undefined;
  let looked = Number.NEGATIVE_INFINITY;
  let lookedAtAll = Number.NEGATIVE_INFINITY;
  /** Whether something may have moved that no guard tells of. */
  let scrolled = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let due = 0;
  let listening: AbortController | undefined;

  const paint = () => layer.show([...near].flatMap((element) => byElement.get(element) ?? []));
  /** Asks once where elements are. */
  const askWhere = (
    elements: Iterable<Element>,
    told: (entries: readonly IntersectionObserverEntry[]) => void,
  ) => {
    clearTimeout(waiting);
    waiting = undefined;
    looked = performance.now();
    looking?.disconnect();
    looking = new IntersectionObserver((entries, observer) => {
      // The first call tells of every element; that is all there is to know until one moves.
      observer.disconnect();
      told(entries);
    }, NEAR);
    for (const element of elements) looking.observe(element);
  };
  const lookAtAll = () => {
    lookedAtAll = performance.now();
    scrolled = false;
    askWhere(byElement.keys(), (entries) => {
      near = new Set(entries.filter((one) => one.isIntersecting).map(({ target }) => target));
      guards = guardsAmong(entries);
      paint();
    });
  };
  const look = () => {
    const known = guards;
    const long = performance.now() - lookedAtAll > IN_ANY_CASE;
    if (scrolled || long || known.size === 0) return lookAtAll();
    askWhere(known.keys(), (entries) => {
      if (entries.some((one) => hasMoved(one, known.get(one.target)))) lookAtAll();
    });
  };
  const lookAt = (time: number) => {
    if (waiting !== undefined && due <= time) return;
    clearTimeout(waiting);
    due = time;
    waiting = setTimeout(look, time - performance.now());
  };
  const moved = () => {
    scrolled = true;
    lookAt(performance.now() + WHILE_SCROLLING);
  };
  const listen = () => {
    listening?.abort();
    listening = new AbortController();
    const { signal } = listening;
    for (const target of [...(windowsAround() ?? []), ...rootsAround(byElement.keys())]) {
      for (const name of MOVES) {
        target.addEventListener(name, moved, { signal, capture: true, passive: true });
      }
    }
  };
  const stop = () => {
    listening?.abort();
    listening = undefined;
    clearTimeout(waiting);
    waiting = undefined;
    looking?.disconnect();
    looking = undefined;
    near = new Set();
    guards = new Map();
    byElement = new Map();
  };

  return {
    show(next) {
      if (listening && sameStrokes(strokes, next)) {
        paint();
        // What was changed elsewhere in the page may have pushed them up or down.
        lookAt(looked + WHILE_CHANGING);
      } else {
        strokes = next;
        if (strokes.length <= ALL || windowsAround() === null) {
          stop();
          layer.show(strokes);
          return;
        }
        byElement = Map.groupBy(strokes, ({ range }) => boxOf(range));
        listen();
        paint();
        lookAtAll();
      }
    },
  };
}

/** Those in the window or near it, the lowest above them and the highest below. */
function guardsAmong(entries: readonly IntersectionObserverEntry[]): Map<Element, DOMRectReadOnly> {
  const guards = entries.filter(({ isIntersecting }) => isIntersecting);
  let above: IntersectionObserverEntry | undefined;
  let below: IntersectionObserverEntry | undefined;
  for (const entry of entries) {
    const { top, bottom } = entry.boundingClientRect;
    // What is not shown has no height.
    if (entry.isIntersecting || top === bottom) continue;
    if (bottom < innerHeight / 2) {
      if (!above || bottom > above.boundingClientRect.bottom) above = entry;
    } else if (!below || top < below.boundingClientRect.top) below = entry;
  }
  if (above) guards.push(above);
  if (below) guards.push(below);
  return new Map(guards.map(({ target, boundingClientRect }) => [target, boundingClientRect]));
}

function hasMoved(
  { boundingClientRect: now }: IntersectionObserverEntry,
  before: DOMRectReadOnly | undefined,
): boolean {
  return (
    !before || now.top !== before.top || now.left !== before.left || now.bottom !== before.bottom
  );
}

function sameStrokes(some: readonly Stroke[], others: readonly Stroke[]): boolean {
  if (some === others) return true;
  return (
    some.length === others.length &&
    some.every(({ range, name }, at) => range === others[at]?.range && name === others[at]?.name)
  );
}

/**
 * This window and those around it, in which this one is scrolled past; `null` where one of them is
 * of another site and cannot be listened to.
 */
function windowsAround(): Window[] | null {
  const all: Window[] = [window];
  for (let view: Window = window; view !== view.top; view = view.parent) {
    if (!canReach(view)) return null;
    all.push(view.parent);
  }
  return all;
}

function canReach(view: Window): boolean {
  try {
    return view.frameElement !== null;
  } catch {
    // Some browsers throw across origins instead of giving null.
    return false;
  }
}

/**
 * The trees that elements are shown in. What scrolls in a shadow root is heard of only there, and
 * that an image has come not in the window either, which has a `load` of its own.
 */
function rootsAround(elements: Iterable<Element>): Set<Node> {
  const seen = new Set<Node>();
  for (const element of elements) {
    for (let at: Node | null = element; at && !seen.has(at); at = flatParent(at)) seen.add(at);
  }
  const roots = new Set<Node>([document]);
  for (const node of seen) roots.add(node.getRootNode());
  return roots;
}

const boxes = new WeakMap<Element, Element>();

/** The element around all of a range that has a box which can be observed. */
function boxOf({ commonAncestorContainer: around }: Range): Element {
  const parent = (isElement(around) ? around : around.parentElement) ?? document.documentElement;
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
