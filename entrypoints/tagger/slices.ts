import type { SliceOptions } from '../../data/slices';
import { budget } from './budget';

/** How work in a page is cut into slices: what it costs is taken down, and the page goes on between. */
export const IN_PAGE: SliceOptions = { spend: (work) => budget.spend(work), pause: letPageGoOn };

/** Lets the page do what is waiting: input, painting, its own scripts. */
function letPageGoOn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
