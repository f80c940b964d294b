import { documentInside } from '../frames';

/**
 * So often a picker asks for the keyboard again that the page took from it. Editors that fight for it
 * do so at once or every fraction of a second; against one that never tires asking is in vain.
 */
const TRIES = 30;

/**
 * Keeps the keyboard with a picker that was opened to be typed in. Some editors and dialogs take
 * their focus back, and what is meant for the picker would be written in place of the passage that
 * is selected. A click beside the picker gives the keyboard to the page; until then what is typed
 * there is lost, and Escape closes the picker. Events that the page makes itself count for nothing.
 *
 * @param host what has the focus when the picker's frame has it
 * @param focus asks for the keyboard
 * @param onTaken the page has taken it so often that it is not asked for any more
 */
export function keepKeyboard(
  host: HTMLElement,
  focus: () => void,
  onTaken: () => void,
  close: () => void,
  signal: AbortSignal,
): void {
  let tries = 0;
  let left = false;
  const isLost = () => !left && isSeen(host) && !hasKeyboard(host);
  const options = { signal, capture: true };
  addEventListener(
    'pointerdown',
    (event) => {
      if (event.isTrusted && !event.composedPath().includes(host)) left = true;
    },
    options,
  );
  // A click into the frame is the frame's own; the page only hears that its window has lost the focus.
  addEventListener(
    'blur',
    () => {
      if (hasKeyboard(host)) left = false;
    },
    options,
  );
  addEventListener(
    'focusin',
    ({ isTrusted }) => {
      if (!isTrusted || !isLost()) return;
      tries++;
      if (tries <= TRIES) focus();
      else if (tries === TRIES + 1) onTaken();
    },
    options,
  );
  addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || !isLost()) return;
      if (event.key === 'Escape') close();
      else if (writes(event)) swallow(event);
    },
    options,
  );
  addEventListener(
    'beforeinput',
    (event) => {
      if (isLost()) swallow(event);
    },
    options,
  );
}

/** Whether the page still has the picker, and shows it: its dialog may be closed, or taken away. */
export function isSeen(host: Element): boolean {
  return host.isConnected && host.checkVisibility();
}

/** Whether the keyboard is with an element or, if it holds a frame, in that. */
export function hasKeyboard(host: Element): boolean {
  return (host.getRootNode() as Document | ShadowRoot).activeElement === host;
}

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

/** Whether a key may write something; shortcuts of the browser go their way. */
function writes({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  return key.length === 1 || ['Enter', 'Backspace', 'Delete', 'Tab'].includes(key);
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
