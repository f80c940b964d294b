import { createQuoteFinder, type Found, type Quote, type QuoteFinder } from '../../data/quote';
import { type Words, wordsOf } from '../../data/quote/words';

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

/** Shorter words, in UTF-16 units, stand everywhere and tell nothing. */
const TELLING = 4;

/** Least share of a quote's telling words near a change, for the quote to be looked for there. */
const SHARE = {
  /** Gone until now: far below what the finder accepts at its most lenient. */
  orphan: 0.25,
  /** It stands elsewhere, edited: only a place with more of its words could be a better one. */
  elsewhere: 0.5,
};

/** The text around a change, and which quotes may have come to stand there by it. */
export class Vicinity {
  readonly finder: QuoteFinder;
  private readonly words: Words | null;
  /** The change in the text around it. */
  private readonly start: number;
  private readonly end: number;

  private constructor(
    text: string,
    private readonly from: number,
    start: number,
    end: number,
  ) {
    this.finder = createQuoteFinder(text);
    this.words = text.length > LONG ? null : wordsOf(text);
    this.start = start - from;
    this.end = end - from;
  }

  /** The vicinity of `start` to `end`; `null` where that is most of the text. */
  static of(text: string, start: number, end: number): Vicinity | null {
    const from = Math.max(0, start - AROUND);
    const to = Math.min(text.length, end + AROUND);
    if (to - from > text.length * MUCH) return null;
    return new Vicinity(text.slice(from, to), from, start, end);
  }

  /**
   * Whether what `finder` found is only what was known before: at the same place in the whole text,
   * as surely. What was doubtful is decided by looking at all of the text.
   */
  isKnown({ start, end, confidence }: Found, before: Found): boolean {
    return (
      start + this.from === before.start &&
      end + this.from === before.end &&
      confidence === before.confidence &&
      confidence !== 'doubtful'
    );
  }

  /**
   * Whether enough of a quote's words stand around the change for it to be worth a search, which
   * costs a thousand times as much as this.
   */
  mayHold(quote: Quote, tellingWords: ReadonlySet<number>, elsewhere: boolean): boolean {
    if (!this.words || tellingWords.size === 0) return true;
    const reach = REACH * quote.exact.length;
    const wanted = tellingWords.size * (elsewhere ? SHARE.elsewhere : SHARE.orphan);
    const { count, hash, start, end } = this.words;
    const seen = new Set<number>();
    for (let word = firstEndingAfter(end, count, this.start - reach); word < count; word++) {
      if ((start[word] as number) > this.end + reach) break;
      if (!tellingWords.has(hash[word] as number)) continue;
      seen.add(hash[word] as number);
      if (seen.size >= wanted) return true;
    }
    return false;
  }
}

/** The fingerprints of a quote's words that tell it from others. */
export function tellingWordsOf({ exact }: Quote): ReadonlySet<number> {
  const { count, hash, start, end } = wordsOf(exact);
  const all = new Set<number>();
  const long = new Set<number>();
  for (let word = 0; word < count; word++) {
    all.add(hash[word] as number);
    if ((end[word] as number) - (start[word] as number) >= TELLING) long.add(hash[word] as number);
  }
  // In some scripts every character is a word, and some sentences have short words alone.
  return long.size * 2 >= all.size ? long : all;
}

function firstEndingAfter(ends: Uint32Array, count: number, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
