import type { Span } from '../../../../data/passage';
import { placesOf, solidOf } from './solid';

/** What stands in the text for something that a copy may put in words: a chip, a picture. */
const SIGN = /[\uE000-\uF8FF\uFFFC]/;

/** Longest label of a chip (a name, a file, a place), in solid units. */
const LONGEST_LABEL = 200;

/** Bullets and numbers that a copy may put before the items of a list. */
const LIST_MARK = /^[ \t]*(?:[*•●○■▪◦➢–-]|\d{1,3}[.)]|[a-zA-Z][.)])[ \t]+/gm;

/**
 * Units by which the ends of a copy with labels in it are looked for; fewer where a label is near
 * an end.
 */
const END_LENGTHS = [24, 8];

/** What a passage may have beyond its copy in marks and spaces, besides once its length. */
const END_ROOM = 200;

/** A passage that stands in more places than this says nothing about where it stands. */
const MOST_PLACES = 500;

/** A copy as it may stand in the text: with its list marks or without. */
function variantsOf(copy: string): string[] {
  const whole = solidOf(copy).text;
  const unmarked = solidOf(copy.replace(LIST_MARK, '')).text;
  return [...new Set([whole, unmarked])].filter((one) => one !== '');
}

/**
 * Whether a copy is the copy of this stretch of text. Spaces and invisible characters do not
 * count, nor marks before list items, nor the labels of chips, which are not in the text.
 */
export function isCopyOf(raw: string, copy: string): boolean {
  return copiesOf(copy)(raw);
}

/** The same for one copy and many stretches: a whole document may be listed by its paragraphs. */
export function copiesOf(copy: string): (raw: string) => boolean {
  const variants = variantsOf(copy);
  const shortest = Math.min(...variants.map(({ length }) => length));
  return (raw) => {
    // Without a label to be put in, what is shorter is no more than a part of it.
    if (raw.length < shortest && !SIGN.test(raw)) return false;
    const parts = raw.split(SIGN).map((part) => solidOf(part).text);
    if (parts.every((part) => part === '')) return false;
    return variants.some((variant) => standInOrder(parts, variant));
  };
}

function standInOrder(parts: readonly string[], whole: string): boolean {
  const [first = '', ...others] = parts;
  if (others.length === 0) return first === whole;
  if (!whole.startsWith(first)) return false;
  let at = first.length;
  for (const [index, part] of others.entries()) {
    const last = index === others.length - 1;
    const next = last ? whole.length - part.length : whole.indexOf(part, at);
    if (next < at || next - at > LONGEST_LABEL || !whole.startsWith(part, next)) return false;
    at = next + part.length;
  }
  return true;
}

/**
 * Where a copy stands in a text.
 *
 * @param near offsets near which the page says the selection is, right or a little wrong
 * @returns `null` where it does not stand there, or in several places and nothing tells which
 */
export function locateCopy(raw: string, copy: string, near: readonly number[]): Span | null {
  const text = solidOf(raw);
  const spanAt = (from: number, length: number): Span => ({
    start: text.at[from] ?? 0,
    end: (text.at[from + length - 1] ?? 0) + 1,
  });
  for (const variant of variantsOf(copy)) {
    const places = placesOf(text.text, variant, MOST_PLACES);
    const verbatim = places.map((at) => spanAt(at, variant.length));
    if (verbatim.length > 0) return nearest(verbatim, near);
  }
  const isCopy = copiesOf(copy);
  for (const variant of variantsOf(copy)) {
    for (const length of END_LENGTHS) {
      const spans = spansBetween(variant.slice(0, length), variant.slice(-length));
      if (spans.length > 0) return nearest(spans, near);
    }
  }
  return null;

  function spansBetween(head: string, tail: string): Span[] {
    const tails = placesOf(text.text, tail, MOST_PLACES);
    return placesOf(text.text, head, MOST_PLACES).flatMap((at) => {
      for (const to of tails) {
        const span = spanAt(at, to + tail.length - at);
        if (to >= at && span.end - span.start <= 2 * copy.length + END_ROOM) {
          if (isCopy(raw.slice(span.start, span.end))) return [span];
        }
      }
      return [];
    });
  }
}

function nearest(spans: readonly Span[], near: readonly number[]): Span | null {
  const [only] = spans;
  if (spans.length <= 1) return only ?? null;
  if (near.length === 0) return null;
  const distance = ({ start }: Span) => Math.min(...near.map((at) => Math.abs(at - start)));
  return spans.reduce((best, one) => (distance(one) < distance(best) ? one : best));
}
