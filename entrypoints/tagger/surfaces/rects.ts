/** The last rectangle on screen of some ranges: where a selection ends, for those who read on. */
export function lastRect(ranges: readonly Range[]): DOMRect | null {
  for (let index = ranges.length - 1; index >= 0; index--) {
    const rects = (ranges[index] as Range).getClientRects();
    for (let at = rects.length - 1; at >= 0; at--) {
      const rect = rects[at] as DOMRect;
      if (rect.width > 0 && rect.height > 0) return rect;
    }
  }
  return null;
}

/** Whether any rectangle of some ranges covers a point of the viewport. */
export function containsPoint(ranges: readonly Range[], x: number, y: number): boolean {
  return ranges.some((range) =>
    Array.from(range.getClientRects()).some(
      (rect) => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom,
    ),
  );
}
