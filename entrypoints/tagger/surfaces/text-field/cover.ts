import { flatClosest } from '../flat-tree';
import { viewportOf } from '../zoom';
import type { Edges } from './clip';

/** Positions by which a page lays something over what is scrolled under it. */
const OVER = new Set(['sticky', 'fixed']);

/**
 * The most that a bar has of the window's height. What is higher may be clear (a dialog's backdrop, a
 * page's curtain while it loads), and then covers nothing.
 */
const BAR = 0.5;
/** A ground this dense hides what is written under it. */
const OPAQUE = 0.9;

/**
 * What of the seen part of an element the page leaves uncovered, in pixels of the viewport: a header or
 * a toolbar that stays in the window while the element is scrolled under it takes off what is above or
 * below, and a drawer that was opened over it all of it. Only what reaches from one side to the other
 * is looked for.
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
    const cover = coverOf(hit)?.getBoundingClientRect();
    if (cover && cover.left <= left && cover.right >= right) return cover;
  }
  return undefined;
}

/** What covers the page where an element was hit: a bar that it is in, or else what can't be seen through. */
function coverOf(hit: Element): Element | null {
  const laidOver = flatClosest(hit, isLaidOver);
  if (!laidOver) return null;
  const isBar = laidOver.getBoundingClientRect().height <= BAR * viewportOf(document).height;
  if (isBar) return laidOver;
  const ground = flatClosest(hit, (around) => around === laidOver || isOpaque(around));
  return ground && isOpaque(ground) ? ground : null;
}

/** Whether an element does not scroll with the page. */
const isLaidOver = (element: Element) => OVER.has(getComputedStyle(element).position);

/** Whether nothing of the page is seen through an element's background: a colour without transparency. */
function isOpaque(element: Element): boolean {
  const { backgroundColor } = getComputedStyle(element);
  const alpha = /^rgba\(.*, *([\d.]+)\)$|\/ *([\d.]+)\)$/.exec(backgroundColor);
  return alpha === null || Number(alpha[1] ?? alpha[2]) >= OPAQUE;
}
