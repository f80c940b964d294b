import type { Notice } from '../../../components/common/Toast';
import { failureWords } from './failure-words';

/**
 * The notice that says what went wrong and what to do.
 *
 * @param words what says it: for what was typed and for what was only read there are others
 */
export function failureNotice(error: unknown, words = failureWords): Notice {
  return { text: words(error), tone: 'error' };
}
