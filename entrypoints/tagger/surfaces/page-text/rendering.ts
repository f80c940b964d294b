/** How an element takes part in the text: not at all, within a line, or as lines of its own. */
export type Flow = 'hidden' | 'inline' | 'block';

/** What becomes of white space: CSS Text Level 4, `white-space-collapse`. */
export type WhiteSpace = 'collapse' | 'preserve' | 'preserve-breaks';

export interface Rendering {
  readonly flow: Flow;
  /** False where the element's own text is invisible; a descendant may be visible again. */
  readonly visible: boolean;
  readonly whiteSpace: WhiteSpace;
}

/**
 * Elements whose text is no part of the page's: never shown, or shown by something else than the
 * page's own text (form fields are a surface of their own, frames have their own tagger).
 */
const SILENT = new Set([
  'audio',
  'canvas',
  'datalist',
  'embed',
  'head',
  'iframe',
  'input',
  'meter',
  'noscript',
  'object',
  'progress',
  'script',
  'select',
  'style',
  'template',
  'textarea',
  'title',
  'video',
]);

/** `display` values that leave an element in the line it stands in (CSS Display Level 3). */
const INLINE = /^(?:inline|contents|ruby|math$)/;

const HIDDEN: Rendering = { flow: 'hidden', visible: false, whiteSpace: 'collapse' };

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
  const flow = INLINE.test(display) ? 'inline' : 'block';
  const visible = style.visibility === 'visible';
  const collapse = (style as { whiteSpaceCollapse?: string }).whiteSpaceCollapse ?? '';
  const whiteSpace: WhiteSpace =
    collapse === 'collapse' || collapse === ''
      ? 'collapse'
      : collapse === 'preserve-breaks'
        ? 'preserve-breaks'
        : 'preserve';
  const key = `${flow}${visible}${whiteSpace}`;
  let rendering = shared.get(key);
  if (!rendering) {
    rendering = { flow, visible, whiteSpace };
    shared.set(key, rendering);
  }
  return rendering;
}
