import { firstIndex } from '../../../../data/first-index';
import type { Span } from '../../../../data/passage';
import { flatFollowing, flatNext, isText } from '../flat-tree';
import { childrenOf } from '../node-itself';
import type { Run, Segment } from './run';
import type { TextModel } from './text-model';

/** A stretch of one text node's data. */
export interface TextPiece {
  readonly node: Text;
  readonly from: number;
  readonly to: number;
}

/**
 * The offset in the page's text of a boundary point of the DOM: of the first text at or after it,
 * or the text's length where none follows.
 */
export function offsetAt(model: TextModel, container: Node, offset: number): number {
  if (isText(container)) {
    const found = offsetInNode(model, container, offset);
    if (found !== null) return found;
    return offsetFrom(model, flatFollowing(container));
  }
  const child = childrenOf(container)[offset];
  return offsetFrom(model, child ?? flatFollowing(container));
}

function offsetFrom(model: TextModel, from: Node | null): number {
  for (let node = from; node; node = flatNext(node)) {
    if (!isText(node)) continue;
    const place = model.placeOf(node);
    if (place) return place.run.start + (place.segments[0] as Segment).start;
  }
  return model.lines.length;
}

function offsetInNode(model: TextModel, node: Text, offset: number): number | null {
  const place = model.placeOf(node);
  if (!place) return null;
  let found: number | null = null;
  for (const segment of place.segments) {
    const start = place.run.start + segment.start;
    if (offset < segment.from) return found ?? start;
    found = start + Math.min(offset - segment.from, segment.length);
  }
  return found;
}

/** Every stretch of text nodes that a span of the page's text stands for, in the order shown. */
export function piecesOf(model: TextModel, span: Span): TextPiece[] {
  const pieces: TextPiece[] = [];
  const { runs } = model;
  for (let index = lastAtOrBefore(runs, span.start); index < runs.length; index++) {
    const run = runs[index] as Run;
    if (run.start >= span.end) break;
    const start = span.start - run.start;
    const end = span.end - run.start;
    for (let at = lastAtOrBefore(run.segments, start); at < run.segments.length; at++) {
      const segment = run.segments[at] as Segment;
      if (segment.start >= end) break;
      const from = Math.max(0, start - segment.start);
      const to = Math.min(segment.length, end - segment.start);
      if (to > from) {
        pieces.push({ node: segment.node, from: segment.from + from, to: segment.from + to });
      }
    }
  }
  return pieces;
}

/** The run that all of a span stands in, `null` where it is not one alone. */
export function runAround({ runs }: TextModel, { start, end }: Span): Run | null {
  const run = runs[lastAtOrBefore(runs, start)];
  return run && start >= run.start && end <= run.start + run.text.length ? run : null;
}

/** Number of the last item that begins at or before an offset, or 0. */
function lastAtOrBefore(items: readonly { readonly start: number }[], offset: number): number {
  return Math.max(0, firstIndex(items.length, (at) => (items[at]?.start ?? 0) > offset) - 1);
}
