import type { Span } from '../../../../data/passage';
import { isTextField, type TextField } from '../field-rules';

/** What is selected in a field, as far as it can be told. */
export type FieldSelection =
  | { readonly span: Span }
  /** For fields that do not tell where in them something is selected; `''` where nothing is. */
  | { readonly words: string };

/**
 * What is selected in a field that has the focus, or is disabled and can have none. Fields for mail
 * addresses and numbers keep the place to themselves (HTML, section 4.10.20), and a disabled one
 * tells of the place it had before; the words alone the browser gives for every field.
 */
export function selectionIn(field: TextField): FieldSelection {
  const { selectionStart, selectionEnd } = field;
  if (selectionStart !== null && selectionEnd !== null && !isDisabled(field)) {
    return { span: { start: selectionStart, end: selectionEnd } };
  }
  const selection = field.ownerDocument.getSelection();
  // A range is never in a field: what one holds stands in the page.
  const words = selection?.isCollapsed ? selection.toString() : '';
  return { words: field.value.includes(words) ? words : '' };
}

/**
 * The disabled field that the mouse selected something in, as in a review that was handed in: in
 * Chromium, the page's selection then stands before the field, and holds its words.
 */
export function disabledFieldSelected(page: Document): TextField | null {
  const selection = page.getSelection();
  if (selection?.type !== 'Range') return null;
  let at = standsBefore(selection);
  // From outside a shadow root it stands before the host, and only the root tells where within.
  while (at instanceof Element && at.shadowRoot) at = standsBefore(selectionOf(at.shadowRoot));
  return at instanceof Element && isTextField(at) && isDisabled(at) ? at : null;
}

/** What a selection stands before that looks as if nothing were selected. */
function standsBefore(selection: Selection | null): Node | null {
  if (!selection?.isCollapsed) return null;
  return selection.anchorNode?.childNodes[selection.anchorOffset] ?? null;
}

/** The selection as a root tells it, which Chromium's alone do. */
function selectionOf(root: ShadowRoot & { getSelection?(): Selection | null }): Selection | null {
  return root.getSelection?.() ?? null;
}

/** Whether a field is disabled, be it by what it stands in. */
export function isDisabled(field: TextField): boolean {
  return field.matches(':disabled');
}

/** Whether anything is selected in a field that has the focus, or is disabled. */
export function holdsSelection(field: TextField): boolean {
  const selection = selectionIn(field);
  if ('words' in selection) return selection.words !== '';
  return selection.span.start !== selection.span.end;
}
