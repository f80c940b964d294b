/** How an element takes part in the text: not at all, within a line, or as lines of its own. */
export type Flow = 'hidden' | 'inline' | 'block';

/** What becomes of white space: CSS Text Level 4, `white-space-collapse`. */
export type WhiteSpace = 'collapse' | 'preserve' | 'preserve-breaks';

export interface Rendering {
  readonly flow: Flow;
  /** False where the element's own text is invisible; a descendant may be visible again. */
  readonly visible: boolean;
  readonly whiteSpace: WhiteSpace;
  /** False for what stands in a line and cannot be selected. */
  readonly selectable: boolean;
}

/**
 * Elements whose text is no part of the page's: never shown, or shown by something else than the
 * page's own text (form fields are a surface of their own, frames have their own tagger).
 */
const SILENT = new Set([
  'audio',
  'canvas',
  'clipPath',
  'datalist',
  'defs',
  'desc',
  'embed',
  'head',
  'iframe',
  'input',
  'marker',
  'mask',
  'metadata',
  'meter',
  'noscript',
  'object',
  'pattern',
  'progress',
  'script',
  'select',
  'style',
  'symbol',
  'template',
  'textarea',
  'title',
  'video',
]);

/** `display` values that leave an element in the line it stands in (CSS Display Level 3). */
const INLINE = /^(?:inline|contents|ruby|math$)/;

/**
 * What stays in its line also where `float` or `position` makes a block of it: a drop cap, words
 * for a screen reader.
 */
const PHRASING = new Set(
  'a abbr b bdi bdo cite code em i kbd label mark q s small span strong sub sup u'.split(' '),
);

const HIDDEN: Rendering = {
  flow: 'hidden',
  visible: false,
  whiteSpace: 'collapse',
  selectable: true,
};

const shared = new Map<string, Rendering>();

/**
 * Reads how an element is rendered now. What has `display: none` is left out, because editors keep
 * hidden copies of the document there. `aria-hidden` is not: a page sets it on all its text while
 * a dialog is open. A closed `<details>` or `hidden=until-found` is not `display: none`, and its
 * text is found like any other.
 */
export function renderingOf(element: Element): Rendering {
  if (SILENT.has(element.localName)) return HIDDEN;
  const style = getComputedStyle(element);
  const { display } = style;
  if (display === 'none') return HIDDEN;
  const flow = INLINE.test(display) || isTakenOut(element, style) ? 'inline' : 'block';
  const visible = style.visibility === 'visible';
  const collapse = (style as { whiteSpaceCollapse?: string }).whiteSpaceCollapse ?? '';
  const whiteSpace: WhiteSpace =
    collapse === 'collapse' || collapse === ''
      ? 'collapse'
      : collapse === 'preserve-breaks'
        ? 'preserve-breaks'
        : 'preserve';
  // Of larger parts pages forbid it for a while, as when something is dragged: those are read anyway.
  const selectable = flow === 'block' || style.userSelect !== 'none';
  const key = `${flow}${visible}${whiteSpace}${selectable}`;
  let rendering = shared.get(key);
  if (!rendering) {
    rendering = { flow, visible, whiteSpace, selectable };
    shared.set(key, rendering);
  }
  return rendering;
}

function isTakenOut(
  element: Element,
  { display, cssFloat, position }: CSSStyleDeclaration,
): boolean {
  if (display !== 'block' || !PHRASING.has(element.localName)) return false;
  return cssFloat !== 'none' || position === 'absolute' || position === 'fixed';
}
