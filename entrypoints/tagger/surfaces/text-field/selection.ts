import type { Span } from '../../../../data/passage';
import type { TextField } from '../field-rules';

/** What is selected in a field, as far as it can be told. */
export type FieldSelection =
  | { readonly span: Span }
  /** For fields that do not tell where in them something is selected; `''` where nothing is. */
  | { readonly words: string };

/**
 * What is selected in a field that has the focus. Fields for mail addresses and numbers keep the
 * place to themselves (HTML, section 4.10.20); the words alone the browser gives for every field.
 */
export function selectionIn(field: TextField): FieldSelection {
  const { selectionStart, selectionEnd } = field;
  if (selectionStart !== null && selectionEnd !== null) {
    return { span: { start: selectionStart, end: selectionEnd } };
  }
  const selection = field.ownerDocument.getSelection();
  // A range is never in a field: what one holds stands in the page.
  const words = selection?.isCollapsed ? selection.toString() : '';
  return { words: field.value.includes(words) ? words : '' };
}

/** Whether anything is selected in a field that has the focus. */
export function holdsSelection(field: TextField): boolean {
  const selection = selectionIn(field);
  if ('words' in selection) return selection.words !== '';
  return selection.span.start !== selection.span.end;
}
