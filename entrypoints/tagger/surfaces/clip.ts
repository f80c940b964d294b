import { flatParent, isElement } from './flat-tree';
import { rectOf } from './node-itself';

export interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * What of a rectangle of an element the panes around it let be seen, in pixels of the viewport: what
 * is scrolled out of a pane is there, and not seen.
 */
export function clipOf(element: Element, { left, top, right, bottom }: Edges): Edges {
  let { position } = getComputedStyle(element);
  const { body, documentElement } = element.ownerDocument;
  for (let at = flatParent(element); at && position !== 'fixed'; at = flatParent(at)) {
    if (!isElement(at) || at === body || at === documentElement) continue;
    const style = getComputedStyle(at);
    // What is placed by something farther out is not clipped on the way there.
    if (position === 'absolute' && style.position === 'static') continue;
    position = style.position;
    const { overflowX, overflowY } = style;
    if (overflowX === 'visible' && overflowY === 'visible') continue;
    const pane = rectOf(at);
    if (overflowX !== 'visible') {
      left = Math.max(left, pane.left);
      right = Math.min(right, pane.right);
    }
    if (overflowY !== 'visible') {
      top = Math.max(top, pane.top);
      bottom = Math.min(bottom, pane.bottom);
    }
  }
  return { left, top, right, bottom };
}
