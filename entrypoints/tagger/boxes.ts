import type { Box } from '../wiring/messages/reading';
import { frameElementOf } from './frames';

/**
 * A rectangle of this frame's viewport as one of the top frame's, through the frames between them.
 * `null` where one of those is of another origin, which hides where it stands.
 */
export function boxInTop(rect: DOMRect | undefined): Box | null {
  if (!rect) return null;
  let { x, y, width, height } = rect;
  for (let view: Window = window; view !== view.top; view = view.parent as Window) {
    const element = frameElementOf(view);
    const parent = element?.ownerDocument.defaultView;
    if (!element || !parent) return null;
    const outer = element.getBoundingClientRect();
    const style = parent.getComputedStyle(element);
    // A frame may be drawn at another size than it has, by `transform` or `zoom`.
    const scaleX = element.offsetWidth > 0 ? outer.width / element.offsetWidth : 1;
    const scaleY = element.offsetHeight > 0 ? outer.height / element.offsetHeight : 1;
    x = outer.x + (element.clientLeft + Number.parseFloat(style.paddingLeft) + x) * scaleX;
    y = outer.y + (element.clientTop + Number.parseFloat(style.paddingTop) + y) * scaleY;
    width *= scaleX;
    height *= scaleY;
  }
  return { x, y, width, height };
}
