import type { Box } from './messages';

/** As wide as the form is read at a glance; narrower windows get what they have. */
const WIDTH = 392;
/** Between the picker and the selection, and between it and the window's edge. */
const GAP = 8;
/** Above this the picker scrolls. */
const MAX_HEIGHT = 560;

/**
 * Where to put the picker: below the box if it fits there, else above, else at the right edge, where
 * it covers least of what is read; always wholly inside the window.
 *
 * @param box what it belongs to, CSS pixels of the viewport; `null` for the upper right corner
 * @param height what the picker would like
 */
export function placeBeside(
  box: Box | null,
  height: number,
  viewport: { width: number; height: number },
): Box {
  const width = Math.min(WIDTH, viewport.width - 2 * GAP);
  const wanted = Math.min(height, MAX_HEIGHT, viewport.height - 2 * GAP);
  const right = viewport.width - width - GAP;
  if (!box) return { x: right, y: GAP, width, height: wanted };
  const lowest = viewport.height - wanted - GAP;
  const below = box.y + box.height + GAP;
  const above = box.y - wanted - GAP;
  const fits = below <= lowest || above >= GAP;
  const x = fits ? Math.max(GAP, Math.min(box.x, right)) : right;
  const y = below <= lowest ? below : above >= GAP ? above : lowest;
  return { x, y: Math.max(GAP, Math.min(y, lowest)), width, height: wanted };
}
