import { hear } from './opened-anew';

/** How long after a frame came it is told of, in milliseconds: several often come together. */
const SOON = 100;

/** So many may be told of one after the other, as while somebody types beside a preview. */
const AT_ONCE = 4;

/**
 * Then one is told of so often, in milliseconds: coming into a frame and reading it takes some
 * hundredths of a second, and a page that draws one anew for ever must not cost more than that.
 */
const REFILL = 5_000;

/** Where none came for so long, those that came are all there are, in milliseconds. */
const ENDED = 500;

/** So many may then be told of ahead of their time, which those after them are told the later for. */
const OWED = 2;

const FRAMES = 'iframe, frame, object, embed';

export interface FrameWatch {
  /** Has the frames counted: called after the page changed, as nobody says that one has gone. */
  count(): void;
  /**
   * Watches those in an open shadow root, too: what loads there is heard of only there, and the window
   * does not count it. Safe to call again with the same.
   */
  lookInto(root: ShadowRoot): void;
}

/**
 * Calls back when a frame of this document has loaded, come or gone. Another document in a frame is
 * another world, which nothing of Rung is in.
 *
 * @param isWanted whether anybody has to know
 */
export function watchFrames(
  isWanted: () => boolean,
  onFrames: () => void,
  signal: AbortSignal,
): FrameWatch {
  let left = AT_ONCE;
  let updated = performance.now();
  let count = window.length;
  const inRoots = new Set<Element>();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  /** When those that came are told of, though others may go on coming. */
  let due: number | undefined;
  const refill = () => {
    const now = performance.now();
    left = Math.min(AT_ONCE, left + (now - updated) / REFILL);
    updated = now;
  };
  const tell = () => {
    due = undefined;
    refill();
    left--;
    onFrames();
  };
  const tellSoon = () => {
    if (signal.aborted || !isWanted()) return;
    refill();
    due ??= updated + Math.max(SOON, (1 - left) * REFILL);
    const ended = updated + Math.max(ENDED, (1 - OWED - left) * REFILL);
    clearTimeout(waiting);
    waiting = setTimeout(tell, Math.min(due, ended) - updated);
  };
  const loaded = ({ target, currentTarget, isTrusted }: Event) => {
    if (!isTrusted || !(target instanceof Element) || !target.matches(FRAMES)) return;
    // One that goes before the page is read was counted all the same.
    count = window.length;
    if (currentTarget !== document) inRoots.add(target);
    tellSoon();
  };
  const options = { signal, capture: true, passive: true };
  hear(() => document, 'load', loaded, options);
  signal.addEventListener('abort', () => clearTimeout(waiting), { once: true });
  return {
    count() {
      const before = count;
      count = window.length;
      let isGone = false;
      for (const frame of inRoots) if (!frame.isConnected) isGone = inRoots.delete(frame);
      if (count !== before || isGone) tellSoon();
    },
    lookInto(root) {
      root.addEventListener('load', loaded, options);
      // It may have had them before anybody knew of it.
      const before = inRoots.size;
      for (const frame of root.querySelectorAll(FRAMES)) inRoots.add(frame);
      if (inRoots.size > before) tellSoon();
    },
  };
}
