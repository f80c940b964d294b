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

const FRAMES = new Set(['iframe', 'frame', 'object', 'embed']);

/**
 * Calls back when a frame of this document has loaded, come or gone. Another document in a frame is
 * another world, which nothing of Rung is in.
 *
 * @param isWanted whether anybody has to know
 * @returns has the frames counted: called after the page changed, as nobody says that one has gone
 */
export function watchFrames(
  isWanted: () => boolean,
  onFrames: () => void,
  signal: AbortSignal,
): () => void {
  let left = AT_ONCE;
  let updated = performance.now();
  let count = window.length;
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
  document.addEventListener(
    'load',
    ({ target, isTrusted }) => {
      if (!isTrusted || !(target instanceof Element) || !FRAMES.has(target.localName)) return;
      // One that goes before the page is read was counted all the same.
      count = window.length;
      tellSoon();
    },
    { signal, capture: true, passive: true },
  );
  signal.addEventListener('abort', () => clearTimeout(waiting), { once: true });
  return () => {
    const before = count;
    count = window.length;
    if (count !== before) tellSoon();
  };
}
