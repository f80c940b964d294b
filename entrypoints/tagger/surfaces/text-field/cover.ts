import { flatClosest } from '../flat-tree';
import { viewportOf } from '../zoom';
import type { Edges } from './clip';

/** Positions by which a page lays something over what is scrolled under it. */
const OVER = new Set(['sticky', 'fixed']);

/**
 * The most that a bar has of the window's height. What is higher (a dialog's backdrop, a page's curtain
 * while it loads) may be clear, and goes without anything being scrolled, by which it would be noticed.
 */
const BAR = 0.5;

/**
 * What of the seen part of an element the page leaves uncovered, in pixels of the viewport: a header or
 * a toolbar that stays in the window while the element is scrolled under it takes off what is above or
 * below. Only bars are looked for, which reach from one side to the other and are not high.
 */
export function uncoveredOf(element: Element, seen: Edges): Edges {
  const { height } = viewportOf(document);
  const left = { ...seen };
  const top = coverAt(element, left, Math.max(left.top, 0) + 1);
  if (top) left.top = Math.min(left.bottom, Math.max(left.top, top.bottom));
  const bottom = coverAt(element, left, Math.min(left.bottom, height) - 1);
  if (bottom) left.bottom = Math.max(left.top, Math.min(left.bottom, bottom.top));
  return left;
}

/** What lies over an element at a height of the viewport, and is at least as wide as it is seen. */
function coverAt(element: Element, { left, right, top, bottom }: Edges, y: number) {
  if (y <= top || y >= bottom) return undefined;
  for (const hit of document.elementsFromPoint((left + right) / 2, y)) {
    if (flatClosest(element, (around) => around === hit)) return undefined;
    const cover = flatClosest(hit, isLaidOver)?.getBoundingClientRect();
    if (!cover || cover.height > BAR * viewportOf(document).height) continue;
    if (cover.left <= left && cover.right >= right) return cover;
  }
  return undefined;
}

/** Whether an element does not scroll with the page. */
const isLaidOver = (element: Element) => OVER.has(getComputedStyle(element).position);
