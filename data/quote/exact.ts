import { type Alignment, emptyAlignment } from './align';
import { outsideCluster } from './clusters';
import type { Pattern } from './pattern';
import type { TextIndex } from './text-index';
import type { Quote } from './types';
import { insideWord, isBlank } from './words';

/** A verbatim occurrence: its offset, and how many units of context agree on each side. */
export interface Occurrence {
  at: number;
  left: number;
  right: number;
}

/**
 * Units by which an occurrence is looked for before the rest is compared. Engines search short
 * strings in linear time; for long repetitive ones they can need length times length.
 */
const PROBE = 64;
/** Units compared after a probe hit before occurrences count as too many to go on with. */
const COMPARED = 16_000_000;
/** Context that must agree, in units, before a missing space is believed to be just that. */
const JOINED = 4;
/** Occurrences between two pauses. */
const PAUSE = 2_000;

/** All places where the quote stands verbatim and does not cut a word that it did not cut before. */
export function* occurrences(text: string, quote: Quote): Generator<void, Occurrence[]> {
  const { exact } = quote;
  const found: Occurrence[] = [];
  if (exact.length === 0 || exact.length > text.length) return found;
  const whole = quote.prefix + exact + quote.suffix;
  const from = quote.prefix.length;
  const cutsLeft = insideWord(whole, from);
  const cutsRight = insideWord(whole, from + exact.length);
  const probe = exact.slice(0, PROBE);
  let left = COMPARED;
  let steps = 0;
  for (let at = text.indexOf(probe); at >= 0; at = text.indexOf(probe, at + 1)) {
    if (++steps % PAUSE === 0) yield;
    const end = at + exact.length;
    if (end > text.length) break;
    if (exact.length > PROBE) {
      left -= exact.length;
      if (text.slice(at, end) !== exact) {
        if (left < 0) break;
        continue;
      }
    }
    if (outsideCluster(text, at, -1) !== at || outsideCluster(text, end, 1) !== end) continue;
    const before = agreeing(text, at, quote.prefix, -1);
    const after = agreeing(text, end, quote.suffix, 1);
    // A word may be cut where it was cut, or where only a lost space has joined it to the next.
    if (!cutsLeft && before < JOINED && insideWord(text, at)) continue;
    if (!cutsRight && after < JOINED && insideWord(text, end)) continue;
    found.push({ at, left: before, right: after });
    if (left < 0) break;
  }
  return found;
}

/** Units of context that agree with the text, spaces aside, counted from the quote outwards. */
function agreeing(text: string, at: number, context: string, side: -1 | 1): number {
  const last = side < 0 ? 0 : context.length;
  let mine = side < 0 ? context.length : 0;
  let theirs = at;
  while (mine !== last) {
    const unit = context.charCodeAt(side < 0 ? mine - 1 : mine);
    if (unit === text.charCodeAt(side < 0 ? theirs - 1 : theirs)) {
      theirs += side;
    } else if (!isBlank(unit)) {
      let ahead = theirs;
      while (isBlank(text.charCodeAt(side < 0 ? ahead - 1 : ahead))) ahead += side;
      if (unit !== text.charCodeAt(side < 0 ? ahead - 1 : ahead)) break;
      theirs = ahead + side;
    }
    mine += side;
  }
  return side < 0 ? context.length - mine : mine;
}

/** The alignment of a quote with a verbatim occurrence of it, without its context. */
export function verbatimAlignment(pattern: Pattern, index: TextIndex, at: number): Alignment {
  const alignment = emptyAlignment(pattern);
  const first = index.wordAfter(at);
  index.span(first, first + pattern.last - pattern.first, (number, _hash, start, end) => {
    const word = pattern.first + number - first;
    alignment.to[word] = number;
    alignment.start[word] = start;
    alignment.end[word] = end;
  });
  return alignment;
}
