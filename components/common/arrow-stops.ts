import { isLetter } from './keys';

/** What the arrow keys stop at carries this attribute. */
const STOP = '[data-stop]';

/** What has a caret: text fields, and dates, whose parts are typed. */
const TEXT_FIELD =
  'textarea, input:not([type=checkbox], [type=radio], [type=file], [type=button]), [contenteditable]';

/** What is folded away still has a box in Chromium, but takes no focus. */
const visible = (element: HTMLElement) => element.checkVisibility();

/**
 * Moves the focus to the next or previous stop inside a container, or back to its home field.
 *
 * @param step 1 for down, -1 for up
 * @returns the stop that has the focus now; `null` where the focus went home or stayed
 */
export function moveStop(
  container: HTMLElement,
  home: HTMLElement | null,
  step: 1 | -1,
): HTMLElement | null {
  const stops = [...container.querySelectorAll<HTMLElement>(STOP)].filter(visible);
  const current = currentStop();
  const at = current ? stops.indexOf(current) : -1;
  const target = stops[at < 0 ? (step > 0 ? 0 : -1) : at + step];
  if (!target) {
    if (step < 0) home?.focus();
    return null;
  }
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'nearest' });
  return target;
}

/** The stop the focus is on, if any. */
export function currentStop(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>(STOP) ?? null;
}

/** Whether a key press is a character meant for a text field. */
export function isTyping(event: KeyboardEvent): boolean {
  return event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
}

/** Whether a key press takes back what was done last: Ctrl and Z, or Command and Z. */
export function isUndo(event: KeyboardEvent): boolean {
  const { ctrlKey, metaKey, shiftKey, altKey } = event;
  return isLetter(event, 'z') && (ctrlKey || metaKey) && !shiftKey && !altKey;
}

/** Whether text is typed into an element. */
export function isEditing(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(TEXT_FIELD);
}
