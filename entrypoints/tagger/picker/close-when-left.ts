import type { Box } from '../../wiring/messages/reading';
import { type Point, pointer } from '../pointer';
import { hasKeyboard } from './keyboard';

/** On the way from the passage to the card the pointer may stray this far, CSS pixels. */
const MARGIN_PX = 32;
/** And for this long, milliseconds. */
const PATIENCE_MS = 400;
/** The same where nobody knows how far the passage is from the card: from corner to corner. */
const FAR_PATIENCE_MS = 2_000;

/** At rest it is on the passage also this far from a line, CSS pixels: between two of them, say. */
const BETWEEN_PX = 8;
/** How long after something was scrolled it is looked where the pointer is now, milliseconds. */
const LOOK_MS = 100;

/** The passage of a card, in this window. */
interface Passage {
  /** Where its lines were when the card came. */
  readonly near: readonly Box[];
  /** Where they are now; none where that cannot be told from here. */
  nearNow(): readonly Box[];
}

/** The card's passage, told of by whoever sees it. */
export interface PointedAt {
  /** The pointer is still on the passage, whose lines are there now. */
  isStill(lines: readonly Box[]): void;
}

/**
 * Calls back once the pointer has left both a card that it brought up and the card's passage, or the
 * passage was scrolled away from under it. Moves inside the card's frame are the frame's own; a card
 * that has the focus stays.
 */
export function closeWhenLeft(
  host: HTMLElement,
  { near, nearNow }: Passage,
  onLeft: () => void,
  signal: AbortSignal,
): PointedAt {
  const patience = near.length > 0 ? PATIENCE_MS : FAR_PATIENCE_MS;
  let lines = near;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let looking: ReturnType<typeof setTimeout> | undefined;
  const stay = () => {
    clearTimeout(leaving);
    leaving = undefined;
  };
  const left = () => {
    leaving = undefined;
    onLeft();
  };
  const check = (isHere: boolean) => {
    if (isHere || hasKeyboard(host)) stay();
    else leaving ??= setTimeout(left, patience);
  };
  const look = () => {
    looking = undefined;
    lines = nearNow();
    const at = pointer();
    // A card is beside its passage; at rest that near to it the pointer is not on its way.
    check(host.matches(':hover') || (at !== null && isNear(lines, at, BETWEEN_PX)));
  };
  signal.addEventListener(
    'abort',
    () => {
      stay();
      clearTimeout(looking);
    },
    { once: true },
  );
  addEventListener(
    'pointermove',
    ({ clientX: x, clientY: y, isTrusted }) => {
      if (isTrusted) check(isNear([host.getBoundingClientRect(), ...lines], { x, y }, MARGIN_PX));
    },
    { signal, passive: true },
  );
  addEventListener(
    'scroll',
    ({ isTrusted, target }) => {
      if (isTrusted && isAroundPointer(target)) looking ??= setTimeout(look, LOOK_MS);
    },
    { signal, capture: true, passive: true },
  );
  return {
    isStill(now) {
      lines = now;
      stay();
    },
  };
}

/** What a page scrolls elsewhere, as some do without end, moves nothing under the pointer. */
function isAroundPointer(scrolled: EventTarget | null): boolean {
  return !(scrolled instanceof Element) || scrolled.matches(':hover');
}

function isNear(areas: readonly Box[], at: Point, margin: number): boolean {
  return areas.some(
    ({ x, y, width, height }) =>
      at.x >= x - margin &&
      at.x <= x + width + margin &&
      at.y >= y - margin &&
      at.y <= y + height + margin,
  );
}
