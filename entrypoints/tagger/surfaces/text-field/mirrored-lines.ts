import { lastAtOrBelow } from '../../../../data/first-index';
import type { Span } from '../../../../data/passage';
import { Lines } from '../../lines';

/**
 * A text as one element for each of its lines, so that typing sets only one of them anew, however
 * long the text is.
 */
export class MirroredLines {
  private shown: Lines | null = null;

  constructor(private readonly parent: HTMLElement) {}

  /** Shows another text; lines that are the same at both ends stay. */
  set(text: string): void {
    const shown = Lines.of(text);
    const next = shown.lines;
    const old = this.shown?.lines ?? [];
    let front = 0;
    while (front < Math.min(old.length, next.length) && old[front] === next[front]) front++;
    let back = 0;
    const rest = Math.min(old.length, next.length) - front;
    while (back < rest && old[old.length - 1 - back] === next[next.length - 1 - back]) back++;
    const children = this.parent.children;
    for (let index = old.length - back - 1; index >= front; index--) children[index]?.remove();
    const added = next.slice(front, next.length - back).map(lineElement);
    this.parent.insertBefore(fragmentOf(added), children[front] ?? null);
    this.shown = shown;
    // Only the first line of a field is indented.
    for (const [index, element] of Array.from(this.parent.children).slice(0, 2).entries()) {
      (element as HTMLElement).style.textIndent = index === 0 ? '' : '0';
    }
    for (const element of added.slice(1)) element.style.textIndent = '0';
  }

  /** The range over a span of the text; `null` where it holds no letter. */
  rangeOf({ start, end }: Span): Range | null {
    const from = this.pointAt(start);
    const to = this.pointAt(end);
    if (!from || !to) return null;
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range.collapsed ? null : range;
  }

  private pointAt(offset: number): { node: Node; offset: number } | null {
    const { lines = [], starts = [] } = this.shown ?? {};
    const line = lastAtOrBelow(starts, offset);
    const element = this.parent.children[line];
    if (!element) return null;
    const length = lines[line]?.length ?? 0;
    const within = Math.min(offset - (starts[line] ?? 0), length);
    return length > 0 && element.firstChild
      ? { node: element.firstChild, offset: within }
      : { node: element, offset: 0 };
  }
}

function lineElement(text: string): HTMLElement {
  const element = document.createElement('div');
  // Each paragraph of a field with `dir=auto` has its own direction, as it would not by default.
  element.style.unicodeBidi = 'inherit';
  // An empty line is as high as any other.
  element.append(text === '' ? document.createElement('br') : text);
  return element;
}

function fragmentOf(elements: readonly HTMLElement[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...elements);
  return fragment;
}
