import { documentInside } from '../frames';

/** What has the keyboard, also inside open shadow roots and frames that can be looked into. */
export function focusNow(): Element | null {
  let element = document.activeElement;
  for (;;) {
    const inside = element?.shadowRoot ?? documentInside(element);
    const focused = inside?.activeElement as HTMLElement | null | undefined;
    // A body nobody can type into takes no focus; then the frame as a whole has it.
    if (!focused || (focused.localName === 'body' && !focused.isContentEditable)) return element;
    element = focused;
  }
}
