import { outsideCluster } from './clusters';
import type { Quote } from './types';

/** Context on each side, in UTF-16 units: about twenty words, enough to know a place by. */
const CONTEXT = 128;
/** A quote shorter than this says little itself and takes twice the context. */
const SHORT = 32;
/** Context grows until it tells repeats apart, but not beyond this: then position decides. */
const CONTEXT_LIMIT = 2048;

/**
 * Describes a passage so that it can be found again. Offsets are UTF-16, `end` exclusive; those that
 * stand inside a surrogate pair or a combining sequence move outwards.
 * @throws RangeError when the offsets are not whole numbers with 0 <= start <= end <= text.length.
 */
export function describe(text: string, start: number, end: number): Required<Quote> {
  if (
    !Number.isInteger(start) ||
    !Number.isInteger(end) ||
    start < 0 ||
    end < start ||
    end > text.length
  ) {
    throw new RangeError(`No passage at ${start} to ${end} in a text of ${text.length} units.`);
  }
  const from = outsideCluster(text, start, -1);
  const to = end > start ? outsideCluster(text, end, 1) : from;
  const exact = text.slice(from, to);
  const context = contextLength(text, from, to);
  const left = outsideCluster(text, Math.max(0, from - context), -1);
  const right = outsideCluster(text, Math.min(text.length, to + context), 1);
  return {
    exact,
    prefix: text.slice(left, from),
    suffix: text.slice(to, right),
    start: from,
    end: to,
  };
}

/** How far a side of the context may reach beyond its length to end outside of a sequence. */
const BEYOND = 16;

/**
 * Whether each side of a context is as long as `describe` wanted it, so that the text went on there:
 * where the text ended, it is shorter. How long that was, is not kept, but it was the same on both
 * sides, and one of few lengths.
 */
export function isWholeContext(exact: number, prefix: number, suffix: number) {
  const isWanted = (length: number) => {
    for (let wanted = firstLength(exact); wanted <= CONTEXT_LIMIT; wanted *= 2) {
      if (length >= wanted && length <= wanted + BEYOND) return true;
    }
    return false;
  };
  return {
    prefix: isWanted(prefix) && prefix + BEYOND >= suffix,
    suffix: isWanted(suffix) && suffix + BEYOND >= prefix,
  };
}

function firstLength(exact: number): number {
  return exact < SHORT ? 2 * CONTEXT : CONTEXT;
}

function contextLength(text: string, start: number, end: number): number {
  const length = end - start;
  let context = firstLength(length);
  if (length === 0) return context;
  // Only repeats with equal context matter, so it is the context that is searched for.
  while (context < CONTEXT_LIMIT) {
    const from = Math.max(0, start - context);
    const to = Math.min(end + context, end + CONTEXT_LIMIT, text.length);
    const whole = text.slice(from, to);
    if (!repeats(text, whole)) break;
    context *= 2;
  }
  return context;
}

function repeats(text: string, part: string): boolean {
  const first = text.indexOf(part);
  return first >= 0 && text.indexOf(part, first + 1) >= 0;
}
