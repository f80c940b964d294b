import { isElement } from '../surfaces/flat-tree';
import type { Stretch } from './stretch';

/** Strokes by the element around each that has a box, which can be observed. */
export function byBox<Stroke extends { readonly stretch: Stretch }>(
  some: readonly Stroke[],
): Map<Element, Stroke[]> {
  const found = new Map<Element, Stroke[]>();
  for (const one of some) {
    const box = boxOf(one.stretch);
    const others = found.get(box);
    if (others) others.push(one);
    else found.set(box, [one]);
  }
  return found;
}

const boxes = new WeakMap<Element, Element>();

/** The element around all of a stretch that has a box which can be observed. */
function boxOf({ around }: Stretch): Element {
  const parent = (isElement(around) ? around : around.parentElement) ?? document.documentElement;
  let box = boxes.get(parent);
  if (!box) {
    box = parent;
    while (box.parentElement && getComputedStyle(box).display === 'contents') {
      box = box.parentElement;
    }
    boxes.set(parent, box);
  }
  return box;
}
