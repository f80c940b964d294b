import { isText } from '../surfaces/flat-tree';
import { childrenOf, parentOf } from '../surfaces/node-itself';

/** Where a stretch of a page begins and ends. */
export type Boundaries = Pick<
  AbstractRange,
  'startContainer' | 'startOffset' | 'endContainer' | 'endOffset'
>;

/**
 * A stretch of a page that may be painted. The browser keeps every live `Range` right at every
 * change of the document: a thousand of them take Chromium 156 a third of a millisecond each time a
 * script sets one word. So there is one only while the stretch is painted.
 */
export class Stretch {
  private live: Range | null = null;

  constructor(private known: Boundaries) {}

  /** The range that follows the document's changes from now on, until `rest`. */
  range(): Range {
    this.live ??= toRange(this.known);
    return this.live;
  }

  /** Follows no longer; where the range is by now is where it stays. */
  rest(): void {
    if (!this.live) return;
    const { startContainer, startOffset, endContainer, endOffset } = this.live;
    this.known = { startContainer, startOffset, endContainer, endOffset };
    this.live = null;
  }

  /** Whether its text was taken out of the page while it was followed: then it shows no more. */
  get isTorn(): boolean {
    return this.live?.collapsed === true;
  }

  /** Whether it is from there to there. */
  covers(wanted: Boundaries): boolean {
    const own = this.live ?? this.known;
    return (
      own.startContainer === wanted.startContainer &&
      own.startOffset === wanted.startOffset &&
      own.endContainer === wanted.endContainer &&
      own.endOffset === wanted.endOffset
    );
  }

  /** The node closest to its text that has all of it inside. */
  get around(): Node {
    const { startContainer, endContainer } = this.live ?? this.known;
    let around: Node = startContainer;
    for (let at: Node | null = around; at; at = parentOf(at)) {
      around = at;
      if (holds(at, endContainer)) break;
    }
    return around;
  }
}

/** The live range between two boundaries; where these nodes have less in them by now, to their end. */
export function toRange(between: Boundaries): Range {
  const { startContainer, startOffset, endContainer, endOffset } = between;
  const range = new Range();
  range.setStart(startContainer, Math.min(startOffset, lengthOf(startContainer)));
  range.setEnd(endContainer, Math.min(endOffset, lengthOf(endContainer)));
  return range;
}

/** Not by `contains`: a form gives a field of that name instead. */
function holds(node: Node, inner: Node): boolean {
  if (node === inner) return true;
  return (inner.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_CONTAINS) !== 0;
}

function lengthOf(node: Node): number {
  return isText(node) ? node.length : childrenOf(node).length;
}
