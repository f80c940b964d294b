import { MAX_PASSAGE, type Span, trimSpan } from '../../data/passage';
import { describeQuote, type Quote } from '../../data/quote';
import { wordsWithout } from './passed-over';
import type { Reading } from './surfaces/surface';

export type Passage =
  | { readonly ok: true; readonly quote: Quote; readonly span: Span | null }
  | { readonly ok: false; readonly why: 'nothing-selected' | 'too-large' };

/** The passage a reading has selected, described so that it can be found again. */
export function passageOf(reading: Reading): Passage {
  const { text, selected, passedOver = [] } = reading;
  const place = reading.selection ?? placeOfCopy(text, selected);
  if (place) {
    if (wordsWithout(text, place, passedOver).length > MAX_PASSAGE) {
      return { ok: false, why: 'too-large' };
    }
    const span = trimmed(text, place, passedOver);
    if (!span) return { ok: false, why: 'nothing-selected' };
    return { ok: true, quote: described(text, span, passedOver), span };
  }
  const exact = selected ?? '';
  if (exact.length > MAX_PASSAGE) return { ok: false, why: 'too-large' };
  const span = trimSpan(exact, { start: 0, end: exact.length });
  if (!span) return { ok: false, why: 'nothing-selected' };
  const quote = { exact: exact.slice(span.start, span.end), prefix: '', suffix: '' };
  return { ok: true, quote, span: null };
}

/** The words that a reading has selected; `''` where nothing is. */
export function selectedWords({ text, selection, passedOver = [] }: Reading): string {
  return selection ? wordsWithout(text, selection, passedOver) : '';
}

/** A span without blank characters at its ends, and without what is passed over behind those. */
function trimmed(text: string, place: Span, passedOver: readonly Span[]): Span | null {
  const span = trimSpan(text, place);
  const holds = (offset: number) =>
    passedOver.find(({ start, end }) => offset >= start && offset < end);
  const first = span && holds(span.start);
  if (first) return trimmed(text, { start: first.end, end: span.end }, passedOver);
  const last = span && holds(span.end - 1);
  return last ? trimmed(text, { start: span.start, end: last.start }, passedOver) : span;
}

function described(text: string, { start, end }: Span, passedOver: readonly Span[]): Quote {
  const quote = describeQuote(text, start, end);
  const within = passedOver.filter((one) => one.start >= start && one.end <= end);
  return within.length === 0
    ? quote
    : { ...quote, exact: wordsWithout(text, quote as Required<Quote>, within) };
}

/** Where a copied passage stands, if it stands in the text once and only once. */
function placeOfCopy(text: string, selected: string | undefined): Span | null {
  const copy = selected?.trim();
  if (!copy) return null;
  const start = text.indexOf(copy);
  if (start < 0 || text.indexOf(copy, start + 1) >= 0) return null;
  return { start, end: start + copy.length };
}
