import type { Quote } from './types';

/** Fewer units than this recur by chance: two or three words. */
const TELLING = 12;

/**
 * True for words that stood beside the passage when it was described: they are not the passage, however
 * alike. Of a list of goals one is not another, edited.
 */
export function stoodBeside({ prefix, suffix }: Quote, words: string): boolean {
  return words.length >= TELLING && (prefix.includes(words) || suffix.includes(words));
}
