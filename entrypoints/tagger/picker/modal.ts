import { flatClosest } from '../surfaces/flat-tree';
import { focusedElement } from '../surfaces/focused-element';

/**
 * The modal dialog in front, which makes everything outside of it inert: the one in which the focus
 * or the selection is, also where it stands in an open shadow root; else the last in the document.
 */
export function modalInFront(): HTMLDialogElement | null {
  for (const start of [focusedElement(document), getSelection()?.anchorNode ?? null]) {
    const modal = flatClosest(start, (element) => element.matches('dialog:modal'));
    if (modal) return modal as HTMLDialogElement;
  }
  return [...document.querySelectorAll<HTMLDialogElement>('dialog:modal')].at(-1) ?? null;
}
