import type { Locator } from 'playwright-core';

/**
 * What of an element cannot be seen: how many of the points in it, on every line and at both its ends,
 * are out of sight or lie under something else.
 */
export function coveredPoints(element: Locator): Promise<number> {
  return element.evaluate((one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    const INSET = 4;
    let covered = 0;
    for (let y = top + INSET; y < bottom; y += INSET) {
      for (const x of [left + INSET, right - INSET]) {
        const seen = document.elementFromPoint(x, y);
        if (!seen || !(one === seen || one.contains(seen))) covered++;
      }
    }
    return covered;
  });
}
