import type { TextPiece } from './positions';

/** Where a range begins and ends. */
interface Boundaries {
  readonly from: TextPiece;
  readonly to: TextPiece;
}

/**
 * Ranges that cover pieces of text: one where the pieces stand in one tree in order, else one for
 * each piece, because a range cannot cross into a shadow tree and slots may reorder nodes.
 */
export function rangesOver(pieces: readonly TextPiece[]): Range[] {
  return boundariesOf(pieces).map(toRange);
}

/** As `rangesOver`, with the objects of `old` where they still cover the same. */
export function rangesAgain(pieces: readonly TextPiece[], old: readonly Range[]): Range[] {
  return boundariesOf(pieces).map((wanted, index) => {
    const range = old[index];
    return range && covers(range, wanted) ? range : toRange(wanted);
  });
}

function boundariesOf(pieces: readonly TextPiece[]): Boundaries[] {
  const from = pieces[0];
  const to = pieces.at(-1);
  if (!from || !to) return [];
  if (from === to) return [{ from, to }];
  const root = from.node.getRootNode();
  const inOneTree =
    pieces.every((piece) => piece.node.getRootNode() === root) && !precedes(to.node, from.node);
  return inOneTree ? [{ from, to }] : pieces.map((piece) => ({ from: piece, to: piece }));
}

function precedes(node: Node, other: Node): boolean {
  return (other.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}

function covers(range: Range, { from, to }: Boundaries): boolean {
  return (
    range.startContainer === from.node &&
    range.startOffset === from.from &&
    range.endContainer === to.node &&
    range.endOffset === to.to
  );
}

function toRange({ from, to }: Boundaries): Range {
  const range = from.node.ownerDocument.createRange();
  // The page may have changed since it was read; then it is about to be read again.
  range.setStart(from.node, Math.min(from.from, from.node.length));
  range.setEnd(to.node, Math.min(to.to, to.node.length));
  return range;
}
