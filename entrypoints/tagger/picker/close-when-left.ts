import type { Box } from '../../wiring/messages';
import { hasKeyboard } from './keyboard';

/** On the way from the passage to the card the pointer may stray this far, CSS pixels. */
const MARGIN_PX = 32;
/** And for this long, milliseconds. */
const PATIENCE_MS = 400;
/** The same where nobody knows how far the passage is from the card: from corner to corner. */
const FAR_PATIENCE_MS = 2_000;

/**
 * Calls back once the pointer has left both a card that it brought up and the card's passage.
 * Moves inside the card's frame are the frame's own; a card that has the focus stays.
 */
export function closeWhenLeft(
  host: HTMLElement,
  near: readonly Box[],
  onLeft: () => void,
  signal: AbortSignal,
): void {
  const patience = near.length > 0 ? PATIENCE_MS : FAR_PATIENCE_MS;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const stay = () => {
    clearTimeout(leaving);
    leaving = undefined;
  };
  const left = () => {
    leaving = undefined;
    onLeft();
  };
  signal.addEventListener('abort', stay, { once: true });
  addEventListener(
    'pointermove',
    ({ clientX, clientY, isTrusted }) => {
      if (!isTrusted) return;
      const areas = [host.getBoundingClientRect(), ...near];
      const isThere = areas.some((area) => isNear(area, clientX, clientY));
      if (isThere || hasKeyboard(host)) stay();
      else leaving ??= setTimeout(left, patience);
    },
    { signal, passive: true },
  );
}

function isNear({ x, y, width, height }: Box, left: number, top: number): boolean {
  return (
    left >= x - MARGIN_PX &&
    left <= x + width + MARGIN_PX &&
    top >= y - MARGIN_PX &&
    top <= y + height + MARGIN_PX
  );
}
