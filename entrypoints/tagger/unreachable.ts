import { patternOf } from '../../data/site-pattern';
import type { Probe } from '../wiring/messages/reading';
import { documentInside, frameElementOf, windowsAround } from './frames';
import { focusedElement } from './surfaces/focused-element';

const FRAMES = new Set(['iframe', 'frame', 'object', 'embed']);

/** The frame inside this page that the user is in, if it is one. */
export function focusedFrame(page: Document): Element | null {
  const focused = focusedElement(page);
  return focused && FRAMES.has(focused.localName) ? focused : null;
}

/**
 * Whether the user is in this frame, as those around it tell: also while the panel or the popup has
 * the keyboard. Of what lies in a page of another origin nobody can tell.
 */
export function isUserHere(): boolean {
  const leadsHere = (view: Window) =>
    view === view.top || focusedElement(view.parent.document) === frameElementOf(view);
  return windowsAround()?.every(leadsHere) === true && !focusedFrame(document);
}

/** Set where the user is in something that this frame cannot look into. */
export function unreachable(page: Document): Pick<Probe, 'unreachable' | 'closedSite'> {
  if (page.contentType === 'application/pdf') return { unreachable: 'pdf' };
  const frame = focusedFrame(page) as HTMLIFrameElement | null;
  if (!frame) return {};
  if (/pdf/.test(frame.getAttribute('type') ?? '')) return { unreachable: 'pdf' };
  if (documentInside(frame)) return {};
  const closedSite = siteOf(frame);
  return { unreachable: 'frame-closed', ...(closedSite && { closedSite }) };
}

/**
 * The site a frame was given, as a permission's pattern; where it went from there it does not tell.
 * A sandboxed frame is of no site, so permission for none opens it.
 */
export function siteOf(frame: HTMLIFrameElement): string | undefined {
  if (frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin'))
    return undefined;
  return patternOf(frame.src || (frame as unknown as HTMLObjectElement).data || '');
}
