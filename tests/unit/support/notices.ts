import type { Notice } from '../../../components/common/Toast';
import { SLOW_MS } from '../../../entrypoints/wiring/view/saying-slow';
import type { Say } from '../../../entrypoints/wiring/view/use-notice';

/** Where a view's notices go: each that was said, oldest first; `null` where one was taken away. */
export function noticeBoard(): { said: (Notice | null)[]; say: Say } {
  const said: (Notice | null)[] = [];
  const say: Say = (next) => {
    said.push(typeof next === 'function' ? next(said.at(-1) ?? null) : next);
  };
  return { said, say };
}

/** How long a test waits for what is said of slow work only. */
export const SLOW = { timeout: 5 * SLOW_MS };
