import { registerAgain } from './painter';

/** What somebody does in a page. */
const DEEDS = ['pointermove', 'pointerup', 'keyup'];

/** How long after that it is looked, in milliseconds: a search in the page answers a moment after a key. */
const SOON = 400;

/**
 * Keeps what is painted there, until aborted, where the page clears the browser's registry for all:
 * nobody says so, and it is looked while somebody does something in the page.
 */
export function stayRegistered(signal: AbortSignal): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    waiting = undefined;
    registerAgain();
  };
  const lookSoon = () => {
    waiting ??= setTimeout(look, SOON);
  };
  for (const deed of DEEDS) {
    addEventListener(deed, lookSoon, { signal, capture: true, passive: true });
  }
  signal.addEventListener('abort', () => clearTimeout(waiting), { once: true });
}
