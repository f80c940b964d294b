import type { Box } from './messages';

/** On the way from the passage to the card the pointer may stray this far, CSS pixels. */
const MARGIN = 32;
/** And for this long, milliseconds. */
const PATIENCE = 400;

/**
 * Closes a card that the pointer brought up once the pointer has left both it and its passage.
 * Moves inside the card's frame are the frame's own; a card that has the focus stays.
 */
export function closeWhenLeft(
  host: HTMLElement,
  box: Box | null,
  close: () => void,
  signal: AbortSignal,
): void {
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const stay = () => {
    clearTimeout(leaving);
    leaving = undefined;
  };
  signal.addEventListener('abort', stay, { once: true });
  addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      const near = [host.getBoundingClientRect(), ...(box ? [box] : [])].some((area) =>
        isNear(area, clientX, clientY),
      );
      if (near || document.activeElement === host) stay();
      else leaving ??= setTimeout(close, PATIENCE);
    },
    { signal, passive: true },
  );
}

function isNear({ x, y, width, height }: Box, left: number, top: number): boolean {
  return (
    left >= x - MARGIN &&
    left <= x + width + MARGIN &&
    top >= y - MARGIN &&
    top <= y + height + MARGIN
  );
}
