/**
 * Calls back once when an element has left its page, by itself or with what it stands in, until
 * aborted. Only the children of what it stands in are looked at: that costs nothing while the page
 * draws.
 */
export function whenGone(element: Element, onGone: () => void, signal: AbortSignal): void {
  const around = new MutationObserver(() => {
    if (element.isConnected) return;
    around.disconnect();
    onGone();
  });
  for (let parent = element.parentNode; parent; parent = parent.parentNode) {
    around.observe(parent, { childList: true });
  }
  signal.addEventListener('abort', () => around.disconnect(), { once: true });
}
