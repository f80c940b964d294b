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

/** What is left of an element's seen part, and what took the rest. */
export interface Uncovered {
  readonly seen: Edges;
  readonly bars: readonly Element[];
}

/**
 * What of the seen part of an element the page leaves uncovered, in pixels of the viewport: a header or
 * a toolbar that stays in the window while the element is scrolled under it takes off what is above or
 * below. Only bars are looked for, which reach from one side to the other and are not high.
 */
export function uncoveredOf(element: Element, seen: Edges): Uncovered {
  const { height } = viewportOf(document);
  const left = { ...seen };
  const above = barAt(element, left, Math.max(left.top, 0) + 1);
  if (above) left.top = Math.min(left.bottom, Math.max(left.top, above.rect.bottom));
  const below = barAt(element, left, Math.min(left.bottom, height) - 1);
  if (below) left.bottom = Math.max(left.top, Math.min(left.bottom, below.rect.top));
  return { seen: left, bars: [above, below].flatMap((one) => one?.bar ?? []) };
}

/** The bar over an element at a height of the viewport, at least as wide as that is seen. */
function barAt(element: Element, { left, right, top, bottom }: Edges, y: number) {
  if (y <= top || y >= bottom) return undefined;
  for (const hit of document.elementsFromPoint((left + right) / 2, y)) {
    if (flatClosest(element, (around) => around === hit)) return undefined;
    const bar = flatClosest(hit, isLaidOver);
    const rect = bar?.getBoundingClientRect();
    if (!bar || !rect || rect.height > BAR * viewportOf(document).height) continue;
    if (rect.left <= left && rect.right >= right) return { bar, rect };
  }
  return undefined;
}

/** Whether an element does not scroll with the page. */
const isLaidOver = (element: Element) => OVER.has(getComputedStyle(element).position);
