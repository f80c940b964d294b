const POLL_MS = 50;
const DEFAULT_TIMEOUT_MS = 20_000;

/**
 * Asks again and again until the answer is neither `undefined`, `null`, `false` nor an error.
 *
 * @param what the state waited for, as it reads in "Waited 20 s in vain until …"
 * @throws with the last error as its cause when the time is over
 */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  timeoutMs = DEFAULT_TIMEOUT_MS,
): Promise<NonNullable<T>> {
  const end = Date.now() + timeoutMs;
  let cause: unknown;
  do {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== null && answer !== false) return answer;
    } catch (error) {
      cause = error;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  } while (Date.now() < end);
  throw new Error(`Waited ${timeoutMs / 1000} s in vain until ${what}.`, { cause });
}
