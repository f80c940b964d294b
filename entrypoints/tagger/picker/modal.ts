import { flatParent, isElement } from '../surfaces/flat-tree';
import { focusedElement } from '../surfaces/focused-element';

/**
 * The modal dialog in front, which makes everything outside of it inert: the one in which the focus
 * or the selection is, also where it stands in an open shadow root; else the last in the document.
 */
export function modalInFront(): HTMLDialogElement | null {
  for (const start of [focusedElement(document), getSelection()?.anchorNode ?? null]) {
    for (let node: Node | null = start; node; node = flatParent(node)) {
      if (isElement(node) && node.matches('dialog:modal')) return node as HTMLDialogElement;
    }
  }
  return [...document.querySelectorAll<HTMLDialogElement>('dialog:modal')].at(-1) ?? null;
}
