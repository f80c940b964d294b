import type { Probe } from './messages';
import { focusedElement } from './surfaces/field-rules';

const FRAMES = new Set(['iframe', 'frame', 'object', 'embed']);

/** The frame inside this page that the user is in, if it is one. */
export function focusedFrame(page: Document): Element | null {
  const focused = focusedElement(page);
  return focused && FRAMES.has(focused.localName) ? focused : null;
}

/** Set where the user is in something that this frame cannot look into. */
export function unreachable(page: Document): Probe['unreachable'] {
  if (page.contentType === 'application/pdf') return 'pdf';
  const frame = focusedFrame(page) as HTMLIFrameElement | null;
  if (!frame) return undefined;
  if (/pdf/.test(frame.getAttribute('type') ?? '')) return 'pdf';
  return canLookInto(frame) ? undefined : 'frame-closed';
}

function canLookInto(frame: HTMLIFrameElement): boolean {
  try {
    return frame.contentDocument !== null;
  } catch {
    return false;
  }
}
