import { firstIndex } from '../../data/first-index';
import type { Span } from '../../data/passage';
import { createQuoteFinder, type Found, type Quote, type QuoteFinder } from '../../data/quote';
import { type Words, wordsOf } from '../../data/quote/words';
import type { Stretches } from './lines';

/**
 * How much text around a change is looked at for quotes that were not found, or not surely, in
 * UTF-16 units: a long paragraph before and after.
 */
const AROUND = 2_000;

/** From this share of the text on, a change is treated as a new text. */
const MUCH = 0.5;

/** A change with more text around it than this, in UTF-16 units, is searched without asking first. */
const LONG = 20_000;

/**
 * A passage that came by a change is no further from it than this many times its own length: an
 * edit that spreads a sentence wider than twice itself leaves no sentence to find.
 */
const REACH = 2;

/** A change of more UTF-16 units may have moved whole sentences, with words that were there before. */
const SMALL = 200;

/** Shorter words, in UTF-16 units, stand everywhere and tell nothing. */
const TELLING = 4;

/** Least share of a quote's telling words near a change, for the quote to be looked for there. */
const SHARE = {
  /** Gone until now: far below what the finder accepts at its most lenient. */
  orphan: 0.25,
  /** It stands elsewhere, edited: only a place with more of its words could be a better one. */
  elsewhere: 0.5,
};

/** Of a fingerprint this much is compared: engines look up numbers of 30 bits several times as fast. */
const COMPARED = 0x3fff_ffff;

/** Fingerprints of words, as far as they are compared. */
export interface TellingWords {
  readonly own: ReadonlySet<number>;
  /** What stood before and after it: of two places with its words, these decide. */
  readonly around: ReadonlySet<number>;
}

/** The text around a change, and which quotes may have come to stand there by it. */
export class Vicinity {
  readonly #text: string;
  readonly #from: number;
  /** The change in the text around it. */
  readonly #start: number;
  readonly #end: number;
  readonly #onlyByWords: boolean;
  #finder: QuoteFinder | undefined;
  #words: Words | null | undefined;
  #changedWords: readonly number[] | undefined;
  /** The words' numbers by their fingerprints. */
  #byPrint: Map<number, number[]> | undefined;

  private constructor(text: string, from: number, change: Span, onlyByWords: boolean) {
    this.#text = text;
    this.#from = from;
    this.#start = change.start - from;
    this.#end = change.end - from;
    this.#onlyByWords = onlyByWords && change.end - change.start <= SMALL;
  }

  /**
   * The vicinity of a change in `text`; `null` where that is most of the text.
   *
   * @param onlyByWords whether a quote can have come only with words of its own: something was put
   *   in, and nothing taken out that may have kept the parts of a passage from each other
   */
  static of(text: Stretches, change: Span, onlyByWords = false): Vicinity | null {
    const from = Math.max(0, change.start - AROUND);
    const to = Math.min(text.length, change.end + AROUND);
    if (to - from > text.length * MUCH) return null;
    return new Vicinity(text.slice(from, to), from, change, onlyByWords);
  }

  /** Finds quotes in the text around the change. */
  get finder(): QuoteFinder {
    this.#finder ??= createQuoteFinder(this.#text);
    return this.#finder;
  }

  /**
   * Whether what `finder` found is only what was known before: at the same place in the whole text,
   * as surely. What was doubtful is decided by looking at all of the text.
   */
  isKnown({ start, end, confidence }: Found, before: Found): boolean {
    return (
      start + this.#from === before.start &&
      end + this.#from === before.end &&
      confidence === before.confidence &&
      confidence !== 'doubtful'
    );
  }

  /**
   * Whether enough of a quote's words stand around the change for it to be worth a search, which
   * costs a thousand times as much as this.
   *
   * @param at where in the whole text it stands as far as is known, `null` if nowhere
   */
  mayHold(quote: Quote, { own, around }: TellingWords, at: Span | null): boolean {
    this.#words ??= this.#text.length > LONG ? null : wordsOf(this.#text);
    if (!this.#words || own.size === 0) return true;
    const reach = REACH * quote.exact.length;
    if (this.#onlyByWords && !this.#isNear(at, reach)) {
      const changed = this.#changed(this.#words);
      if (!changed.some((word) => own.has(word) || around.has(word))) return false;
    }
    const wanted = own.size * (at ? SHARE.elsewhere : SHARE.orphan);
    const { start, end } = this.#words;
    const isIn = (word: number) =>
      (end[word] as number) > this.#start - reach && (start[word] as number) <= this.#end + reach;
    let seen = 0;
    let left = own.size;
    for (const print of own) {
      if (this.#wordsByPrint(this.#words).get(print)?.some(isIn)) seen++;
      if (seen >= wanted) return true;
      if (seen + --left < wanted) return false;
    }
    return false;
  }

  #wordsByPrint({ count, hash }: Words): ReadonlyMap<number, readonly number[]> {
    if (!this.#byPrint) {
      this.#byPrint = new Map<number, number[]>();
      for (let word = 0; word < count; word++) {
        const print = (hash[word] as number) & COMPARED;
        const here = this.#byPrint.get(print);
        if (here) here.push(word);
        else this.#byPrint.set(print, [word]);
      }
    }
    return this.#byPrint;
  }

  /** Whether something stands so close that the change may have moved its ends. */
  #isNear(at: Span | null, reach: number): boolean {
    const from = this.#from + this.#start - reach;
    const to = this.#from + this.#end + reach;
    return at !== null && at.end >= from && at.start <= to;
  }

  /** The words that are other ones now: those in the change, and those it is a part of. */
  #changed({ count, hash, start, end }: Words): readonly number[] {
    if (!this.#changedWords) {
      const changed: number[] = [];
      const first = firstIndex(count, (word) => (end[word] as number) >= this.#start);
      for (let word = first; word < count; word++) {
        if ((start[word] as number) > this.#end) break;
        changed.push((hash[word] as number) & COMPARED);
      }
      this.#changedWords = changed;
    }
    return this.#changedWords;
  }
}

/**
 * The fingerprints of a quote's words that tell it from others, and of those kept around it. A
 * passage may begin or end inside a word: that word is told by all of it, as the text has it.
 */
export function tellingWordsOf({ exact, prefix, suffix }: Quote): TellingWords {
  const text = prefix + exact + suffix;
  const from = prefix.length;
  const to = from + exact.length;
  const words = wordsOf(text);
  const { start, end } = words;
  const isOwn = (word: number) => (end[word] as number) > from && (start[word] as number) < to;
  return { own: tellingIn(words, isOwn), around: tellingIn(words, (word) => !isOwn(word)) };
}

function tellingIn(
  { count, hash, start, end }: Words,
  isAsked: (word: number) => boolean,
): ReadonlySet<number> {
  const all = new Set<number>();
  const long = new Set<number>();
  for (let word = 0; word < count; word++) {
    if (!isAsked(word)) continue;
    const print = (hash[word] as number) & COMPARED;
    all.add(print);
    if ((end[word] as number) - (start[word] as number) >= TELLING) long.add(print);
  }
  // In some scripts every character is a word, and some sentences have short words alone.
  return long.size * 2 >= all.size ? long : all;
}
