import type { Edges } from './clip';
import { barsOver, type Covers } from './cover';
import { flatParent, isElement } from './flat-tree';
import {
  attributeOf,
  clientHeightOf,
  clientWidthOf,
  rectOf,
  scrollBy,
  scrollHeightOf,
  scrollLeftOf,
  scrollToIt,
  scrollTopOf,
  scrollWidthOf,
} from './node-itself';
import { viewportOf } from './zoom';

/** Room left above and below what was brought into view, as a share of the height it is shown in. */
const MARGIN = 0.15;

/**
 * How often a place is measured again: what is above it may be laid out only once it is near
 * (`content-visibility`, lazily loaded pictures), and then it moves.
 */
const ROUNDS = 4;

/** Anything that tells where it is on screen: a range, an element. */
interface Placed {
  getBoundingClientRect(): DOMRect;
}

/**
 * Scrolls everything around a node until a range in it can be seen, and is not under a header or a
 * toolbar that stays in the window. Opens closed `<details>` and
 * `hidden=until-found` around it, as the browser's own search in the page does. False where the
 * range has no place on screen.
 */
export async function bringIntoView(node: Node, range: () => Placed | undefined): Promise<boolean> {
  const parent = isElement(node) ? node : node.parentElement;
  if (!parent?.isConnected) return false;
  openAround(node);
  // No farther than it has to be: what is scrolled without a scroll bar nobody can scroll back. But
  // in the windows around a frame nothing else sees to a margin.
  const page = node.ownerDocument as Document;
  const view = page.defaultView;
  const block = view && view !== view.top ? 'center' : 'nearest';
  scrollToIt(parent, { block, inline: 'nearest', behavior: 'instant' });
  let seen = false;
  for (let round = 0; round < ROUNDS; round++) {
    const rect = range()?.getBoundingClientRect();
    seen = rect !== undefined && (rect.width > 0 || rect.height > 0);
    if (rect && !scrollTo(node, rect, barsOver(parent, seenOf(rect, page)))) break;
    await nextFrame();
  }
  return seen;
}

/** Opens what is folded away around a node, but nothing inside what the user edits. */
function openAround(node: Node): void {
  for (let at = flatParent(node); at; at = flatParent(at)) {
    if (!isElement(at) || (at as HTMLElement).isContentEditable) continue;
    if (at.localName === 'details' && !at.hasAttribute('open') && !inOwnSummary(at, node)) {
      (at as HTMLDetailsElement).open = true;
    } else if (attributeOf(at, 'hidden') === 'until-found') {
      at.dispatchEvent(new Event('beforematch', { bubbles: true }));
      at.removeAttribute('hidden');
    }
  }
}

function inOwnSummary(details: Element, node: Node): boolean {
  return details.querySelector(':scope > summary')?.contains(node) ?? false;
}

/** From one side of the window to the other, as far as a rectangle is between them. */
function seenOf({ left, top, right, bottom }: DOMRect, page: Document): Edges {
  return { left: Math.max(0, left), top, right: Math.min(right, viewportOf(page).width), bottom };
}

/** Scrolls each scrolling element around a node by what is missing; false if nothing was. */
function scrollTo(node: Node, rect: DOMRect, { above, below }: Covers): boolean {
  let { top, bottom, left, right } = rect;
  let moved = false;
  const shift = (scroller: Element, view: DOMRect) => {
    const { overflowX, overflowY } = overflowOf(scroller);
    const low = Math.max(view.top, above?.bottom ?? view.top);
    const high = Math.min(view.bottom, below?.top ?? view.bottom);
    const dy = missing(top, bottom, low, high, marginFor(overflowY));
    const dx = missing(left, right, view.left, view.right, marginFor(overflowX));
    if (dx === 0 && dy === 0) return;
    const [scrollLeft, scrollTop] = [scrollLeftOf(scroller), scrollTopOf(scroller)];
    scrollBy(scroller, { left: dx, top: dy, behavior: 'instant' });
    const doneY = scrollTopOf(scroller) - scrollTop;
    const doneX = scrollLeftOf(scroller) - scrollLeft;
    top -= doneY;
    bottom -= doneY;
    left -= doneX;
    right -= doneX;
    if (Math.abs(doneX) >= 1 || Math.abs(doneY) >= 1) moved = true;
  };
  const page = node.ownerDocument as Document;
  const root = page.scrollingElement ?? page.documentElement;
  for (let at = flatParent(node); at; at = flatParent(at)) {
    if (isElement(at) && at !== root && scrolls(at)) shift(at, rectOf(at));
  }
  const view = page.defaultView as Window;
  shift(root, new DOMRect(0, 0, view.innerWidth, view.innerHeight));
  return moved;
}

function scrolls(element: Element): boolean {
  const more =
    scrollHeightOf(element) > clientHeightOf(element) ||
    scrollWidthOf(element) > clientWidthOf(element);
  if (!more) return false;
  const { overflowX, overflowY } = getComputedStyle(element);
  return /auto|scroll|hidden/.test(overflowX + overflowY);
}

/** What the window is told of its own scrolling may be said of the root or of the body. */
function overflowOf(scroller: Element): { overflowX: string; overflowY: string } {
  const page = scroller.ownerDocument;
  const own = getComputedStyle(scroller);
  const isRoot = scroller === page.documentElement && page.body !== null;
  return isRoot && own.overflowY === 'visible' ? getComputedStyle(page.body) : own;
}

/** What cannot be scrolled back by hand is scrolled only as far as it has to be. */
function marginFor(overflow: string): number {
  return overflow === 'hidden' ? 0 : MARGIN;
}

/**
 * How far to scroll so that `from` to `to` stands between the edges, with a margin if it fits.
 *
 * @param share of the height that the margin takes
 */
function missing(from: number, to: number, low: number, high: number, share: number): number {
  const margin = Math.min((high - low) * share, Math.max(0, (high - low - (to - from)) / 2));
  if (from < low + margin) return from - low - margin;
  if (to > high - margin) return Math.min(to - high + margin, from - low - margin);
  return 0;
}

/** The next frame, or a moment later in a tab that is not shown and so draws none. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 100);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
