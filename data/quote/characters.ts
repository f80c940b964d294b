import { UNSPACED } from '../unspaced';

/* What a UTF-16 code unit is to the search for words. 0 stands for "not met yet". */

/** Space, punctuation, symbols, controls: between words. */
export const SEPARATOR = 1;
/** Combining mark or invisible character: belongs to what stands before it and says nothing itself. */
export const SILENT = 2;
/** Apostrophe: part of a word when letters stand on both sides (UAX #29, rules WB6 and WB7). */
export const APOSTROPHE = 3;
/** The last of the classes with which no word begins. */
export const LAST_BETWEEN = APOSTROPHE;
/** Letter, digit, underscore: part of a word. */
export const WORD = 4;
/** A character of a script written without spaces: a word of its own. */
export const SOLO = 5;
/** Half of a surrogate pair. */
export const SURROGATE = 6;

/** Also the mark that makes a vowel long, which Hiragana and Katakana share. */
const SPACELESS = new RegExp(`[${UNSPACED}\\u30FC]`, 'u');
const LETTER = /[\p{L}\p{N}\p{Pc}]/u;
/** Cf holds soft hyphens, zero-width spaces and joiners, direction marks and the byte order mark. */
const INVISIBLE = /[\p{M}\p{Cf}]/u;
const APOSTROPHES = /['\u2018\u2019\u02BC\uFF07]/;

/** For each unit its class in the upper half and its fold in the lower; 0 until the unit is met. */
const table = new Uint32Array(0x10000);

/** Class and fold of a code unit in one number: `entry >>> 16` and `entry & 0xffff`. */
export function entryOf(unit: number): number {
  return table[unit] || classify(unit);
}

/** The table behind `entryOf`, for loops over whole documents: 0 means "call `entryOf`". */
export const entries: Readonly<Uint32Array> = table;

/** The class of a code unit. */
export function classOf(unit: number): number {
  return entryOf(unit) >>> 16;
}

/** The unit that stands for a unit when case and accents do not count. */
export function foldOf(unit: number): number {
  return entryOf(unit) & 0xffff;
}

function classify(unit: number): number {
  const char = String.fromCharCode(unit);
  let kind = SEPARATOR;
  if (unit >= 0xd800 && unit <= 0xdfff) kind = SURROGATE;
  else if (APOSTROPHES.test(char)) kind = APOSTROPHE;
  else if (INVISIBLE.test(char)) kind = SILENT;
  else if (SPACELESS.test(char) && LETTER.test(char)) kind = SOLO;
  else if (LETTER.test(char)) kind = WORD;
  const entry = (kind << 16) | fold(char, unit);
  table[unit] = entry;
  return entry;
}

/** Marks that typing aids and editors put for one another, and the plain one that stands for each. */
const TYPOGRAPHY: readonly (readonly [string, RegExp])[] = [
  ["'", /[\u2018-\u201B\u2032\u02BC\uFF07]/],
  ['"', /[\u201C-\u201F\u2033\u00AB\u00BB\uFF02]/],
  ['-', /[\u2010-\u2015\u2212]/],
];

/** Lower case without accents, where that is one unit long, so that offsets stay what they are. */
function fold(char: string, unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return unit;
  if (char === '\u03C2') return 0x03c3;
  const typed = TYPOGRAPHY.find(([, marks]) => marks.test(char));
  if (typed) return typed[0].charCodeAt(0);
  const base = char.normalize('NFKD');
  // Of letters alone: without its stroke, "≠" says the opposite.
  const plain = LETTER.test(char) && /^.\p{M}+$/u.test(base) ? base.charAt(0) : base;
  const lower = (plain.length === 1 ? plain : char).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}

/** True between the two halves of a surrogate pair. */
export function splitsPair(text: string, at: number): boolean {
  return (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}
