import { isConnected } from '../instance';

/** How long the picker's page has, once the frame has loaded, to say hello, in milliseconds. */
const HELLO_MS = 3_000;

/**
 * Closes a picker that nobody can close from inside: one whose page the browser did not let load,
 * or whose extension was updated under it. The first goes by itself; either goes with Escape in the
 * page, and the second with a click there.
 *
 * @param saidHello whether the page has loaded and asked what to show
 * @param giveUp called where it goes by itself
 */
export function closeIfDead(
  frame: HTMLIFrameElement,
  saidHello: () => boolean,
  close: () => void,
  giveUp: () => void,
  signal: AbortSignal,
): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    waiting = setTimeout(() => {
      if (!saidHello()) giveUp();
    }, HELLO_MS);
  };
  // A page that was refused loads too: the browser's own, which says so.
  frame.addEventListener('load', wait, { once: true, signal });
  signal.addEventListener('abort', () => clearTimeout(waiting), { once: true });

  const options = { signal, capture: true, passive: true };
  addEventListener(
    'keydown',
    ({ key, isTrusted }) => {
      if (isTrusted && key === 'Escape' && !(saidHello() && isConnected())) close();
    },
    options,
  );
  addEventListener(
    'pointerdown',
    ({ isTrusted }) => {
      if (isTrusted && !isConnected()) close();
    },
    options,
  );
}
