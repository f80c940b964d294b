import { UNSPACED } from '../unspaced';

/** A word of a text: how it is compared, and where it stands (UTF-16 offsets, end exclusive). */
export interface Word {
  text: string;
  start: number;
  end: number;
}

/**
 * A word is a run of letters and digits; an apostrophe inside it belongs to it, and so does what shows
 * nothing, as where a page hyphenates. Two single letters joined by a slash or an ampersand are one
 * word too: "A/B", "R&D".
 */
const WORD =
  /(?<![\p{L}\p{N}])\p{L}[/&]\p{L}(?![\p{L}\p{N}])|[\p{L}\p{M}\p{N}]+(?:[\u00ad\u2060\ufeff]+[\p{L}\p{M}\p{N}]+)*(?:['’]\p{L}+)*/gu;

/** Of words without a space between them only a dictionary knows where one ends. */
const SPACELESS = new RegExp(`[${UNSPACED}]`, 'u');
const PLAIN = /^[a-z0-9]+$/;

/**
 * How many UTF-16 units of a longer run are compared: no language's words are longer, and comparing
 * two words takes time with the square of their length.
 */
const LONGEST = 64;
const PLAIN_WORDS = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/**
 * Cuts `text` into words, at most `limit` of them, each folded by `fold`.
 * What is not a word (punctuation, emoji, white space) is left out.
 */
export function wordsOf(text: string, limit = Number.POSITIVE_INFINITY): Word[] {
  const words: Word[] = [];
  const add = (word: string, start: number) => {
    const folded = fold(word.slice(0, LONGEST));
    if (folded) words.push({ text: folded, start, end: start + word.length });
  };
  for (const { 0: run, index } of text.matchAll(WORD)) {
    if (words.length >= limit) break;
    if (!SPACELESS.test(run)) add(run, index);
    else for (const part of segments(run)) add(part.segment, index + part.index);
  }
  return words.length > limit ? words.slice(0, limit) : words;
}

let segmenter: Intl.Segmenter | undefined;

function segments(run: string): Iterable<Intl.SegmentData> {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  return segmenter.segment(run);
}

/** As `wordsOf`, but only the words: without their places they cost less to cut. */
export function foldedWords(text: string): string[] {
  return PLAIN_WORDS.test(text) ? text.split(' ') : wordsOf(text).map((word) => word.text);
}

/** Lower case without accents, possessive 's, apostrophes or other signs: "Team's" is "team". */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/['’]s$/u, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The words of `text` with one space between them: how names are compared as a whole. */
export function foldText(text: string): string {
  return wordsOf(text)
    .map((word) => word.text)
    .filter((word) => word !== 'and')
    .join(' ');
}
