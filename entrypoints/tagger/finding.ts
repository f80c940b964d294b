import type { Span } from '../../data/passage';
import { createQuoteFinder, type Found, type Quote } from '../../data/quote';
import type { PageRecord } from '../wiring/messages/records';
import { budget } from './budget';
import { type Change, changesBetween } from './changes';
import { Lines, type Stretches } from './lines';
import { findPassingOver, isPassingOver } from './passed-over';
import { IN_PAGE } from './slices';
import type { Surface } from './surfaces/surface';
import { type TellingWords, tellingWordsOf, Vicinity } from './vicinity';

type Finder = ReturnType<typeof createQuoteFinder>;

/** What is known of a quote in the text as it is now. */
interface Known {
  readonly quote: Quote;
  readonly at: Found | null;
  /** Surroundings of changes that have to be searched before this is sure. */
  readonly unless: readonly Vicinity[];
  /** Whether it surely stands there, to the letter, with all around it that was kept. */
  readonly verbatim?: boolean;
}

const SURE: readonly Vicinity[] = [];

/** More changes at once than this are looked at as one that reaches from the first to the last. */
const MANY = 20;

/**
 * From this distance between changes on, in UTF-16 units, words are read anew in slices: what is
 * between them would be read again in one go.
 */
const FAR = 50_000;

/** One surface with its text and where each record was found in it. */
export class SearchedSurface {
  private lines: Lines | null = null;
  /** Reads the text's words when something has to be looked for; until then it may lag behind. */
  private finder: Finder | null = null;
  private scattered = false;
  private readonly known = new Map<string, Known>();
  /** By quote, for those that were not found word for word. */
  private readonly telling = new WeakMap<Quote, TellingWords>();

  constructor(readonly surface: Surface) {}

  /** The text as last read. */
  get text(): string {
    return this.lines?.text ?? '';
  }

  /** How long it is, in UTF-16 units. */
  get length(): number {
    return this.lines?.length ?? 0;
  }

  /** What stands in a part of it. */
  wordsAt({ start, end }: Span): string {
    return this.lines?.slice(start, end) ?? '';
  }

  /** Reads the text as it is now, and carries over where what did not change was found. */
  async readAgain(): Promise<void> {
    const { surface } = this;
    const lines = await surface.lines?.();
    const text = lines ? '' : await surface.text();
    budget.spend(() => this.carryOver(lines ?? Lines.of(text)));
  }

  private carryOver(next: Lines): void {
    const before = this.lines;
    this.lines = next;
    if (!before || this.known.size === 0) {
      this.finder = null;
      return;
    }
    const changes = fewer(changesBetween(before, next));
    if (changes.length === 0) return;
    const [first, last] = [changes[0], changes.at(-1)];
    if (first && last && last.newStart - first.newEnd > FAR) this.scattered = true;
    const around = changes.map((one) => Vicinity.of(next, newPart(one), !isShorter(one)));
    const gone = changes.map((one) => Vicinity.of(before, oldPart(one)));
    const near = around.filter((one) => one !== null);
    for (const [id, { quote, at, unless, verbatim }] of this.known) {
      const moved = at && carried(at, changes);
      const kept = moved && isKept(at, quote, changes);
      if (kept && verbatim) {
        if (moved !== at) this.known.set(id, { quote, at: moved, unless, verbatim });
        continue;
      }
      const mayHold = (one: Vicinity | null) =>
        one?.mayHold(quote, this.tellingWords(quote), moved);
      if (moved?.confidence === 'doubtful' && gone.some(mayHold)) {
        // What made it doubtful may have been just what is gone.
        this.known.delete(id);
      } else if (moved && !kept && standsVerbatim(next, quote, moved)) {
        const verbatim = moved.confidence !== 'doubtful';
        this.known.set(id, { quote, at: moved, unless: SURE, verbatim });
      } else if (near.length === around.length && unless === SURE && (moved || !at)) {
        const here = near.filter(mayHold);
        this.known.set(id, { quote, at: moved, unless: here.length > 0 ? here : SURE });
      } else {
        this.known.delete(id);
      }
    }
  }

  /** Where a record surely stands, `null` where it surely does not; `undefined` where it must be looked for. */
  placeKnown({ id, quote }: PageRecord): Found | null | undefined {
    const known = this.known.get(id);
    return known?.unless === SURE && sameQuote(known.quote, quote) ? known.at : undefined;
  }

