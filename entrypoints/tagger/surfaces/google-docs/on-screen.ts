import { EDITOR, OTHERS_CARET, OWN_CARET, OWN_SELECTION_FILLS, SELECTION_RECTANGLE } from './names';

/** Whether the user has something selected, as far as it can be seen. */
export type Seen = 'some' | 'none' | 'unknown';

/**
 * Looks for the user's selection among what is drawn. Other people's have other colours. Where the
 * user's caret is on screen with nothing drawn around it, nothing is selected; a selection that is
 * scrolled away is not drawn at all, so otherwise nothing is known.
 */
export function selectionSeen(page: Document): Seen {
  const drawn = selectionRectangles(page);
  if (drawn.some(isOwn)) return 'some';
  const unknownFill = drawn.length > 0 && page.querySelector(OTHERS_CARET) === null;
  if (unknownFill) return 'unknown';
  return caretInView(page) ? 'none' : 'unknown';
}

/** Where the user's selection ends on screen; `null` where none is drawn in view. */
export function selectionRect(page: Document): DOMRect | null {
  const view = page.querySelector(EDITOR)?.getBoundingClientRect();
  const rects = selectionRectangles(page)
    .filter(isOwn)
    .map((one) => one.getBoundingClientRect())
    .filter((one) => one.width > 0 && view && one.bottom > view.top && one.top < view.bottom)
    .sort((a, b) => a.bottom - b.bottom || a.right - b.right);
  return rects.at(-1) ?? null;
}

/** What changes on screen when the user is taken somewhere: how far it is scrolled, what is selected. */
export function situation(page: Document): string {
  const caret = page.querySelector(OWN_CARET)?.getBoundingClientRect();
  const own = selectionRectangles(page).filter(isOwn);
  const rects = [caret, ...own.map((one) => one.getBoundingClientRect())];
  return JSON.stringify([page.querySelector(EDITOR)?.scrollTop, rects]);
}

function selectionRectangles(page: Document): Element[] {
  return [...page.querySelectorAll(SELECTION_RECTANGLE)].filter((one) => !one.closest('clipPath'));
}

function isOwn(rectangle: Element): boolean {
  const fill = rectangle.getAttribute('fill') ?? '';
  return OWN_SELECTION_FILLS.includes(fill.replaceAll(' ', '').toLowerCase());
}

function caretInView(page: Document): boolean {
  const caret = page.querySelector(OWN_CARET)?.getBoundingClientRect();
  const view = page.querySelector(EDITOR)?.getBoundingClientRect();
  if (!caret || !view || caret.height === 0) return false;
  return caret.top >= view.top && caret.bottom <= view.bottom;
}
