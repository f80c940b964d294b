/**
 * What a node itself says. A form gives a field named `parentNode` in place of its parent (Web IDL,
 * `LegacyOverrideBuiltIns`): who goes up from there goes in a circle for ever. So where any element may
 * be asked, it is asked by what its class has of that name.
 */

/** Its parent; `null` at the top of a tree. */
export const parentOf = asked<Node, ParentNode | null>('Node', 'parentNode');

/** Its children. */
export const childrenOf = asked<Node, NodeListOf<ChildNode>>('Node', 'childNodes');

/** The node behind it that has the same parent. */
export const siblingOf = asked<Node, ChildNode | null>('Node', 'nextSibling');

/** Its open shadow root. */
export const shadowRootOf = asked<Element, ShadowRoot | null>('Element', 'shadowRoot');

/** The slot of a shadow tree that shows an element. */
export const slotOf = asked<Element, HTMLSlotElement | null>('Element', 'assignedSlot');

/** Its name, in HTML in lower-case letters. */
export const nameOf = asked<Element, string>('Element', 'localName');

/** How high all of it is, in pixels, and how far that is scrolled; the same from side to side. */
export const scrollHeightOf = asked<Element, number>('Element', 'scrollHeight');
export const scrollWidthOf = asked<Element, number>('Element', 'scrollWidth');
export const clientHeightOf = asked<Element, number>('Element', 'clientHeight');
export const clientWidthOf = asked<Element, number>('Element', 'clientWidth');
export const scrollTopOf = asked<Element, number>('Element', 'scrollTop');
export const scrollLeftOf = asked<Element, number>('Element', 'scrollLeft');

type ClassName = 'Node' | 'Element';

/** Whether it is one of those that a selector names. */
export function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

/** Where it is in the window. */
export function rectOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}

/** The top of the tree it stands in. */
export function rootOf(node: Node): Node {
  return Node.prototype.getRootNode.call(node);
}

/** An attribute of it; `null` where it has none of that name. */
export function attributeOf(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

/** Whether it has a box, and nothing around it keeps that from being drawn. */
export function isRendered(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element);
}

/** Scrolls what is around it until it can be seen. */
export function scrollToIt(element: Element, how: ScrollIntoViewOptions): void {
  Element.prototype.scrollIntoView.call(element, how);
}

/** Scrolls what is in it. */
export function scrollBy(element: Element, how: ScrollToOptions): void {
  const { scrollBy } = Element.prototype as { scrollBy(how: ScrollToOptions): void };
  scrollBy.call(element, how);
}

/** What in it a selector names. */
export function allIn(element: Element, selector: string): NodeListOf<Element> {
  return Element.prototype.querySelectorAll.call(element, selector);
}

function asked<T extends object, R>(of: ClassName, property: keyof T & string): (node: T) => R {
  // Tests run with less of a DOM, or with none.
  const { prototype } = globalThis[of] ?? {};
  const get = prototype && Object.getOwnPropertyDescriptor(prototype, property)?.get;
  if (!get) return (node) => node[property] as R;
  return (node) => get.call(node) as R;
}
