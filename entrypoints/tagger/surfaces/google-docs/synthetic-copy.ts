import { copiedText } from './copied-text';
import { INPUT, INPUT_FRAME, READ_ONLY_INPUT } from './names';

/** The window in the hidden frame, with the constructors its events have to be made by. */
type InputWindow = Window & typeof globalThis;

/** The element of the hidden frame that gets the user's copy events, and its window. */
export interface Input {
  readonly element: HTMLElement;
  readonly view: InputWindow;
}

/** What a copy made by a script came to. */
export interface Copied {
  /** The selected words; empty where there are none, or where they were not given. */
  readonly text: string;
  /** Whether the editor took the event for itself, words or none. */
  readonly handled: boolean;
}

export const NOT_COPIED: Copied = { text: '', handled: false };

/** Looked up anew each time: the editor may replace the frame. */
export function findInput(page: Document): Input | null {
  const frame = page.querySelector<HTMLIFrameElement>(INPUT_FRAME);
  const view = frame?.contentWindow as InputWindow | null | undefined;
  const inner = frame?.contentDocument;
  const element =
    inner?.querySelector<HTMLElement>(INPUT) ?? inner?.querySelector<HTMLElement>(READ_ONLY_INPUT);
  return view && element ? { element, view } : null;
}

/**
 * Asks the editor for its selection as a copy would, without touching the system's clipboard: the
 * events are ours, so the browser does nothing of its own with them.
 *
 * @param composing true while an input method has unfinished words in the element
 */
export function copySelection({ element, view }: Input, composing: boolean): Copied {
  const given = copyIntoData(element, view);
  if (given.text !== '' || composing) return given;
  const written = copyIntoElement(element, view);
  return { text: written.text, handled: given.handled || written.handled };
}

/** Into a store of our own. Firefox does not hand back what the page put there. */
function copyIntoData(element: HTMLElement, view: InputWindow): Copied {
  const restore = keep(element);
  try {
    const clipboardData = new view.DataTransfer();
    const event = new view.ClipboardEvent('copy', {
      bubbles: true,
      cancelable: true,
      clipboardData,
    });
    const handled = !element.dispatchEvent(event);
    // An editor that has no use for the store may write into the element all the same.
    const written = restore.isNeeded() ? copiedText(element) : '';
    return { text: clipboardData.getData('text/plain') || written, handled };
  } catch {
    return NOT_COPIED;
  } finally {
    restore();
  }
}

/**
 * Into the element itself, where the editor writes when it is given no store. What stood there is
 * taken out first, or it could be taken for the selection, and put back afterwards.
 */
function copyIntoElement(element: HTMLElement, view: InputWindow): Copied {
  const restore = keep(element);
  try {
    element.replaceChildren();
    const event = new view.CustomEvent('copy', { bubbles: true, cancelable: true });
    const handled = !element.dispatchEvent(event);
    return { text: copiedText(element), handled };
  } catch {
    return NOT_COPIED;
  } finally {
    restore();
  }
}

/** Remembers what is in an element, and the caret there; call what it gives to put them back. */
function keep(element: HTMLElement): { (): void; isNeeded(): boolean } {
  const nodes = [...element.childNodes];
  const selection = element.ownerDocument.getSelection();
  const { anchorNode, anchorOffset = 0, focusNode, focusOffset = 0 } = selection ?? {};
  const isNeeded = () =>
    nodes.length !== element.childNodes.length ||
    nodes.some((node, index) => node !== element.childNodes[index]);
  const restore = () => {
    if (!isNeeded()) return;
    element.replaceChildren(...nodes);
    if (!anchorNode || !focusNode || !element.contains(anchorNode)) return;
    try {
      selection?.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
    } catch {
      // The editor changed the nodes meanwhile; then the caret is its own business.
    }
  };
  return Object.assign(restore, { isNeeded });
}
