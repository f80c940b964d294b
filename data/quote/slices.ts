/** How work is cut into slices. */
export interface SliceOptions {
  /** Milliseconds of work between two pauses. */
  budget?: number;
  /** Lets others work; settles when this may go on, as `scheduler.yield` does. */
  yieldNow?: () => Promise<void>;
  /** Stops the work: the promise is then rejected with the signal's reason. */
  signal?: AbortSignal;
  /** A clock in milliseconds. */
  now?: () => number;
}

/** Half of the 16.7 ms that a frame lasts at 60 Hz, so that the page keeps the other half. */
const SLICE_BUDGET = 8;

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Runs stepwise work to its end, with a pause whenever a slice has used up its budget. */
export async function runInSlices<T>(
  steps: Generator<void, T>,
  {
    budget = SLICE_BUDGET,
    yieldNow = nextTask,
    signal,
    now = () => performance.now(),
  }: SliceOptions = {},
): Promise<T> {
  let began = now();
  for (;;) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    if (now() - began >= budget) {
      await yieldNow();
      began = now();
    }
  }
}

/** Runs stepwise work to its end in one go. */
export function runAtOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
