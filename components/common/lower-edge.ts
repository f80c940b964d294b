const scrolling = new WeakMap<Element, Element | null>();

/** Where the box that an element scrolls in ends in the window, or the window itself; CSS pixels. */
export function lowerEdge(element: Element): number {
  const parent = element.parentElement;
  if (!parent) return innerHeight;
  let box = scrolling.get(parent);
  if (box === undefined) {
    box = scrollerOf(parent);
    scrolling.set(parent, box);
  }
  return Math.min(innerHeight, box?.getBoundingClientRect().bottom ?? innerHeight);
}

function scrollerOf(element: Element): Element | null {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return null;
}
