import { hear, inWindow } from './opened-anew';

/** Calls back when the user comes back to the page from another tab or another window. */
export function whenReturnedTo(onReturned: () => void, signal: AbortSignal): void {
  const shown = () => {
    if (document.visibilityState === 'visible') onReturned();
  };
  hear(() => document, 'visibilitychange', shown, { signal });
  hear(inWindow, 'focus', onReturned, { signal });
}
