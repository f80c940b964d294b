import { type SliceOptions, stepsAtOnce, stepsInSlices } from '../slices';
import { align } from './align';
import { betweenMarks } from './between';
import { candidatePlaces } from './candidates';
import { confidenceOf } from './confidence';
import { alignContext } from './context';
import { type Occurrence, occurrences, verbatimAlignment } from './exact';
import {
  ACCEPTED,
  type Candidate,
  CERTAIN,
  CONTEXT_WEIGHT,
  EVEN,
  signsOf,
  supportOf,
  worthOf,
} from './judge';
import { addKeptEnds } from './kept-ends';
import { findByEnds, LONG_QUOTE } from './long';
import { type OldPlace, placeLeft, rewordedAt } from './old-place';
import { makePattern, weigh } from './pattern';
import { placeOf } from './place';
import { stoodBeside } from './stood-beside';
import { type TextChange, TextIndex } from './text-index';
import type { Found, Quote } from './types';

/** Units of context that make a side: what other annotators keep as the whole context. */
const SIDE = 32;
/** What a side that agrees to its end tells beyond that, in sides: as much as two that agree in part. */
const WHOLE_SIDE = 2;
/** Verbatim occurrences that are weighed: those whose context agrees best. */
const VERBATIM = 16;

/**
 * Finds many quotes in one text. The text is read once, when first needed, and again only where it
 * changed. `find`, `findAsync` and `findSteps` run the same search.
 */
export class QuoteFinder {
  private index: TextIndex;

  constructor(text: string) {
    this.index = new TextIndex(text);
  }

  /** The text that is searched. */
  get text(): string {
    return this.index.text;
  }

  /**
   * Takes over a changed text, by work in proportion to the change, and says what changed. Quotes
   * found before it stay where they are, those after it move by `newEnd - oldEnd`.
   */
  update(text: string): TextChange {
    return this.index.update(text);
  }

  /** Finds a quote at once. Never throws; null means that the passage is gone. */
  find(quote: Quote): Found | null {
    return stepsAtOnce(this.findSteps(quote));
  }

  /**
   * Finds a quote in slices of a few milliseconds, with pauses between them. Do not call `update`
   * before it settles.
   */
  findAsync(quote: Quote, options?: SliceOptions): Promise<Found | null> {
    return stepsInSlices(this.findSteps(quote), options);
  }

  /** The search itself, step by step; each step takes less than a frame. */
  *findSteps(quote: Quote): Generator<void, Found | null> {
    const { index } = this;
    if (quote.exact.length === 0 || index.text.length === 0) return null;
    const verbatim = yield* occurrences(index.text, quote);
    const intact = verbatim.filter((one) => isIntact(quote, one));
    // Where the same words stand in every week's notes, one side of another week's may be intact, too.
    if (intact.length > 0 && mostContext(intact) === mostContext(verbatim)) {
      return this.choose(quote, intactPlaces(quote, intact));
    }
    yield;
    let old: OldPlace | null = null;
    if (verbatim.length === 0) {
      const reworded = yield* betweenMarks(index.text, quote);
      if (reworded.length > 0) return this.choose(quote, reworded);
    } else {
      // What stands to the letter, but without a neighbour, may be a copy of what is gone.
      old = placeLeft(index.text, quote, verbatim);
      const reworded = old && rewordedAt(index.text, quote, old);
      if (reworded) return reworded;
    }
    if (quote.exact.length > LONG_QUOTE) {
      // Whatever stands around it now, a long quote that stands to the letter is that quote.
      const places = intactPlaces(quote, this.nearestInContext(quote, verbatim));
      if (places.length > 0) return this.choose(quote, places, old);
      return yield* findByEnds((end) => this.findSteps(end), quote);
    }
    while (!index.complete) {
      index.step();
      yield;
    }
    const pattern = makePattern(quote);
    yield;
    yield* weigh(pattern, index);
    yield;
    const places: Candidate[] = [];
    for (const { at } of this.nearestInContext(quote, verbatim)) {
      const alignment = verbatimAlignment(pattern, index, at);
      yield* alignContext(pattern, index, alignment);
      const signs = signsOf(pattern, alignment, quote.exact, true);
      places.push(asCandidate(quote, at, supportOf(signs)));
    }
    const all = { from: 0, to: pattern.count };
    const alone = { from: pattern.first, to: pattern.last };
    for (const span of [all, alone]) {
      for (const word of candidatePlaces(pattern, index, span)) {
        yield;
        const alignment = yield* align(pattern, index, word, span);
        addKeptEnds(pattern, index, alignment);
        const place = placeOf(pattern, alignment, index);
        if (!place || places.some((other) => isSame(other, place))) continue;
        const text = index.text.slice(place.start, place.end);
        if (stoodBeside(quote, text)) continue;
        const support = supportOf(signsOf(pattern, alignment, text, false));
        places.push({ ...place, verbatim: false, support });
      }
    }
    return this.choose(quote, places, old);
  }

