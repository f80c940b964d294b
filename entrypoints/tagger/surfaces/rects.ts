/** The rectangles of some ranges that show anything, in order. */
export function rectsOver(ranges: readonly Range[]): DOMRect[] {
  return ranges.flatMap((range) => Array.from(range.getClientRects()).filter(hasSize));
}

/** Whether any rectangle of some ranges covers a point of the viewport. */
export function containsPoint(ranges: readonly Range[], x: number, y: number): boolean {
  return ranges.some((range) =>
    Array.from(range.getClientRects()).some((rect) => covers(rect, x, y)),
  );
}

/** Whether a rectangle covers a point. */
export function covers({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

/** Whether there is anything of a rectangle to see. */
export function hasSize({ width, height }: DOMRect): boolean {
  return width > 0 && height > 0;
}
