import { MOMENT_NAME } from './names';
import { createLayer } from './painter';

/** How long the mark stays, in milliseconds: long enough for eyes that follow a scroll to land. */
export const MOMENT_STAYS_MS = 1800;
/** When it goes off and on again within that time: one blink catches the eye, more would nag. */
const BLINK_MS = [350, 550] as const;

const layer = createLayer();
let current: AbortController | undefined;

/** Marks ranges for a moment; without the blink where reduced motion is asked for. */
export function markMoment(ranges: readonly Range[]): void {
  current?.abort();
  current = new AbortController();
  const { signal } = current;
  const on = () => layer.show(ranges.map((range) => ({ name: MOMENT_NAME, range })));
  const off = () => layer.show([]);
  const at = (delay: number, action: () => void) => {
    const timer = setTimeout(action, delay);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  };
  off();
  on();
  if (!matchMedia('(prefers-reduced-motion: reduce)').matches) {
    at(BLINK_MS[0], off);
    at(BLINK_MS[1], on);
  }
  at(MOMENT_STAYS_MS, off);
}
