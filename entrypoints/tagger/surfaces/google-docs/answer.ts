import type { Span } from '../../../../data/passage';
import { cleanText } from './clean';

/** What the page says about its document. */
export interface Answer {
  /** The whole text, cleaned; offsets are the page's own. */
  readonly text: string;
  /** The same text as the page gives it, with the marks that stand for chips, pictures, tables. */
  readonly raw: string;
  /**
   * Selected ranges as the page lists them, collapsed ones too; they may be other people's.
   * `null` where the page has no such list, or one of a shape we do not know.
   */
  readonly ranges: readonly Span[] | null;
}

/** A text of more UTF-16 units is no document: the editor's limit is about a million characters. */
const LONGEST = 8_000_000;

/** More ranges than this are not somebody's selection. */
const MOST_RANGES = 10_000;

/** Pairs of names by which versions of the page give a range; the first may be the later one. */
const SHAPES = [
  ['start', 'end'],
  ['anchor', 'focus'],
  ['base', 'extent'],
] as const;

/** Checks what came back from the page, which may be anything. `null` where it is no answer. */
export function toAnswer(value: unknown): Answer | null {
  if (!isRecord(value) || typeof value.text !== 'string') return null;
  const raw = value.text;
  if (raw.length === 0 || raw.length > LONGEST) return null;
  return { raw, text: cleanText(raw), ranges: toRanges(value.ranges, raw.length) };
}

function toRanges(value: unknown, length: number): Span[] | null {
  if (!Array.isArray(value) || value.length > MOST_RANGES) return null;
  const ranges: Span[] = [];
  for (const one of value) {
    const range = toSpan(one, length);
    if (!range) return null;
    ranges.push(range);
  }
  return ranges;
}

function toSpan(value: unknown, length: number): Span | null {
  if (!isRecord(value)) return null;
  for (const [first, second] of SHAPES) {
    const one = value[first];
    const other = value[second];
    if (!isOffset(one, length) || !isOffset(other, length)) continue;
    return { start: Math.min(one, other), end: Math.max(one, other) };
  }
  return null;
}

function isOffset(value: unknown, length: number): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= length;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
