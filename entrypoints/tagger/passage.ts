import { MAX_PASSAGE, type Span, trimSpan } from '../../data/passage';
import { describeQuote, type Quote } from '../../data/quote';
import type { Reading } from './surfaces/surface';

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
