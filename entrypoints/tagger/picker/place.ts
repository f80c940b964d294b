import type { Box } from '../../wiring/messages/reading';

/** As wide as the form is read at a glance; narrower windows get what they have. */
const WIDTH = 392;
/** Between the picker and the selection, and between it and the window's edge. */
const GAP = 8;
/** Above this the picker scrolls. */
const MAX_HEIGHT = 640;

/** What else decides where a picker stands. */
interface Standing {
  /** Where it stands, if it does. */
  readonly before?: Box | null;
  /** Whether the pointer has to come to it from the box, and the way must not be far. */
  readonly isPointedAt?: boolean;
}

/**
 * Where to put the picker: below the box if it fits there, else above, else at the right edge, where
 * it covers least of what is read, or, if the pointer is to reach it, right beside the box; always
 * wholly inside the window. Once placed it stays for as long as it fits there: whoever types in it
 * looks at its field, and its height changes with every letter.
 *
 * @param box what it belongs to, CSS pixels of the viewport; `null` for the upper right corner
 * @param height what the picker would like
 */
export function placeBeside(
  box: Box | null,
  height: number,
  viewport: { width: number; height: number },
  { before = null, isPointedAt = false }: Standing = {},
): Box {
  const width = Math.min(WIDTH, viewport.width - 2 * GAP);
  const wanted = Math.min(height, MAX_HEIGHT, viewport.height - 2 * GAP);
  const right = viewport.width - width - GAP;
  const lowest = viewport.height - wanted - GAP;
  if (before && before.y <= lowest) return { ...before, height: wanted };
  if (!box) return { x: right, y: GAP, width, height: wanted };
  const below = box.y + box.height + GAP;
  const above = box.y - wanted - GAP;
  const fits = below <= lowest || above >= GAP;
  const aside = isPointedAt ? nearestAside(box, width, right) : right;
  const x = fits ? Math.max(GAP, Math.min(box.x, right)) : aside;
  const y = below <= lowest ? below : above >= GAP ? above : lowest;
  return { x, y: Math.max(GAP, Math.min(y, lowest)), width, height: wanted };
}

/** Beside a box, on the side where less of it is covered, as near to it as it may be. */
function nearestAside(box: Box, width: number, right: number): number {
  const end = box.x + box.width;
  const onRight = Math.max(GAP, Math.min(end + GAP, right));
  const onLeft = Math.min(right, Math.max(GAP, box.x - width - GAP));
  const coveredOnRight = Math.max(0, end - onRight);
  const coveredOnLeft = Math.max(0, onLeft + width - box.x);
  return coveredOnLeft < coveredOnRight ? onLeft : onRight;
}
