import { browser } from 'wxt/browser';

/** Hears what the extension sends to this frame, until aborted. A promise is an answer. */
export function onMessage(listener: (message: unknown) => unknown, signal: AbortSignal): void {
  browser.runtime.onMessage.addListener(listener as never);
  signal.addEventListener(
    'abort',
    () => {
      try {
        browser.runtime.onMessage.removeListener(listener as never);
      } catch {
        // The extension was updated: its listeners went with it.
      }
    },
    { once: true },
  );
}
