import { type Boundaries, Stretch, toRange } from '../../painting/stretch';
import type { TextPiece } from './positions';

/**
 * Ranges that cover pieces of text: one where the pieces stand in one tree in order, else one for
 * each piece, because a range cannot cross into a shadow tree and slots may reorder nodes.
 */
export function rangesOver(pieces: readonly TextPiece[]): Range[] {
  return boundariesOf(pieces).map(toRange);
}

/** The same to be painted, with the objects of `old` where they still cover the same. */
export function stretchesOver(pieces: readonly TextPiece[], old: readonly Stretch[]): Stretch[] {
  return boundariesOf(pieces).map((wanted, index) => {
    const stretch = old[index];
    return stretch?.covers(wanted) ? stretch : new Stretch(wanted);
  });
}

function boundariesOf(pieces: readonly TextPiece[]): Boundaries[] {
  const from = pieces[0];
  const to = pieces.at(-1);
  if (!from || !to) return [];
  if (from === to) return [between(from, to)];
  const root = from.node.getRootNode();
  const inOneTree =
    pieces.every((piece) => piece.node.getRootNode() === root) && !precedes(to.node, from.node);
  return inOneTree ? [between(from, to)] : pieces.map((piece) => between(piece, piece));
}

function precedes(node: Node, other: Node): boolean {
  return (other.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}

function between(from: TextPiece, to: TextPiece): Boundaries {
  return {
    startContainer: from.node,
    startOffset: from.from,
    endContainer: to.node,
    endOffset: to.to,
  };
}