  /** Looks for a record in slices, or tells at once where it is known. */
  async find(record: PageRecord): Promise<Found | null> {
    const surely = this.placeKnown(record);
    if (surely !== undefined) return surely;
    const { id, quote } = record;
    const known = this.known.get(id);
    if (known && sameQuote(known.quote, quote)) {
      if (!(await this.cameNear(known))) {
        this.known.set(id, { quote, at: known.at, unless: SURE });
        return known.at;
      }
    }
    if (!this.lines) await this.readAgain();
    const at =
      this.atOldPlace(quote) ??
      this.passingOver(quote) ??
      (await this.readyFinder().findAsync(quote, IN_PAGE));
    const verbatim =
      at && this.lines && at.confidence !== 'doubtful' && standsVerbatim(this.lines, quote, at);
    this.known.set(id, { quote, at, unless: SURE, verbatim: verbatim === true });
    return at;
  }

  /** A quote where it was described, if it still stands there; then nothing has to be searched. */
  private atOldPlace(quote: Quote): Found | null {
    if (!this.lines || quote.start === undefined || quote.prefix + quote.suffix === '') return null;
    const { start, exact } = quote;
    const place: Found = { start, end: start + exact.length, confidence: 'same' };
    return standsVerbatim(this.lines, quote, place) ? place : null;
  }

  /** A quote with lines in between that it leaves out, if it stands so to the letter. */
  private passingOver(quote: Quote): Found | null {
    const { lines } = this;
    if (!lines || !isPassingOver(quote)) return null;
    return budget.spend(() => findPassingOver(lines, quote));
  }

  /** Whether a quote came to stand near a change, other than it was known before. */
  private async cameNear({ quote, at, unless }: Known): Promise<boolean> {
    for (const vicinity of unless) {
      const near = await vicinity.finder.findAsync(quote, IN_PAGE);
      if (near && !(at && vicinity.isKnown(near, at))) return true;
    }
    return false;
  }

  private readyFinder(): Finder {
    const { text } = this;
    if (!this.finder || (this.scattered && this.finder.text !== text)) {
      this.finder = createQuoteFinder(text);
    } else if (this.finder.text !== text) {
      const { finder } = this;
      budget.spend(() => finder.update(text));
    }
    this.scattered = false;
    return this.finder;
  }

  /** Forgets the records that are not among these. */
  keep(ids: ReadonlySet<string>): void {
    for (const id of this.known.keys()) if (!ids.has(id)) this.known.delete(id);
  }

  private tellingWords(quote: Quote): TellingWords {
    let words = this.telling.get(quote);
    if (!words) {
      words = tellingWordsOf(quote);
      this.telling.set(quote, words);
    }
    return words;
  }
}

/** Where something stands after changes it is not part of; `null` where it is part of one. */
function carried<T extends Span>(at: T, changes: readonly Change[]): T | null {
  let shift = 0;
  for (const { oldStart, oldEnd, newEnd } of changes) {
    if (at.end <= oldStart) break;
    if (at.start < oldEnd) return null;
    shift = newEnd - oldEnd;
  }
  return shift === 0 ? at : { ...at, start: at.start + shift, end: at.end + shift };
}

const oldPart = ({ oldStart, oldEnd }: Change) => ({ start: oldStart, end: oldEnd });
const newPart = ({ newStart, newEnd }: Change) => ({ start: newStart, end: newEnd });
const isShorter = ({ oldStart, oldEnd, newStart, newEnd }: Change) =>
  newEnd - newStart < oldEnd - oldStart;

/** Whether all that was kept around a place is no part of a change. */
function isKept(
  { start, end }: Span,
  { prefix, suffix }: Quote,
  changes: readonly Change[],
): boolean {
  const from = start - prefix.length;
  const to = end + suffix.length;
  for (const { oldStart, oldEnd } of changes) {
    if (to <= oldStart) return true;
    if (from < oldEnd) return false;
  }
  return true;
}

function fewer(changes: readonly Change[]): readonly Change[] {
  const [first, last] = [changes[0], changes.at(-1)];
  if (changes.length <= MANY || !first || !last) return changes;
  const { oldStart, newStart } = first;
  return [{ oldStart, newStart, oldEnd: last.oldEnd, newEnd: last.newEnd }];
}

/** The finder's own rule for being sure without looking further: nothing changed, context included. */
function standsVerbatim(text: Stretches, quote: Quote, { start, end }: Found): boolean {
  const from = start - quote.prefix.length;
  return (
    end - start === quote.exact.length &&
    from >= 0 &&
    text.slice(from, end + quote.suffix.length) === quote.prefix + quote.exact + quote.suffix
  );
}

function sameQuote(one: Quote, other: Quote): boolean {
  if (one === other) return true;
  return (
    one.exact === other.exact &&
    one.prefix === other.prefix &&
    one.suffix === other.suffix &&
    one.start === other.start
  );
}
