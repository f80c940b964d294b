import { flatClosest } from '../flat-tree';
import { matches } from '../node-itself';
import { notPrinted } from '../not-printed';
import { style } from '../style';
import { zoomOf } from '../zoom';

/**
 * The element that holds what is drawn over text fields. It stands beside the page's body, never
 * in what the user edits, and only while something is drawn.
 */
let host: HTMLElement | null = null;
let root: ShadowRoot | null = null;
let ended: AbortController | undefined;
/** The fields that are drawn over in the top layer. */
const above = new Set<Element>();

const HOST_STYLE: Record<string, string> = {
  all: 'initial',
  position: 'absolute',
  inset: '0 auto auto 0',
  width: '0',
  height: '0',
  overflow: 'visible',
  background: 'none',
  'pointer-events': 'none',
  // Above the page, as the fields it covers may be anywhere; what is drawn is clipped to them.
  'z-index': '2147483646',
};

/** Adds an element to the overlay of this frame. */
export function addToOverlay(element: HTMLElement): void {
  openOverlay().append(element);
}

/** Removes what was drawn over a field, and the overlay with the last of it. */
export function removeFromOverlay(element: HTMLElement, field: Element): void {
  element.remove();
  above.delete(field);
  lift();
  if (root?.childElementCount === 0) {
    ended?.abort();
    host?.remove();
    host = null;
    root = null;
  }
}

/** Where the overlay's origin is in the viewport, whatever the page did to its root element. */
export function overlayOrigin(): DOMRect {
  // Its lengths are the viewport's, also where the page is drawn larger.
  if (!host) return new DOMRect();
  style(host, { zoom: `${1 / zoomOf(document.documentElement)}` });
  return host.getBoundingClientRect();
}

/**
 * Lifts the overlay into the top layer when a field is there (in a modal dialog, a popover or full
 * screen), above what came there before it; as long as none is, it stays in the page.
 */
export function liftOverlayFor(field: Element): void {
  const isOnTop = flatClosest(field, (one) => matches(one, ':modal, :popover-open, :fullscreen'));
  if (isOnTop) above.add(field);
  else above.delete(field);
  lift();
}

function lift(): void {
  if (!host?.isConnected) return;
  const lifted = host.matches(':popover-open');
  const wanted = above.size > 0;
  if (wanted === lifted) return;
  if (wanted) {
    host.popover = 'manual';
    host.showPopover();
  } else {
    host.hidePopover();
    host.removeAttribute('popover');
  }
}

function openOverlay(): ShadowRoot {
  if (!host || !root) {
    host = document.createElement('div');
    // The field has the same words: nobody is to hear, find, select or copy them twice.
    host.inert = true;
    root = host.attachShadow({ mode: 'closed' });
    style(host, HOST_STYLE);
    ended = new AbortController();
    notPrinted(host, ended.signal);
  }
  if (!host.isConnected) document.documentElement.append(host);
  return root;
}
