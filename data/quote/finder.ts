import { align } from './align';
import { candidatePlaces } from './candidates';
import { occurrences } from './exact';
import { type Judged, judge } from './judge';
import { makePattern, weigh } from './pattern';
import { runAtOnce, runInSlices, type SliceOptions } from './slices';
import { type TextChange, TextIndex } from './text-index';
import type { Found, Quote } from './types';

/** Finds many quotes in one text. */
export class QuoteFinder {
  private index: TextIndex;

  constructor(text: string) {
    this.index = new TextIndex(text);
  }

  get text(): string {
    return this.index.text;
  }

  update(text: string): TextChange {
    return this.index.update(text);
  }

  /** Finds a quote at once. Never throws; null means that the passage is gone. */
  find(quote: Quote): Found | null {
    return runAtOnce(this.findSteps(quote));
  }

  /** Finds a quote in slices of a few milliseconds, with pauses between them. */
  findAsync(quote: Quote, options?: SliceOptions): Promise<Found | null> {
    return runInSlices(this.findSteps(quote), options);
  }

  /** The search itself, step by step; each step takes less than a frame. */
  *findSteps(quote: Quote): Generator<void, Found | null> {
    const { index } = this;
    if (quote.exact.length === 0 || index.text.length === 0) return null;
    const verbatim = yield* occurrences(index.text, quote);
    const start = quote.start ?? 0;
    let sure = -1;
    for (const { at, left, right } of verbatim) {
      if (left < quote.prefix.length || right < quote.suffix.length) continue;
      if (left + right === 0) continue;
      if (sure < 0 || Math.abs(at - start) < Math.abs(sure - start)) sure = at;
    }
    if (sure >= 0) {
      return { start: sure, end: sure + quote.exact.length, confidence: 'same' };
    }
    while (!index.complete) {
      index.step();
      yield;
    }
    const pattern = makePattern(quote);
    yield;
    weigh(pattern, index);
    yield;
    const judged: Judged[] = [];
    for (const { at, left, right } of verbatim.slice(0, 16)) {
      const place = index.wordAfter(at) - pattern.first;
      judged.push(judge(quote, pattern, align(pattern, index, place), index, { at, left, right }));
    }
    for (const place of candidatePlaces(pattern, index)) {
      yield;
      const alignment = align(pattern, index, place);
      if (alignment) judged.push(judge(quote, pattern, alignment, index));
    }
    let best: Judged | null = null;
    for (const one of judged) {
      if (!one.place) continue;
      if (
        !best ||
        one.score > best.score + 1e-6 ||
        (one.score > best.score - 1e-6 &&
          Math.abs(one.place.start - start) < Math.abs((best.place?.start ?? 0) - start))
      ) {
        best = one;
      }
    }
    if (!best?.place || !best.accepted) return null;
    return { ...best.place, confidence: best.confidence };
  }
}
