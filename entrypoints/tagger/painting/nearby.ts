import { windowsAround } from '../frames';
import { isElement, rootsAround } from '../surfaces/flat-tree';
import type { Layer } from './painter';
import type { Stretch } from './stretch';

/** A stretch to paint, and the highlight to paint it with. */
export interface Paintable {
  readonly name: string;
  readonly stretch: Stretch;
}

/**
 * Up to so many strokes are all painted. With a thousand painted ranges Chromium 156 takes 15 ms
 * longer for every frame in which anything on a page changes, painted or not; thirty still take two
 * in a hundred of a core on a page that changes twelve times a second.
 */
const ALL = 12;

type Reach = IntersectionObserverInit & { scrollMargin?: string };

/** How far outside the window strokes are painted too: half of its height, a turn of the wheel. */
const NEAR: Reach = { rootMargin: '50% 0px', scrollMargin: '50% 0px' };

/**
 * Only what is seen, where nobody scrolls or types: what is painted outside the window takes
 * Chromium as much of each frame in which the page changes by itself as what is in it.
 */
const SEEN: Reach = { rootMargin: '0px', scrollMargin: '0px' };

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
 * something is laid over the page, others can come into the window past them. Whoever did nothing
 * for so long reads or is away.
 */
const IN_ANY_CASE = 8_000;

/** What somebody does that moves passages in the window without changing the page. */
const DONE = ['scroll', 'resize', 'toggle'];

/** What the page does that moves them so. It may do that for ever. */
const HAPPENED = ['load', 'transitionend'];

export interface NearbyLayer {
  show(strokes: readonly Paintable[]): void;
  /** Whether the page took the text of something painted away, maybe to draw it anew. */
  isTorn(): boolean;
}

/**
 * A layer that paints, of very many strokes, those on screen and near it.
 *
 * Which these are is looked at only when something may have moved them. An observer left running
 * looks at every element in every frame: a thousand of them would take a fortieth of the time of a
 * page that changes constantly.
 */
export function nearbyOnly(layer: Layer): NearbyLayer {
  let strokes: readonly Paintable[] = [];
  let shown = new Set<Stretch>();
  let byElement = new Map<Element, Paintable[]>();
  let near = new Set<Element>();
  /** Where those near and their neighbours were seen; empty where that says nothing. */
  let guards = new Map<Element, DOMRectReadOnly>();
  let looking: IntersectionObserver | undefined;
  let looked = Number.NEGATIVE_INFINITY;
  let lookedAtAll = Number.NEGATIVE_INFINITY;
  /** Whether something may have moved that no guard tells of. */
  let unseen = false;
  let reach = NEAR;
  /** When somebody last did something here. */
  let lastDone = Number.NEGATIVE_INFINITY;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let due = 0;
  let listening: AbortController | undefined;

  const show = (some: readonly Paintable[]) => {
    layer.show(some.map(({ name, stretch }) => ({ name, range: stretch.range() })));
    const before = shown;
    shown = new Set(some.map(({ stretch }) => stretch));
    for (const stretch of before) if (!shown.has(stretch)) stretch.rest();
  };
  const paint = () => show([...near].flatMap((element) => byElement.get(element) ?? []));
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
    }, reach);
    for (const element of elements) looking.observe(element);
  };
  const lookAtAll = () => {
    lookedAtAll = performance.now();
    // Nothing is known until the answer: a tab in the background has none before it is shown.
    guards = new Map();
    unseen = false;
    reach = lookedAtAll - lastDone < IN_ANY_CASE ? NEAR : SEEN;
    askWhere(byElement.keys(), (entries) => {
      near = new Set(entries.filter((one) => one.isIntersecting).map(({ target }) => target));
      guards = guardsAmong(entries);
      paint();
    });
  };
  const look = () => {
    const known = guards;
    const long = performance.now() - lookedAtAll > IN_ANY_CASE;
    if (unseen || long || known.size === 0) return lookAtAll();
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
  const done = () => {
    lastDone = performance.now();
    unseen = true;
    lookAt(lastDone + (reach === NEAR ? WHILE_SCROLLING : 0));
  };
  const typed = () => {
    if (reach === NEAR) lastDone = performance.now();
    else done();
  };
  const happened = () => {
    unseen = true;
    lookAt(looked + WHILE_CHANGING);
  };
  const listen = () => {
    listening?.abort();
    listening = new AbortController();
    const { signal } = listening;
    for (const target of [...(windowsAround() ?? []), ...rootsAround(byElement.keys())]) {
      const options = { signal, capture: true, passive: true };
      for (const name of DONE) target.addEventListener(name, done, options);
      for (const name of HAPPENED) target.addEventListener(name, happened, options);
      target.addEventListener('keydown', typed, options);
    }
    // The windows around a frame outlive it.
    window.addEventListener('pagehide', ({ persisted }) => persisted || stop(), { signal });
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
    isTorn() {
      for (const stretch of shown) if (stretch.isTorn) return true;
      return false;
    },
    show(next) {
      if (listening && sameStrokes(strokes, next)) {
        paint();
        // What was changed elsewhere in the page may have pushed them up or down.
        lookAt(looked + WHILE_CHANGING);
      } else {
        strokes = next;
        if (strokes.length <= ALL || windowsAround() === null) {
          stop();
          show(strokes);
          return;
        }
        byElement = byBox(strokes);
        if (!listening) lastDone = performance.now();
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

function sameStrokes(some: readonly Paintable[], others: readonly Paintable[]): boolean {
  if (some === others) return true;
  return (
    some.length === others.length &&
    some.every(({ stretch, name }, at) => {
      const other = others[at];
      return stretch === other?.stretch && name === other.name;
    })
  );
}

function byBox(some: readonly Paintable[]): Map<Element, Paintable[]> {
  const found = new Map<Element, Paintable[]>();
  for (const one of some) {
    const box = boxOf(one.stretch);
    const others = found.get(box);
    if (others) others.push(one);
    else found.set(box, [one]);
  }
  return found;
}

const boxes = new WeakMap<Element, Element>();

/** The element around all of a stretch that has a box which can be observed. */
function boxOf({ around }: Stretch): Element {
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
