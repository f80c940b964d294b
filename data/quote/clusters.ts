import { splitsPair } from './characters';

/** Code units below this are neither marks nor joiners nor surrogates. */
const FIRST_MARK = 0x300;
/** How far back a place is sought from which clusters can be counted. Longer clusters are cut. */
const REACH = 256;
const LF = 0x0a;
const CR = 0x0d;

let segmenter: Intl.Segmenter | undefined;

/**
 * Moves an offset out of a grapheme cluster (UAX #29) that it stands in: to the cluster's start for
 * `side` -1, to its end for +1. Plain letters on both sides are the common case and cost nothing.
 */
export function outsideCluster(text: string, offset: number, side: -1 | 1): number {
  if (offset <= 0) return 0;
  if (offset >= text.length) return text.length;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  if (before < FIRST_MARK && after < FIRST_MARK && !(before === CR && after === LF)) return offset;
  let from = offset - 1;
  const least = Math.max(0, offset - REACH);
  while (from > least && !beginsCluster(text, from)) from--;
  if (splitsPair(text, from)) from--;
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const stretch = text.slice(from, offset + REACH);
  const found = segmenter.segment(stretch).containing(offset - from);
  if (!found || from + found.index === offset) return offset;
  const edge = from + (side < 0 ? found.index : found.index + found.segment.length);
  return splitsPair(text, edge) ? edge + side : edge;
}

function beginsCluster(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < FIRST_MARK && unit !== LF;
}
