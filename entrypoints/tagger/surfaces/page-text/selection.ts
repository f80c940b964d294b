/** A boundary point of the DOM. */
export interface Point {
  readonly node: Node;
  readonly offset: number;
}

export interface Points {
  readonly start: Point;
  readonly end: Point;
}

/** Chromium has `getComposedRanges` since 137, Firefox since 142. */
type MaybeComposed = Selection & Partial<Pick<Selection, 'getComposedRanges'>>;

interface SelectingRoot extends ShadowRoot {
  /** Chromium's own, from before `getComposedRanges`. */
  getSelection?(): Selection | null;
}

/**
 * What is selected in the page's text, also inside and across the given open shadow roots. Of
 * several ranges, which only Firefox has, the first that holds something.
 */
export function selectedPoints(page: Document, roots: Iterable<ShadowRoot>): Points | null {
  const selection: MaybeComposed | null = page.getSelection();
  if (!selection) return null;
  const shadowRoots = Array.from(roots);
  if ('getComposedRanges' in selection) {
    return firstOf(selection.getComposedRanges({ shadowRoots }));
  }
  for (const root of shadowRoots as SelectingRoot[]) {
    const inside = root.getSelection?.();
    const found = inside && firstOf(rangesOf(inside));
    if (found) return found;
  }
  return firstOf(rangesOf(selection));
}

/** Where the caret is, if the page has one; not inside shadow roots. */
export function caretPoint(page: Document): Point | null {
  const selection = page.getSelection();
  const node = selection?.type === 'Caret' ? selection.focusNode : null;
  return node && { node, offset: selection?.focusOffset ?? 0 };
}

function rangesOf(selection: Selection): Range[] {
  return Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index));
}

function firstOf(ranges: readonly AbstractRange[]): Points | null {
  const range = ranges.find((one) => !one.collapsed) ?? null;
  return (
    range && {
      start: { node: range.startContainer, offset: range.startOffset },
      end: { node: range.endContainer, offset: range.endOffset },
    }
  );
}
