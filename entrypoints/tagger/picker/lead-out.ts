import type { PickerCaret } from '../../wiring/messages/picker';

/** Firefox has it for documents alone. */
type SelectingRoot = Node & { getSelection?(): Selection | null };

/**
 * Puts the caret before or behind what is selected where somebody edits: the next letter would take
 * the place of the passage that was just tagged.
 *
 * @param element what has the keyboard; what nobody types into stays selected
 */
export function leadOut(element: Element | null, to: PickerCaret): void {
  if (!element) return;
  const field = element as Partial<HTMLTextAreaElement>;
  // Of a date, or anything else that has no caret, there is none.
  const at = to === 'start' ? field.selectionStart : field.selectionEnd;
  if (typeof at === 'number') {
    field.setSelectionRange?.(at, at);
    return;
  }
  if (!(element as HTMLElement).isContentEditable) return;
  const root = element.getRootNode() as SelectingRoot;
  const selection = root.getSelection?.() ?? element.ownerDocument.getSelection();
  if (!selection || selection.rangeCount === 0) return;
  if (to === 'start') selection.collapseToStart();
  else selection.collapseToEnd();
}
