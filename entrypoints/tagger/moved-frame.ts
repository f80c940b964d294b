import { boxInTop } from './boxes';
import { windowsAround } from './frames';
import type { Point } from './pointer';

/**
 * Tells how far what is at rest on screen came to be elsewhere in this frame, in its viewport's CSS
 * pixels, while the windows around it are scrolled: nothing in the frame is told of that. Until aborted,
 * or the frame's page was left; never where the frame cannot know where it stands.
 */
export function followFrame(onMoved: (by: Point) => void, signal: AbortSignal): void {
  const [, ...around] = windowsAround() ?? [];
  // The windows around outlive it.
  const gone = new AbortController();
  addEventListener('pagehide', () => gone.abort(), { signal });
  const options = { signal: AbortSignal.any([signal, gone.signal]), capture: true, passive: true };
  let before = unitInTop();
  const scrolled = ({ isTrusted }: Event) => {
    const now = unitInTop();
    if (!isTrusted || !before || !now) return;
    const by = { x: (before.x - now.x) / now.width, y: (before.y - now.y) / now.height };
    before = now;
    if (by.x !== 0 || by.y !== 0) onMoved(by);
  };
  for (const view of around) view.addEventListener('scroll', scrolled, options);
}

const unitInTop = () => boxInTop(new DOMRect(0, 0, 1, 1));
