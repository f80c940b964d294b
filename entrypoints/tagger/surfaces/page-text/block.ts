import { flatChildren, isElement, isText } from '../flat-tree';
import { allIn, shadowRootOf } from '../node-itself';
import { type Rendering, renderingOf } from './rendering';
import { type Run, RunBuilder } from './run';

/** An element with lines of its own: its runs and the blocks between them, in the order shown. */
export interface Block {
  readonly element: Element;
  rendering: Rendering | null;
  items: (Run | Block)[];
  /** How the elements within its lines, and the hidden ones, were rendered when it was read. */
  inner: Map<Element, Rendering> | null;
  /** True where it has to be read (again). */
  dirty: boolean;
  /** True while it waits to be read. */
  queued: boolean;
}

/** What is met while a block is read, besides its text. */
export interface Encounters {
  /** The block of an element with lines of its own, as it is rendered now. */
  blockOf(element: Element, rendering: Rendering): Block;
  /** An element that stands in the lines of another. */
  inline(element: Element): void;
  /** An element whose children are read, and so its shadow root's if it has one. */
  opened(element: Element): void;
  /** An element whose text is left out. */
  hidden(element: Element): void;
}

/** Reads a block's own lines; the blocks in it are left to be read on their own. */
export function readBlock(block: Block, met: Encounters): void {
  const items: (Run | Block)[] = [];
  const builder = new RunBuilder();
  let inner: Map<Element, Rendering> | null = null;

  const finish = () => {
    const run = builder.finish();
    if (run) items.push(run);
  };
  const readChildren = (parent: Element, rendering: Rendering) => {
    met.opened(parent);
    const children = flatChildren(parent);
    for (let index = 0; index < children.length; index++) {
      const child = children[index] as Node;
      if (isText(child)) {
        if (rendering.visible) builder.add(child, rendering.whiteSpace);
      } else if (isElement(child)) {
        readElement(child);
      }
    }
  };
  const readElement = (element: Element) => {
    const rendering = renderingOf(element);
    if (rendering.flow === 'block') {
      finish();
      items.push(met.blockOf(element, rendering));
      return;
    }
    met.inline(element);
    inner ??= new Map();
    inner.set(element, rendering);
    if (rendering.flow === 'hidden') met.hidden(element);
    else if (!rendering.selectable && isPassedOver(element)) return;
    else if (element.localName === 'br') builder.break();
    else readChildren(element, rendering);
  };

  const rendering = renderingOf(block.element);
  if (rendering.flow !== 'hidden') readChildren(block.element, rendering);
  finish();
  Object.assign(block, { rendering, items, inner, dirty: false });
}

/**
 * Whether a mark in a line, such as a footnote's number, is left out of what is selected around it, as
 * the browser leaves it out of a copy. What holds anything that can be selected or written in is read.
 */
function isPassedOver(element: Element): boolean {
  const parent = element.parentElement;
  if (!parent || shadowRootOf(element) || getComputedStyle(parent).userSelect === 'none')
    return false;
  if (allIn(element, 'textarea, input, [contenteditable]').length > 0) return false;
  return Array.from(allIn(element, '*')).every(
    (one) => !shadowRootOf(one) && !/text|all|contain/.test(getComputedStyle(one).userSelect),
  );
}
