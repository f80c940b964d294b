import type { Box } from '../wiring/messages/reading';
import { followFrame } from './moved-frame';
import { hear, inWindow } from './opened-anew';
import { followPointer, pointer, shiftPointer } from './pointer';

/**
 * How long the pointer has to rest on a passage, in milliseconds: longer than it takes to cross a
 * line on the way elsewhere, short enough to seem an answer.
 */
const REST = 400;

/** How long after a key the user counts as typing, in milliseconds; then nothing pops up. */
const TYPING = 1_500;

/**
 * How long after the pointer moved, or something under it did, it is looked whether it has left the
 * passage that was told of, in milliseconds.
 */
const LOOK = 100;

/** Painted evidence under the pointer, in the top frame's viewport. */
export interface Hovered {
  readonly ids: readonly string[];
  /** The line that the pointer is on; `null` where its place in the window cannot be told. */
  readonly box: Box | null;
  /** All lines of the passages, as far as their places can be told. */
  readonly near: readonly Box[];
  /** Whether all that is new is where the passages are. */
  readonly still?: boolean;
}

/**
 * Tells when the pointer rests on painted evidence, once for each time it comes there; in a frame also
 * that it is still there after something was scrolled and, with no evidence, when it has left or the
 * user goes on working.
 */
export function watchHover(
  find: (x: number, y: number) => Hovered | null,
  onHover: (hovered: Hovered) => void,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looking: ReturnType<typeof setTimeout> | undefined;
  let typedAt = Number.NEGATIVE_INFINITY;
  /** The passage that was told of and that the pointer has not left since. */
  let shown = '';
  let scrolled = false;
  /** Whether a card may be there that this frame has to take away. */
  let told = false;
  const inFrame = window !== window.top;
  let around: AbortController | undefined;
  const cancel = () => clearTimeout(timer);

  const rest = (x: number, y: number) => {
    if (performance.now() - typedAt < TYPING) return;
    if (document.getSelection()?.type === 'Range') return;
    const hovered = find(x, y);
    const key = hovered?.ids.join() ?? '';
    if (hovered && key !== shown) {
      onHover(hovered);
      told = true;
      if (inFrame) followAround();
    } else if (!hovered) leave();
    shown = key;
  };
  const look = () => {
    looking = undefined;
    if (shown === '') return;
    const at = pointer();
    const found = at && find(at.x, at.y);
    if (found?.ids.join() === shown) {
      // The top window saw that it moved, and cannot tell where to.
      if (scrolled && told && inFrame) onHover({ ...found, still: true });
      return;
    }
    shown = '';
    // One that moves may be on its way to the card.
    if (scrolled) leave();
  };
  const lookSoon = (afterScroll: boolean) => {
    if (shown === '') return;
    scrolled = afterScroll;
    looking ??= setTimeout(look, LOOK);
  };
  /** The top window sees to its own card, but hears of no pointer in a frame. */
  const leave = () => {
    if (told && inFrame) onHover({ ids: [], box: null, near: [] });
    told = false;
    around?.abort();
  };

  const followAround = () => {
    around?.abort();
    around = new AbortController();
    followFrame((by) => {
      shiftPointer(by);
      cancel();
      lookSoon(true);
    }, around.signal);
  };

  followPointer(signal);
  const options = { signal, capture: true, passive: true };
  hear<PointerEvent>(
    inWindow,
    'pointermove',
    ({ clientX, clientY, buttons, pointerType, isTrusted }) => {
      // The page may make events of its own; a card is brought up by the user's hand alone.
      if (!isTrusted) return;
      cancel();
      lookSoon(false);
      if (buttons !== 0 || pointerType === 'touch') return;
      timer = setTimeout(() => rest(clientX, clientY), REST);
    },
    options,
  );
  hear(
    inWindow,
    'pointerdown',
    ({ isTrusted }) => {
      if (!isTrusted) return;
      cancel();
      leave();
    },
    options,
  );
  hear(
    inWindow,
    'scroll',
    () => {
      cancel();
      lookSoon(true);
    },
    options,
  );
  hear(
    inWindow,
    'keydown',
    ({ isTrusted }) => {
      if (!isTrusted) return;
      typedAt = performance.now();
      cancel();
      leave();
    },
    options,
  );
  const gone = () => {
    cancel();
    clearTimeout(looking);
    looking = undefined;
    shown = '';
    around?.abort();
  };
  hear(() => document.documentElement, 'pointerleave', gone, { signal, passive: true });
  signal.addEventListener('abort', gone, { once: true });
}
