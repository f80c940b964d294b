import type { Notice } from '../../../components/common/Toast';
import { failureWords } from './failure-words';

/** The notice that says what went wrong and what to do. */
export function failureNotice(error: unknown): Notice {
  return { text: failureWords(error), tone: 'error' };
}
