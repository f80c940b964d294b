import { browser } from 'wxt/browser';

/** Begins the name of a port on which a page asks for its turn; the name of the work follows. */
export const TURN_PORT = 'turn:';

/**
 * Whether this page is shown inside somebody else's. Browsers deny locks to such a frame, or keep
 * them apart from those of the extension's other pages.
 */
export function isForeignFrame(): boolean {
  return typeof window !== 'undefined' && window.top !== window.self;
}

/**
 * Runs work while the background holds the lock of that name.
 *
 * @throws where the background cannot be asked, before the work begins; otherwise whatever the work throws
 */
export async function withLentTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  const port = browser.runtime.connect({ name: TURN_PORT + name });
  await new Promise<void>((resolve, reject) => {
    port.onMessage.addListener(() => resolve());
    port.onDisconnect.addListener(() => reject(new Error('The background lends no turn.')));
  });
  try {
    return await work();
  } finally {
    port.disconnect();
  }
}
