import { browser } from 'wxt/browser';
import { hear } from './opened-anew';
import { LAYER_CLASS, PICKER_CLASS, STEP_ASIDE_EVENT } from './painting/names';

/** Known to this extension's scripts in this frame only: the isolated world keeps it from pages. */
const RUNNING = Symbol.for('tagger');

type World = typeof globalThis & { [RUNNING]?: AbortSignal };

/**
 * Makes this script the one that runs in its frame. Gives what ends it, or `null` where it
 * runs already. An instance from before an update of the extension, which can no longer reach
 * it, steps aside.
 */
export function becomeTheInstance(): AbortController | null {
  const world = globalThis as World;
  const running = world[RUNNING];
  if (running && !running.aborted && isConnected()) return null;
  document.dispatchEvent(new Event(STEP_ASIDE_EVENT));
  // Firefox destroys an instance with its version, and nobody is left there to step aside.
  if (!running) removeLeft();
  const end = new AbortController();
  // A page can send this, too; one that is not from before an update stays.
  const stepAside = () => isConnected() || end.abort();
  hear(() => document, STEP_ASIDE_EVENT, stepAside, { signal: end.signal });
  world[RUNNING] = end.signal;
  return end;
}

/** False after the extension was updated or removed: nothing can be sent to it any more. */
export function isConnected(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

/** Takes away what a version before an update has left in the page. */
function removeLeft(): void {
  for (const left of document.querySelectorAll(`.${PICKER_CLASS}, .${LAYER_CLASS}`)) left.remove();
}
