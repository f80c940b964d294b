import type { Span } from '../../../../data/passage';
import type { Answer } from './answer';
import { copiesOf, locateCopy } from './copy-and-text';
import { solidOf } from './solid';

/** What ends a paragraph or a cell in the page's own text, and what may stand behind it. */
const BREAKS_ONLY = /^[\n\u0003\u000b\u000c\u0010-\u0012\u001c\uE000-\uF8FF]*$/;

/** The user's own range among those the page lists, told by what a copy of the selection yields. */
export function rangeOfCopy({ raw, ranges }: Answer, copy: string): Span | 'several' | null {
  const filled = (ranges ?? []).filter(({ start, end }) => start < end);
  const candidates = distinct([...filled, ...joined(raw, filled)]);
  const isCopy = copiesOf(copy);
  const own = candidates.filter((one) => isCopy(textOf(raw, one)));
  if (own.length > 1) return 'several';
  return own[0] ?? firstOfMany(raw, filled, copy);
}

/**
 * The user's own range where nothing but the page's list tells. Of several ranges all may be one
 * selection, given paragraph by paragraph; otherwise some are other people's, and nothing says
 * which, so none is taken.
 */
export function ownRange({ raw, ranges }: Answer): Span | 'none' | 'unclear' {
  if (!ranges || ranges.length === 0) return 'unclear';
  const [only] = ranges;
  if (ranges.length === 1 && only) return only.start < only.end ? only : 'none';
  if (ranges.some(({ start, end }) => start === end)) return 'unclear';
  const [whole, ...others] = joined(raw, ranges);
  return whole && others.length === 0 ? whole : 'unclear';
}

/**
 * The user's caret, where nothing is selected. Of several ranges those that hold something are other
 * people's, but of several carets nothing says which is the user's.
 */
export function ownCaret({ ranges }: Answer): number | null {
  const [caret, ...others] = (ranges ?? []).filter(({ start, end }) => start === end);
  return caret && others.length === 0 ? caret.start : null;
}

/** The place of a copy in the text, near what the page lists. */
export function placeOfCopy({ raw, ranges }: Answer, copy: string): Span | null {
  return locateCopy(
    raw,
    copy,
    (ranges ?? []).map(({ start }) => start),
  );
}

const textOf = (raw: string, { start, end }: Span) => raw.slice(start, end);

/** Ranges that follow each other, paragraph by paragraph, as one. */
function joined(raw: string, ranges: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = whole.at(-1);
    if (last && follows(raw, last, range)) whole[whole.length - 1] = { ...last, end: range.end };
    else whole.push(range);
  }
  return whole;
}

function follows(raw: string, before: Span, after: Span): boolean {
  const gap = raw.slice(before.end, after.start);
  const broken = gap !== '' || BREAKS_ONLY.test(raw.charAt(before.end - 1));
  return before.end <= after.start && broken && BREAKS_ONLY.test(gap);
}

/** With several ranges picked by the user, a copy has all of them; the page lists the latest first. */
function firstOfMany(raw: string, ranges: readonly Span[], copy: string): Span | null {
  const whole = solidOf(copy).text;
  const contained = ranges.filter((one) => {
    const part = solidOf(textOf(raw, one)).text;
    return part !== '' && whole.includes(part);
  });
  const length = contained.reduce((sum, one) => sum + solidOf(textOf(raw, one)).text.length, 0);
  return contained.length > 1 && length === whole.length ? (contained[0] ?? null) : null;
}

function distinct(spans: readonly Span[]): Span[] {
  const known = new Map(spans.map((span) => [`${span.start} ${span.end}`, span]));
  return [...known.values()];
}
