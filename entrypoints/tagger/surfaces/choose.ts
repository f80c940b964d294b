import { isInputProxy, isSecretField, isTextField, type TextField } from './field-rules';
import { focusedElement } from './focused-element';
import { isGoogleDocs, isGoogleDocsInput } from './google-docs';
import { disabledFieldSelected, holdsSelection, isDisabled } from './text-field/selection';

/** Where the selection is, as far as the surface goes. */
export type Choice =
  | { readonly on: 'page' }
  | { readonly on: 'google-docs' }
  | { readonly on: 'field'; readonly field: TextField }
  | { readonly on: 'secret-field' };

/**
 * Decides, when the user asks, which surface the selection is in. A field counts where it has the
 * focus, unless nothing in it is selected and something else is; a secret one always. A disabled
 * one, which can have no focus, counts where something in it is selected.
 */
export function chooseSurface(page: Document): Choice {
  const focused = focusedElement(page);
  if (focused && isTextField(focused) && !isInputProxy(focused)) {
    if (isSecretField(focused)) return { on: 'secret-field' };
    const elsewhere = page.getSelection()?.type === 'Range';
    if (holdsSelection(focused) || !elsewhere) return { on: 'field', field: focused };
  }
  const disabled = disabledFieldSelected(page);
  if (disabled) {
    return isSecretField(disabled) ? { on: 'secret-field' } : { on: 'field', field: disabled };
  }
  return { on: isGoogleDocs() ? 'google-docs' : 'page' };
}

/** Whether anything is selected here; quick, and right about fields and open shadow roots too. */
export function hasSelection(page: Document): boolean {
  const choice = chooseSurface(page);
  // One that is focused in a frame without the keyboard is not where the user is.
  if (choice.on === 'secret-field') return page.hasFocus();
  if (choice.on === 'field') return holdsSelection(choice.field);
  if (choice.on !== 'page') return true;
  const selection = page.getSelection();
  if (!selection) return false;
  // In a shadow root the selection looks collapsed from outside, but not to `type`.
  return selection.type === 'Range' || !selection.isCollapsed;
}

/** Whether what is selected stands where the user writes. */
export function isBeingWritten(page: Document): boolean {
  const choice = chooseSurface(page);
  if (choice.on === 'field') return !choice.field.readOnly && !isDisabled(choice.field);
  const node = page.getSelection()?.anchorNode ?? null;
  const element = node?.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  // In a shadow root the selection is not told from outside, but the focus is.
  return [element, focusedElement(page)].some(
    (one) => (one as HTMLElement | null)?.isContentEditable === true,
  );
}

/** Whether this frame only takes the keys for a surface in another one, and has no text of its own. */
export function isInputElsewhere(): boolean {
  return isGoogleDocsInput();
}
