/** Those in the window or near it, the lowest above them and the highest below. */
export function guardsAmong(
  entries: readonly IntersectionObserverEntry[],
): Map<Element, DOMRectReadOnly> {
  const guards = entries.filter(({ isIntersecting }) => isIntersecting);
  let above: IntersectionObserverEntry | undefined;
  let below: IntersectionObserverEntry | undefined;
  for (const entry of entries) {
    const { top, bottom } = entry.boundingClientRect;
    // What is not shown has no height.
    if (entry.isIntersecting || top === bottom) continue;
    if (bottom < innerHeight / 2) {
      if (!above || bottom > above.boundingClientRect.bottom) above = entry;
    } else if (!below || top < below.boundingClientRect.top) below = entry;
  }
  if (above) guards.push(above);
  if (below) guards.push(below);
  return new Map(guards.map(({ target, boundingClientRect }) => [target, boundingClientRect]));
}

/** Whether an element is elsewhere, or otherwise, than it was seen before. */
export function hasMoved(
  { boundingClientRect: now }: IntersectionObserverEntry,
  before: DOMRectReadOnly | undefined,
): boolean {
  return (
    !before || now.top !== before.top || now.left !== before.left || now.bottom !== before.bottom
  );
}
