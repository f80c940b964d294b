import { budget } from './budget';

/**
 * How long work may keep the page waiting in one go, in milliseconds: half a frame at 60 frames a
 * second, which leaves the other half to the page.
 */
const SLICE = 8;

/** Calls `step` until it returns false, in slices between which the page goes on. */
export async function inSlices(step: () => boolean, signal?: AbortSignal): Promise<void> {
  for (;;) {
    signal?.throwIfAborted();
    const more = budget.spend(() => {
      const end = performance.now() + SLICE;
      while (step()) if (performance.now() > end) return true;
      return false;
    });
    if (!more) return;
    await letPageGoOn();
  }
}

/** Runs a generator to its end in slices and gives what it returns. */
export async function stepsInSlices<T>(
  steps: Generator<unknown, T>,
  signal?: AbortSignal,
): Promise<T> {
  let result: IteratorResult<unknown, T> = { done: false, value: undefined };
  await inSlices(() => {
    result = steps.next();
    return !result.done;
  }, signal);
  return result.value as T;
}

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
