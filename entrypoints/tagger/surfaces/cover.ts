import type { Edges } from './clip';
import { flatClosest } from './flat-tree';
import { rectOf } from './node-itself';
import { viewportOf } from './zoom';

/** Positions by which a page lays something over what is scrolled under it. */
const OVER = new Set(['sticky', 'fixed']);

/**
 * The most that a bar has of the window's height. What is higher may be clear (a dialog's backdrop, a
 * page's curtain while it loads), and then covers nothing.
 */
const BAR = 0.5;
/** A ground this dense hides what is written under it. */
const OPAQUE = 0.9;

/** What covers the upper and the lower end of something that is seen, in pixels of the viewport. */
export interface Covers {
  readonly above: DOMRect | undefined;
  readonly below: DOMRect | undefined;
}

/**
 * The bars that a page leaves in the window while an element is scrolled under them, a header or a
 * toolbar, where they cover a part of the element. Only what reaches from one side of that to the
 * other and is not high counts as one.
 */
export function barsOver(element: Element, seen: Edges): Covers {
  const { above, below } = coversOver(element, seen);
  const bar = (cover: DOMRect | undefined) => (cover && isLow(cover) ? cover : undefined);
  return { above: bar(above), below: bar(below) };
}

/**
 * What of the seen part of an element the page leaves uncovered, in pixels of the viewport: bars take
 * off what is above or below, and a drawer that was opened over it takes all of it.
 */
export function uncoveredOf(element: Element, seen: Edges): Edges {
  const { above, below } = coversOver(element, seen);
  const top = above ? Math.min(seen.bottom, Math.max(seen.top, above.bottom)) : seen.top;
  const bottom = below ? Math.max(top, Math.min(seen.bottom, below.top)) : seen.bottom;
  return { ...seen, top, bottom };
}

function coversOver(element: Element, seen: Edges): Covers {
  const { height } = viewportOf(document);
  const above = coverAt(element, seen, Math.max(seen.top, 0) + 1);
  const left = above ? { ...seen, top: Math.max(seen.top, above.bottom) } : seen;
  return { above, below: coverAt(element, left, Math.min(seen.bottom, height) - 1) };
}

function isLow({ height }: DOMRect): boolean {
  return height <= BAR * viewportOf(document).height;
}

/** What lies over an element at a height of the viewport, and is at least as wide as it is seen. */
function coverAt(element: Element, { left, right, top, bottom }: Edges, y: number) {
  if (y <= top || y >= bottom) return undefined;
  for (const hit of document.elementsFromPoint((left + right) / 2, y)) {
    if (flatClosest(element, (around) => around === hit)) return undefined;
    const covering = coverOf(hit);
    const cover = covering && rectOf(covering);
    if (cover && cover.left <= left && cover.right >= right) return cover;
  }
  return undefined;
}

/** What covers the page where an element was hit: a bar that it is in, or else what can't be seen through. */
function coverOf(hit: Element): Element | null {
  const laidOver = flatClosest(hit, isLaidOver);
  if (!laidOver) return null;
  if (isLow(rectOf(laidOver))) return laidOver;
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
