import type { Notice } from '../../../components/common/Toast';
import type { Say } from './use-notice';

/**
 * As long as a user's flow of thought stays unbroken without a word, milliseconds (Nielsen, "Response
 * Times: The 3 Important Limits", 1993).
 */
export const SLOW_MS = 1000;

/**
 * Says that work goes on, where it takes longer than a moment, until it is done: browsers take seconds
 * to store thousands of pieces of evidence. Then what was said before is there again, which may offer
 * to undo something.
 *
 * @returns what the work comes to; rejects as it does
 */
export async function sayingSlow<T>(text: string, say: Say, work: () => Promise<T>): Promise<T> {
  const notice: Notice = { text, goesOn: true };
  let isSaid = false;
  let before: Notice | null = null;
  const timer = setTimeout(() => {
    isSaid = true;
    say((shown) => {
      before = shown?.goesOn ? null : shown;
      return notice;
    });
  }, SLOW_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    if (isSaid) say((shown) => (shown === notice ? before : shown));
  }
}
