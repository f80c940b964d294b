/**
 * How long work may keep others waiting in one go, in milliseconds: half a frame at 60 frames a
 * second, which leaves the other half to them.
 */
export const SLICE = 8;

/** How work is cut into slices. */
export interface SliceOptions {
  /** Lets others work; settles when this may go on. */
  readonly pause?: () => Promise<void>;
  /** Does the work of one slice, so that a caller can account for its cost. */
  readonly spend?: (work: () => boolean) => boolean;
  /** A clock in milliseconds. */
  readonly now?: () => number;
}

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Calls `step` until it returns false, in slices between which others go on. */
export async function inSlices(
  step: () => boolean,
  { pause = nextTask, spend = (work) => work(), now = () => performance.now() }: SliceOptions = {},
): Promise<void> {
  const slice = () => {
    const end = now() + SLICE;
    while (step()) if (now() > end) return true;
    return false;
  };
  while (spend(slice)) await pause();
}

/** Runs a generator to its end in slices and gives what it returns. */
export async function stepsInSlices<T>(
  steps: Generator<unknown, T>,
  options?: SliceOptions,
): Promise<T> {
  let result: IteratorResult<unknown, T> = { done: false, value: undefined };
  await inSlices(() => {
    result = steps.next();
    return !result.done;
  }, options);
  return result.value as T;
}

/** Runs a generator to its end in one go and gives what it returns. */
export function stepsAtOnce<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
