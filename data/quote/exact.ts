import { type Alignment, emptyAlignment } from './align';
import { outsideCluster } from './clusters';
import type { Pattern } from './pattern';
import type { TextIndex } from './text-index';
import type { Quote } from './types';
import { insideWord, isBlank, MOST_BLANKS } from './words';

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
/**
 * Units compared before the search for further occurrences ends: a fraction of a second. Only texts
 * that repeat themselves throughout come near it.
 */
const MOST_COMPARED = 16_000_000;
/** Units compared between two pauses: a few milliseconds. */
const PAUSE = 500_000;
/** What one occurrence costs besides, in units. */
const LOOK_AROUND = 32;
/** Context that must follow at once, in units, before a missing space is believed to be just that. */
const JOINED = 4;
/**
 * All places where the quote stands verbatim and does not cut a word that it did not cut before; its
 * old place first.
 */
export function* occurrences(text: string, quote: Quote): Generator<void, Occurrence[]> {
  const { exact } = quote;
  const found: Occurrence[] = [];
  if (exact.length === 0 || exact.length > text.length) return found;
  const read = occurrenceReader(text, quote);
  let compared = 0;
  let pauseAt = PAUSE;
  for (const at of probes(text, exact.slice(0, PROBE), quote.start)) {
    compared += LOOK_AROUND + (exact.length > PROBE ? exact.length : 0);
    const one = text.startsWith(exact, at) ? read(at) : null;
    if (one) {
      found.push(one);
      compared += one.left + one.right;
    }
    if (compared >= MOST_COMPARED) break;
    if (compared < pauseAt) continue;
    pauseAt = compared + PAUSE;
    yield;
  }
  return found;
}

/** Offsets at which a probe stands, `first` before all others. */
function* probes(text: string, probe: string, first = -1): Generator<number> {
  if (text.startsWith(probe, first)) yield first;
  for (let at = text.indexOf(probe); at >= 0; at = text.indexOf(probe, at + 1)) {
    if (at !== first) yield at;
  }
}

/** Makes the function that says what stands around a verbatim place, or null if it cuts a word. */
function occurrenceReader(text: string, quote: Quote): (at: number) => Occurrence | null {
  const { exact, prefix, suffix } = quote;
  const whole = prefix + exact + suffix;
  const cutsLeft = insideWord(whole, prefix.length);
  const cutsRight = insideWord(whole, prefix.length + exact.length);
  return (at) => {
    const end = at + exact.length;
    if (outsideCluster(text, at, -1) !== at || outsideCluster(text, end, 1) !== end) return null;
    const left = agreeing(text, at, prefix, -1);
    const right = agreeing(text, end, suffix, 1);
    // A word may be cut where it was cut, or where only a lost space has joined it to the next.
    if (!cutsLeft && insideWord(text, at) && !isJoined(text, at, prefix, -1)) return null;
    if (!cutsRight && insideWord(text, end) && !isJoined(text, end, suffix, 1)) return null;
    return { at, left, right };
  };
}

/** Whether the context, of which only the space was lost, is joined to what stands at `at`. */
export function isJoined(text: string, at: number, context: string, side: -1 | 1): boolean {
  const next = side < 0 ? context.trimEnd().slice(-JOINED) : context.trimStart().slice(0, JOINED);
  return next.length === JOINED && text.startsWith(next, side < 0 ? at - JOINED : at);
}

/** Units of context that agree with the text, spaces aside, counted from the quote outwards. */
export function agreeing(text: string, at: number, context: string, side: -1 | 1): number {
  const last = side < 0 ? 0 : context.length;
  let mine = side < 0 ? context.length : 0;
  let theirs = at;
  while (mine !== last) {
    const unit = context.charCodeAt(side < 0 ? mine - 1 : mine);
    if (unit === text.charCodeAt(side < 0 ? theirs - 1 : theirs)) {
      theirs += side;
    } else if (!isBlank(unit)) {
      let ahead = theirs;
      const limit = theirs + side * MOST_BLANKS;
      while (ahead !== limit && isBlank(text.charCodeAt(side < 0 ? ahead - 1 : ahead)))
        ahead += side;
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
