import { childrenOf, parentOf, rootOf, shadowRootOf, siblingOf, slotOf } from './node-itself';

/**
 * The flat tree: what a page shows, with open shadow roots in place of their hosts' children and
 * slotted nodes in place of their slots (CSS Shadow Module Level 1, section 2.3).
 */

const ELEMENT = 1;
const TEXT = 3;
const CDATA = 4;
const SHADOW_ROOT = 11;

/**
 * Whether a node is an element, by its type: a node of another frame is of other classes. Instead of
 * its type a form gives a field of that name; to ask around that would cost something for each node.
 */
export function isElement(node: Node): node is Element {
  const { nodeType } = node;
  return nodeType === ELEMENT || typeof nodeType === 'object';
}

/** Whether a node is text of its own, by its type, too: XHTML also has it in CDATA sections. */
export function isText(node: Node): node is Text {
  return node.nodeType === TEXT || node.nodeType === CDATA;
}

/** The open shadow root whose nodes an element shows in place of its own; `null` where it has none. */
function shadowOf(node: Node): ShadowRoot | null {
  return isElement(node) ? shadowRootOf(node) : null;
}

/** A node's children as they are shown. */
export function flatChildren(node: Node): ArrayLike<Node> {
  if (!isElement(node)) return node.childNodes;
  const shadow = shadowRootOf(node);
  if (shadow) return shadow.childNodes;
  if (node.localName === 'slot') {
    const assigned = (node as HTMLSlotElement).assignedNodes?.() ?? [];
    if (assigned.length > 0) return assigned;
  }
  return childrenOf(node);
}

/**
 * A node's parent as it is shown, a shadow root's host for the root itself; `null` at the top, and
 * for a child that no slot shows.
 */
export function flatParent(node: Node): Node | null {
  if (node.nodeType === SHADOW_ROOT) return (node as Partial<ShadowRoot>).host ?? null;
  const slot = slotAround(node);
  if (slot) return slot;
  const parent = parentOf(node);
  if (!parent) return null;
  if (parent.nodeType === SHADOW_ROOT) return (parent as Partial<ShadowRoot>).host ?? null;
  return shadowOf(parent) ? null : parent;
}

/** The nearest element around a node, or itself, of which something holds; `null` where it does of none. */
export function flatClosest(node: Node | null, holds: (element: Element) => boolean) {
  for (let at = node; at; at = flatParent(at)) if (isElement(at) && holds(at)) return at;
  return null;
}

/** The node that is shown after this one and everything inside it. */
export function flatFollowing(node: Node): Node | null {
  for (let at: Node | null = node; at; at = flatParent(at)) {
    const next = nextSibling(at);
    if (next) return next;
  }
  return null;
}

/** The node that comes next, first inside, then after. */
export function flatNext(node: Node): Node | null {
  return flatChildren(node)[0] ?? flatFollowing(node);
}

function nextSibling(node: Node): Node | null {
  const slot = slotAround(node);
  if (!slot) return siblingOf(node);
  const siblings = slot.assignedNodes();
  return siblings[siblings.indexOf(node as Element | Text) + 1] ?? null;
}

function slotAround(node: Node): HTMLSlotElement | null | undefined {
  return isElement(node) ? slotOf(node) : (node as Partial<Slottable>).assignedSlot;
}

/**
 * The trees that elements are shown in, the document among them. What scrolls in a shadow root is
 * heard of only there, and that an image has come not in the window either, which has a `load` of
 * its own.
 */
export function rootsAround(elements: Iterable<Element>): Set<Node> {
  const seen = new Set<Node>();
  for (const element of elements) {
    for (let at: Node | null = element; at && !seen.has(at); at = flatParent(at)) seen.add(at);
  }
  const roots = new Set<Node>([document]);
  for (const node of seen) roots.add(rootOf(node));
  return roots;
}
