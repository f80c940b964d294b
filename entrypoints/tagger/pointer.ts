import { hear, inWindow } from './opened-anew';

/** A point of this frame's viewport, CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

let last: Point | null = null;

/** Notes where the pointer is, until aborted: what is scrolled under it does not say. */
export function followPointer(signal: AbortSignal): void {
  hear<PointerEvent>(
    inWindow,
    'pointermove',
    ({ clientX, clientY, isTrusted }) => {
      if (isTrusted) last = { x: clientX, y: clientY };
    },
    { signal, capture: true, passive: true },
  );
  hear(() => document.documentElement, 'pointerleave', forget, { signal, passive: true });
  signal.addEventListener('abort', forget, { once: true });
}

/** Where the pointer is; `null` where it was never seen, or has left this window. */
export function pointer(): Point | null {
  return last;
}

/** Notes that the window moved under the pointer, which is there in it by now. */
export function shiftPointer(by: Point): void {
  if (last) last = { x: last.x + by.x, y: last.y + by.y };
}

function forget(): void {
  last = null;
}
