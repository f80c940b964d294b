import type { Notice } from '../../../components/common/Toast';
import type { Say } from './use-notice';

/**
 * After this long without an answer, milliseconds, a click is taken for unheard: short of the second
 * within which a user's flow of thought stays unbroken (Nielsen, "Response Times: The 3 Important
 * Limits", 1993).
 */
export const SLOW_MS = 500;

/**
 * Says that work goes on, where it takes longer than a moment, until it is done: browsers take seconds
 * to store thousands of pieces of evidence.
 *
 * @returns what the work comes to; rejects as it does
 */
export async function sayingSlow<T>(text: string, say: Say, work: () => Promise<T>): Promise<T> {
  const notice: Notice = { text, goesOn: true };
  let isSaid = false;
  const timer = setTimeout(() => {
    isSaid = true;
    say(notice);
  }, SLOW_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    if (isSaid) say((shown) => (shown === notice ? null : shown));
  }
}
