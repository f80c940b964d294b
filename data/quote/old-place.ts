import { ALIKE } from './between';
import { cuts } from './edges';
import { similarity } from './similarity';
import type { Confidence, Found, Quote } from './types';
import { isBlank } from './words';

/** Units of a neighbour that have to stand there: what other annotators keep as the whole context. */
const NEIGHBOUR = 32;
/** Where the text began or ended with it, a neighbour may have this few, two or three words, or none. */
const LEAST = 12;
/** What stands between the neighbours now may be longer than the quote by this factor, and a clause. */
const MOST_GROWTH = 2;
const CLAUSE = 32;
/** Places of one neighbour that are looked at. Where there are more, it tells no place. */
const MOST_PLACES = 64;

/** Where a passage stood, as both its neighbours still stand there, and what is between them now. */
export interface OldPlace {
  start: number;
  end: number;
  /** Nothing is between them: the passage was taken out, and nothing put in its place. */
  closed: boolean;
}

/**
 * The place that a quote has left: between the neighbours that it had, where both still stand, one soon
 * after the other, and nowhere else. `null` where that cannot be told, or it stands there to the letter.
 *
 * @param verbatim where it stands to the letter
 */
export function placeLeft(
  text: string,
  quote: Quote,
  verbatim: readonly { readonly at: number }[],
): OldPlace | null {
  const old = oldPlace(text, quote);
  const { length } = quote.exact;
  const isThere = old && verbatim.some(({ at }) => at < old.end && at + length > old.start);
  return isThere ? null : old;
}

function oldPlace(text: string, { exact, prefix, suffix }: Quote): OldPlace | null {
  const left = prefix.trimEnd().slice(-NEIGHBOUR);
  const right = suffix.trimStart().slice(0, NEIGHBOUR);
  if (left === '' && right === '') return null;
  if ([left, right].some(({ length }) => length > 0 && length < LEAST)) return null;
  const reach = exact.length * MOST_GROWTH + CLAUSE + right.length;
  let found: OldPlace | null = null;
  let places = 0;
  for (const from of endsOf(left, text)) {
    if (++places > MOST_PLACES) return null;
    const gap = right === '' ? text.length - from : text.slice(from, from + reach).indexOf(right);
    if (gap < 0 || gap > reach) continue;
    if (found) return null;
    let start = from;
    let end = from + gap;
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    found = { start, end, closed: start === end };
  }
  return found;
}

/** Where a neighbour ends, each time that it stands there; the start of the text where there is none. */
function* endsOf(left: string, text: string): Generator<number> {
  if (left === '') return yield 0;
  for (let at = text.indexOf(left); at >= 0; at = text.indexOf(left, at + 1))
    yield at + left.length;
}

/**
 * Likeness from which what stands between both neighbours may be the passage, reworded, though its old
 * words stand elsewhere: a little more than two sentences have that have nothing to do with each other.
 */
const MAYBE_REWORDED = 0.6;

/** The passage reworded at its old place, where what stands there now is like it. */
export function rewordedAt(text: string, { exact }: Quote, { start, end }: OldPlace): Found | null {
  if (start === end || cuts(text, start) || cuts(text, end)) return null;
  const likeness = similarity(exact, text.slice(start, end));
  if (likeness < MAYBE_REWORDED) return null;
  const confidence: Confidence = likeness < ALIKE ? 'doubtful' : 'edited';
  return { start, end, confidence };
}
