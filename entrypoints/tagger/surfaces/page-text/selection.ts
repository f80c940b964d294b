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
  const range = composedRanges(page, roots).find(({ collapsed }) => !collapsed);
  return range ? pointsOf(range) : null;
}

/** Where the caret is, if the page has one, also inside the given open shadow roots. */
export function caretPoint(page: Document, roots: Iterable<ShadowRoot>): Point | null {
  if (page.getSelection()?.type !== 'Caret') return null;
  const range = composedRanges(page, roots).find(({ collapsed }) => collapsed);
  return range ? pointsOf(range).start : null;
}

/** The ranges of the selection with their true ends, the innermost first. */
function composedRanges(page: Document, roots: Iterable<ShadowRoot>): readonly AbstractRange[] {
  const selection: MaybeComposed | null = page.getSelection();
  if (!selection) return [];
  const shadowRoots = Array.from(roots);
  if ('getComposedRanges' in selection) return selection.getComposedRanges({ shadowRoots });
  // Each knows its own tree only, and a root comes after those it is in.
  const inside = shadowRoots.reverse().map((root: SelectingRoot) => root.getSelection?.() ?? null);
  return [...inside, selection].flatMap((one) => (one ? rangesOf(one) : []));
}

function rangesOf(selection: Selection): Range[] {
  return Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index));
}

function pointsOf(range: AbstractRange): Points {
  return {
    start: { node: range.startContainer, offset: range.startOffset },
    end: { node: range.endContainer, offset: range.endOffset },
  };
}
