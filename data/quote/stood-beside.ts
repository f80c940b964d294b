import type { Quote } from './types';

/** Fewer units than this recur by chance: two or three words. */
const TELLING = 12;

/**
 * True for words that stood beside the passage when it was described: they are not the passage, however
 * alike. Of a list of goals one is not another, edited. Where the context was cut within them, half of
 * them tells as much.
 */
export function stoodBeside({ prefix, suffix }: Quote, words: string): boolean {
  if (words.length < TELLING) return false;
  if (prefix.includes(words) || suffix.includes(words)) return true;
  const half = Math.max(TELLING, words.length >> 1);
  const [head, tail] = [words.slice(0, half), words.slice(-half)];
  const from = suffix.lastIndexOf(head);
  if (from >= 0 && words.startsWith(suffix.slice(from))) return true;
  const to = prefix.indexOf(tail);
  return to >= 0 && words.endsWith(prefix.slice(0, to + half));
}