  private nearestInContext(quote: Quote, found: Occurrence[]): Occurrence[] {
    const near = (at: number) => Math.abs(at - (quote.start ?? 0));
    return found
      .sort((a, b) => b.left + b.right - a.left - a.right || near(a.at) - near(b.at))
      .slice(0, VERBATIM);
  }

  private choose(quote: Quote, places: Candidate[], old: OldPlace | null = null): Found | null {
    const near = ({ start }: Candidate) => Math.abs(start - (quote.start ?? start));
    const size = Math.max(this.text.length, quote.start ?? 0);
    const worth = (place: Candidate) => worthOf(place, near(place), size);
    let best: Candidate | null = null;
    for (const place of places) {
      const more = best ? worth(place) - worth(best) : 1;
      if (!best || more > EVEN || (more > -EVEN && near(place) < near(best))) best = place;
    }
    if (!best || (!best.verbatim && best.support < ACCEPTED)) return null;
    const found = best;
    best = places.find((place) => place.verbatim && overlaps(place, found)) ?? best;
    const { start, end } = best;
    return { start, end, confidence: confidenceOf(this.text, quote, best, places, old) };
  }
}

/** True for a verbatim occurrence that needs no weighing: one side of its context stands, or all of it. */
function isIntact({ prefix, suffix, start }: Quote, { at, left, right }: Occurrence): boolean {
  if (left >= SIDE || right >= SIDE) return true;
  return left === prefix.length && right === suffix.length && (left + right > 0 || at === start);
}

function mostContext(places: readonly Occurrence[]): number {
  return places.reduce((most, { left, right }) => Math.max(most, left + right), 0);
}

/**
 * Verbatim occurrences as places, weighed by what stands around them. Where a document repeats itself,
 * as a week's notes do, every place agrees in part on both sides. A side that agrees to its end, and at
 * no other place, says more than two that agree in part: on the other one something was written.
 */
function intactPlaces(quote: Quote, found: readonly Occurrence[]): Candidate[] {
  const { prefix, suffix } = quote;
  const isWhole = (agrees: number, side: string) => agrees >= SIDE && agrees === side.length;
  const wholeLeft = found.filter(({ left }) => isWhole(left, prefix)).length;
  const wholeRight = found.filter(({ right }) => isWhole(right, suffix)).length;
  return found.map(({ at, left, right }) => {
    const context = left / Math.max(1, prefix.length) + right / Math.max(1, suffix.length);
    const telling =
      (isWhole(left, prefix) ? 1 / wholeLeft : 0) + (isWhole(right, suffix) ? 1 / wholeRight : 0);
    const support = CERTAIN + 1 + CONTEXT_WEIGHT * (context + WHOLE_SIDE * telling);
    const whole = left === prefix.length && right === suffix.length;
    return { ...asCandidate(quote, at, support), whole, context };
  });
}

function overlaps(a: Candidate, b: Candidate): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True for a place that was already weighed by its alignment. */
function isSame(other: Candidate, { start, end }: { start: number; end: number }): boolean {
  return !other.verbatim && other.start === start && other.end === end;
}

function asCandidate(quote: Quote, at: number, support: number): Candidate {
  return { start: at, end: at + quote.exact.length, verbatim: true, support };
}
