import {
  APOSTROPHE,
  classOf,
  entries,
  entryOf,
  foldOf,
  LAST_BETWEEN,
  SEPARATOR,
  SILENT,
  SURROGATE,
  splitsPair,
  WORD,
} from './characters';

/** Words of a stretch of text: a fingerprint and two offsets each. */
export interface Words {
  count: number;
  /** Equal for words that differ in case, accents, apostrophe style or invisible characters only. */
  hash: Uint32Array;
  /** Offsets into the text that was read. */
  start: Uint32Array;
  end: Uint32Array;
}

/** Longer runs (keys, encoded data) are cut here, so that no single "word" can hold up the reading. */
export const LONGEST_WORD = 256;

/** Room for the words of `length` units; the most there can be is one a unit. */
export function makeWords(length: number): Words {
  return {
    count: 0,
    hash: new Uint32Array(length),
    start: new Uint32Array(length),
    end: new Uint32Array(length),
  };
}

/**
 * Reads the words of `text` from `from` to `to` into `into`, with offsets relative to `origin`.
 * Words are runs of letters and digits; in scripts without spaces, and for symbols beyond the basic
 * plane, each character is a word.
 */
export function readWords(
  text: string,
  from: number,
  to: number,
  origin: number,
  into: Words,
): void {
  const { hash, start, end } = into;
  // These are local because the loop below is most of what a search costs, and engines fold constants
  // into it only when no other code could change them.
  const table = entries;
  // FNV-1a, 32 bit (Fowler, Noll, Vo): one multiplication a unit, spreads well over short words.
  const FNV_OFFSET = 0x811c9dc5 | 0;
  const FNV_PRIME = 0x01000193;
  const BETWEEN = LAST_BETWEEN;
  const LETTER = WORD;
  const SPACE_OR_MARK = SEPARATOR;
  let count = into.count;
  let at = from;
  while (at < to) {
    const unit = text.charCodeAt(at);
    let entry = table[unit] || entryOf(unit);
    if (entry >>> 16 <= BETWEEN) {
      at++;
      continue;
    }
    const first = at;
    let sum = FNV_OFFSET;
    if (entry >>> 16 === LETTER) {
      const limit = Math.min(to, first + LONGEST_WORD);
      for (;;) {
        do {
          sum = Math.imul(sum ^ (entry & 0xffff), FNV_PRIME);
          if (++at >= limit) break;
          const next = text.charCodeAt(at);
          entry = table[next] || entryOf(next);
        } while (entry >>> 16 === LETTER);
        if (at >= limit || entry >>> 16 === SPACE_OR_MARK) break;
        while (at < limit && goesOn(text, at, limit)) at++;
        if (at >= limit) break;
        const next = text.charCodeAt(at);
        entry = table[next] || entryOf(next);
        if (entry >>> 16 !== LETTER) break;
      }
    } else {
      at += entry >>> 16 === SURROGATE && at + 1 < to && splitsPair(text, at + 1) ? 2 : 1;
      while (at < to && classOf(text.charCodeAt(at)) === SILENT) at++;
      for (let part = first; part < at; part++) {
        sum = Math.imul(sum ^ foldOf(text.charCodeAt(part)), FNV_PRIME);
      }
    }
    hash[count] = sum;
    start[count] = first - origin;
    end[count++] = at - origin;
  }
  into.count = count;
}

/** True for what does not end a word: marks, invisible characters, an apostrophe before a letter. */
function goesOn(text: string, at: number, to: number): boolean {
  const kind = classOf(text.charCodeAt(at));
  if (kind === SILENT) return true;
  return kind === APOSTROPHE && at + 1 < to && classOf(text.charCodeAt(at + 1)) === WORD;
}

/** The words of a whole short text. */
export function wordsOf(text: string): Words {
  const words = makeWords(text.length);
  readWords(text, 0, text.length, 0, words);
  return words;
}

/** True where an offset has letters of one word on both sides. Ends of the text are no such place. */
export function insideWord(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  let before = at - 1;
  while (before > 0 && before > at - LONGEST_WORD && classOf(text.charCodeAt(before)) === SILENT) {
    before--;
  }
  const left = classOf(text.charCodeAt(before));
  let after = at;
  while (
    after < text.length - 1 &&
    after < at + LONGEST_WORD &&
    classOf(text.charCodeAt(after)) === SILENT
  ) {
    after++;
  }
  const right = classOf(text.charCodeAt(after));
  if (left === WORD && right === WORD) return true;
  if (left === WORD && right === APOSTROPHE) return classOf(text.charCodeAt(after + 1)) === WORD;
  if (left === APOSTROPHE && right === WORD) return classOf(text.charCodeAt(before - 1)) === WORD;
  return false;
}

/** Blanks passed over in one place when texts are compared: an empty paragraph or an indentation. */
export const MOST_BLANKS = 64;

/** True for a unit that can stand between words without being seen as wording; false past an end (NaN). */
export function isBlank(unit: number): boolean {
  if (Number.isNaN(unit)) return false;
  if (unit <= 0x20 || unit === 0xa0) return true;
  if (unit < 0x80) return false;
  const kind = classOf(unit);
  if (kind === SILENT) return !COMBINING.test(String.fromCharCode(unit));
  return kind === SEPARATOR && SPACE.test(String.fromCharCode(unit));
}
const SPACE = /[\s\p{Z}\p{Cc}]/u;
const COMBINING = /\p{M}/u;
