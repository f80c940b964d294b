import { outsideCluster } from './clusters';
import { insideWord, LONGEST_WORD } from './words';

/** True for an offset within a word or a character. */
export function cuts(text: string, at: number): boolean {
  return insideWord(text, at) || outsideCluster(text, at, -1) !== at;
}

/** The nearest offset on one side that is within neither; no farther away than words are long. */
export function outsideWord(text: string, offset: number, side: -1 | 1): number {
  let at = offset;
  const limit = offset + side * LONGEST_WORD;
  while (at !== limit && cuts(text, at)) at += side;
  return at;
}
