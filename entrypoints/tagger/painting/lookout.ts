import { windowsAround } from '../frames';
import { rootsAround } from '../surfaces/flat-tree';
import { guardsAmong, hasMoved } from './guards';

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
const HAPPENED = ['load', 'transitionend', 'animationend'];

/** Looks which of some elements are in the window or near it. */
export interface Lookout {
  /** False before `follow`, and once the page was left. */
  readonly following: boolean;
  /** Looks at these elements now, and again when something may have moved them. */
  follow(elements: Iterable<Element>): void;
  /** Looks again soon: something changed in the page that may have pushed them up or down. */
  noteChange(): void;
  stop(): void;
}

/**
 * Looks only when something may have moved the elements. An observer left running looks at every one
 * in every frame: a thousand of them would take a fortieth of the time of a page that changes
 * constantly.
 *
 * @param onNear told which are near, each time that all were looked at
 */
export function createLookout(onNear: (near: ReadonlySet<Element>) => void): Lookout {
  let all: readonly Element[] = [];
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
    askWhere(all, (entries) => {
      guards = guardsAmong(entries);
      onNear(new Set(entries.filter((one) => one.isIntersecting).map(({ target }) => target)));
    });
  };
  const look = () => {
    const known = guards;
    const long = performance.now() - lookedAtAll > IN_ANY_CASE;
    if (unseen || long || known.size === 0) return lookAtAll();
    askWhere(known.keys(), (entries) => {
      if (entries.some((one) => hasMoved(one, known.get(one.target)))) lookAtAll();
      // What came past them is seen in the end, though the page changes no more.
      else lookAt(lookedAtAll + IN_ANY_CASE + 1);
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
  /** What a script moves says that it has arrived to those alone who listen to just that. */
  const hearAnimations = () => {
    if (!listening) return;
    const options = { once: true, signal: listening.signal };
    for (const one of document.getAnimations()) one.addEventListener('finish', happened, options);
  };
  const stop = () => {
    listening?.abort();
    listening = undefined;
    clearTimeout(waiting);
    waiting = undefined;
    looking?.disconnect();
    looking = undefined;
    guards = new Map();
    all = [];
  };
  const listen = () => {
    listening?.abort();
    listening = new AbortController();
    const { signal } = listening;
    for (const target of [...(windowsAround() ?? []), ...rootsAround(all)]) {
      const options = { signal, capture: true, passive: true };
      for (const name of DONE) target.addEventListener(name, done, options);
      for (const name of HAPPENED) target.addEventListener(name, happened, options);
      target.addEventListener('keydown', typed, options);
    }
    // The windows around a frame outlive it.
    window.addEventListener('pagehide', ({ persisted }) => persisted || stop(), { signal });
  };

  return {
    get following() {
      return listening !== undefined;
    },
    follow(elements) {
      all = [...elements];
      if (!listening) lastDone = performance.now();
      listen();
      lookAtAll();
    },
    noteChange() {
      hearAnimations();
      lookAt(looked + WHILE_CHANGING);
    },
    stop,
  };
}
