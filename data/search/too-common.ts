import { STOP_WORDS } from './common-words';
import { foldedWords } from './words';

/** Whether a query has only words that are not searched for: they occur in texts, but in no index. */
export function isTooCommon(query: string): boolean {
  const words = foldedWords(query);
  return words.length > 0 && words.every((word) => STOP_WORDS.has(word));
}
