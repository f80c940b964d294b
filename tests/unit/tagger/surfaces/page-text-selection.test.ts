import { describe, expect, it } from 'vitest';
import {
  caretPoint,
  selectedPoints,
} from '../../../../entrypoints/tagger/surfaces/page-text/selection';

const [outer, inner] = ['in the outer root', 'in the inner root'];

const rangeIn = (container: string, start: number, end: number) => ({
  startContainer: container,
  startOffset: start,
  endContainer: container,
  endOffset: end,
  collapsed: start === end,
});
const selectionOf = (...ranges: object[]) => ({
  type: 'Range',
  rangeCount: ranges.length,
  getRangeAt: (index: number) => ranges[index],
});

/** A browser without `getComposedRanges`: what is in a root looks collapsed around its host. */
function withRoots(start: number, end: number) {
  const page = {
    getSelection: () => ({
      ...selectionOf(rangeIn('around the outer host', 1, 1)),
      type: start === end ? 'Caret' : 'Range',
    }),
  };
  const roots = [
    { getSelection: () => selectionOf(rangeIn(outer, 2, 2)) },
    { getSelection: () => null },
    { getSelection: () => selectionOf(rangeIn(inner, start, end)) },
  ];
  return [page as unknown as Document, roots as unknown as ShadowRoot[]] as const;
}

describe('in a browser that tells each root its own selection only', () => {
  it('finds what is selected in a root inside another', () => {
    expect(selectedPoints(...withRoots(4, 9))).toEqual({
      start: { node: inner, offset: 4 },
      end: { node: inner, offset: 9 },
    });
    expect(caretPoint(...withRoots(4, 9))).toBeNull();
  });

  it('finds the caret in a root inside another', () => {
    expect(caretPoint(...withRoots(4, 4))).toEqual({ node: inner, offset: 4 });
    expect(selectedPoints(...withRoots(4, 4))).toBeNull();
  });

  it('finds what is selected in the page around them, of several ranges the first that holds something', () => {
    const ranges = [
      rangeIn('the page', 1, 1),
      rangeIn('the page', 3, 8),
      rangeIn('the page', 9, 12),
    ];
    const page = { getSelection: () => selectionOf(...ranges) } as unknown as Document;
    const root = { getSelection: () => selectionOf() } as unknown as ShadowRoot;
    expect(selectedPoints(page, [root])).toEqual({
      start: { node: 'the page', offset: 3 },
      end: { node: 'the page', offset: 8 },
    });
  });
});
