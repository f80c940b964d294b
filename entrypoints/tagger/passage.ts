import { describeQuote, type Quote } from '../../data/quote';
import type { Reading, Span } from './surfaces/surface';

/**
 * Longest passage that can be tagged, in UTF-16 units: some thirty pages. What is longer proves
 * nothing in particular, and finding it again would keep the page waiting.
 */
export const MAX_PASSAGE = 100_000;

/** White space and characters that show nothing; a passage of these alone is no passage. */
const BLANK = /[\s\u0000\u200B-\u200F\u2060\uFEFF]/;

/** A span without blank characters at its ends; `null` where nothing else is in it. */
export function trimSpan(text: string, { start, end }: Span): Span | null {
  let from = start;
  let to = end;
  while (from < to && BLANK.test(text.charAt(from))) from++;
  while (to > from && BLANK.test(text.charAt(to - 1))) to--;
  return from < to ? { start: from, end: to } : null;
}

export type Passage =
  | { readonly ok: true; readonly quote: Quote; readonly span: Span | null }
  | { readonly ok: false; readonly why: 'nothing-selected' | 'too-large' };

/** The passage a reading has selected, described so that it can be found again. */
export function passageOf(reading: Reading): Passage {
  const { text, selected } = reading;
  const place = reading.selection ?? placeOfCopy(text, selected);
  if (place) {
    if (place.end - place.start > MAX_PASSAGE) return { ok: false, why: 'too-large' };
    const span = trimSpan(text, place);
    if (!span) return { ok: false, why: 'nothing-selected' };
    return { ok: true, quote: describeQuote(text, span.start, span.end), span };
  }
  const exact = selected ?? '';
  if (exact.length > MAX_PASSAGE) return { ok: false, why: 'too-large' };
  const span = trimSpan(exact, { start: 0, end: exact.length });
  if (!span) return { ok: false, why: 'nothing-selected' };
  const quote = { exact: exact.slice(span.start, span.end), prefix: '', suffix: '' };
  return { ok: true, quote, span: null };
}

/** Where a copied passage stands, if it stands in the text once and only once. */
function placeOfCopy(text: string, selected: string | undefined): Span | null {
  const copy = selected?.trim();
  if (!copy) return null;
  const start = text.indexOf(copy);
  if (start < 0 || text.indexOf(copy, start + 1) >= 0) return null;
  return { start, end: start + copy.length };
}
