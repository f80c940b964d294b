import { createQuoteFinder, type Found, type Quote } from '../../data/quote';
import { budget } from './budget';
import type { PageRecord } from './messages';
import { stepsInSlices } from './slices';
import type { Surface } from './surfaces/surface';
import { tellingWordsOf, Vicinity } from './vicinity';

type Finder = ReturnType<typeof createQuoteFinder>;

/** What is known of a quote in the text as it is now. */
interface Known {
  readonly quote: Quote;
  readonly at: Found | null;
  /** The text around a change that has to be searched before this is sure. */
  readonly unless: Vicinity | null;
}

/** One surface with its text and where each record was found in it. */
export class SearchedSurface {
  private finder: Finder | null = null;
  private readonly known = new Map<string, Known>();
  /** By quote, for those that were not found word for word. */
  private readonly telling = new WeakMap<Quote, ReadonlySet<number>>();

  constructor(readonly surface: Surface) {}

  /** The text as last read. */
  get text(): string {
    return this.finder?.text ?? '';
  }

  /** Reads the text as it is now, and carries over where what did not change was found. */
  async readAgain(): Promise<void> {
    const text = await this.surface.text();
    if (!this.finder) this.finder = createQuoteFinder(text);
    else budget.spend(() => this.carryOver(text));
  }

  private carryOver(text: string): void {
    const finder = this.finder as Finder;
    const before = finder.text;
    if (text === before) return;
    const { start, oldEnd, newEnd } = finder.update(text);
    const around = Vicinity.of(text, start, newEnd);
    const gone = Vicinity.of(before, start, oldEnd);
    for (const [id, { quote, at, unless }] of this.known) {
      const moved = at && carried(at, start, oldEnd, newEnd - oldEnd);
      if (
        moved?.confidence === 'doubtful' &&
        gone?.mayHold(quote, this.tellingWords(quote), true)
      ) {
        // What made it doubtful may have been just what is gone.
        this.known.delete(id);
      } else if (moved && standsVerbatim(text, quote, moved)) {
        this.known.set(id, { quote, at: moved, unless: null });
      } else if (around && !unless && (moved || !at)) {
        const here = around.mayHold(quote, this.tellingWords(quote), moved !== null);
        this.known.set(id, { quote, at: moved, unless: here ? around : null });
      } else {
        this.known.delete(id);
      }
    }
  }

  /** Looks for a record in slices, or tells at once where it is known. */
  async find({ id, quote }: PageRecord, signal?: AbortSignal): Promise<Found | null> {
    const known = this.known.get(id);
    if (known && sameQuote(known.quote, quote)) {
      const { at, unless } = known;
      const near = unless && (await inSteps(unless.finder, quote, signal));
      if (!unless || !near || (at && unless.isKnown(near, at))) {
        if (unless) this.known.set(id, { quote, at, unless: null });
        return at;
      }
    }
    if (!this.finder) await this.readAgain();
    const finder = this.finder as Finder;
    const at = atOldPlace(finder.text, quote) ?? (await inSteps(finder, quote, signal));
    this.known.set(id, { quote, at, unless: null });
    return at;
  }

  private tellingWords(quote: Quote): ReadonlySet<number> {
    let words = this.telling.get(quote);
    if (!words) {
      words = tellingWordsOf(quote);
      this.telling.set(quote, words);
    }
    return words;
  }

  /** Forgets the records that are not among these. */
  keep(ids: ReadonlySet<string>): void {
    for (const id of this.known.keys()) if (!ids.has(id)) this.known.delete(id);
  }
}

function inSteps(finder: Finder, quote: Quote, signal?: AbortSignal): Promise<Found | null> {
  return stepsInSlices(finder.findSteps(quote), signal);
}

/** The quote where it was described, if it still stands there; then nothing has to be searched. */
function atOldPlace(text: string, quote: Quote): Found | null {
  if (quote.start === undefined || quote.prefix + quote.suffix === '') return null;
  const { start, exact } = quote;
  const place: Found = { start, end: start + exact.length, confidence: 'same' };
  return standsVerbatim(text, quote, place) ? place : null;
}

/** Where something stands after a change it is not part of; `null` where it is. */
function carried(at: Found, start: number, oldEnd: number, shift: number): Found | null {
  if (at.end <= start) return at;
  if (at.start < oldEnd) return null;
  return { ...at, start: at.start + shift, end: at.end + shift };
}

/** The finder's own rule for being sure without looking further: nothing changed, context included. */
function standsVerbatim(text: string, quote: Quote, { start, end }: Found): boolean {
  return (
    end - start === quote.exact.length &&
    text.startsWith(quote.exact, start) &&
    text.startsWith(quote.suffix, end) &&
    text.endsWith(quote.prefix, start)
  );
}

function sameQuote(one: Quote, other: Quote): boolean {
  return (
    one.exact === other.exact &&
    one.prefix === other.prefix &&
    one.suffix === other.suffix &&
    one.start === other.start
  );
}
