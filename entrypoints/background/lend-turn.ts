import type { Browser } from 'wxt/browser';
import { inTurn } from '../../data/in-turn';
import { TURN_PORT } from '../../data/lent-turn';
import { isOwnPage } from './senders';

/** Holds a lock for a page that the browser gives none, until the page returns it or is gone. */
export function lendTurn(port: Browser.runtime.Port): void {
  if (!port.name.startsWith(TURN_PORT) || !isOwnPage(port.sender?.url)) {
    port.disconnect();
    return;
  }
  let isReturned = false;
  const returned = new Promise<void>((resolve) =>
    port.onDisconnect.addListener(() => {
      isReturned = true;
      resolve();
    }),
  );
  void inTurn(port.name.slice(TURN_PORT.length), async () => {
    if (isReturned) return;
    port.postMessage('yours');
    await returned;
  });
}
