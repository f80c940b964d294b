import { browser } from 'wxt/browser';
import type { Box, PickerMessage, PickerRequest } from './messages';
import { closeIfDead } from './picker-dead';
import { hasKeyboard, keepKeyboard } from './picker-keyboard';
import { closeWhenLeft } from './picker-leave';
import { modalInFront } from './picker-modal';
import { placeBeside } from './picker-place';

/**
 * The picker is a page of the extension in a frame: the page it stands on sees neither what is
 * typed in it nor what it shows. The frame hangs in a closed shadow root under a host that stands
 * beside the document's body, never in it, and is gone when the picker closes.
 */
interface Shown {
  readonly token: string;
  readonly request: PickerRequest;
  readonly box: Box | null;
  readonly host: HTMLElement;
  /** What goes with the picker: the host, or what it had to be put into. */
  readonly root: HTMLElement;
  readonly frame: HTMLIFrameElement;
  readonly focusBefore: Element | null;
  readonly listening: AbortController;
  /** Where it stands; `null` until it has said how high it is. */
  spot: Box | null;
  /** Whether its page has loaded and asked what to show. */
  saidHello: boolean;
  /** Whether something was typed in it that would be lost with it. */
  unsaved: boolean;
}

let shown: Shown | null = null;

/** Until the picker says how high it is. */
const FIRST_HEIGHT = 120;

/** `--paper` of components/theme, seen wherever the picker has not drawn yet: it loads, or it grows. */
const GROUND = 'light-dark(#ffffff, #191c1b)';

/**
 * Shows the picker in this frame, in place of one that may be open. What a resting pointer asks for
 * is not shown in place of one in use: nobody loses a half-filled form to a hand on the mouse. Nor
 * to the shortcut: where something is not saved yet, that leads back to it.
 *
 * @param box what to show it beside, in this viewport; `null` for the upper right corner
 * @param near what the pointer may be on without having left
 */
export function showPicker(
  request: PickerRequest,
  box: Box | null,
  near: readonly Box[] = box ? [box] : [],
): void {
  const byPointer = request.view === 'evidence' && !request.byKey;
  if (byPointer && isInUse()) return;
  if (shown?.unsaved) {
    shown.frame.focus();
    return;
  }
  closePicker();
  const token = newToken();
  const host = document.createElement('div');
  const frame = document.createElement('iframe');
  // Pages that demand isolation (COEP) load no frame that could carry credentials.
  frame.setAttribute('credentialless', '');
  frame.allow = 'clipboard-write';
  frame.src = `${browser.runtime.getURL('/picker.html')}#${token}`;
  if (!byPointer) {
    frame.addEventListener('load', () => frame.focus(), { once: true });
  }

  host.attachShadow({ mode: 'closed' }).append(frame);
  const modal = modalInFront();
  // What the user edits gets nothing into it, not even where it is the dialog itself.
  const root = modal?.isContentEditable ? modalAround(host) : host;
  const listening = new AbortController();
  const focusBefore = focusNow();
  const picker: Shown = {
    ...{ token, request, box, host, root, frame, focusBefore, listening },
    spot: null,
    saidHello: false,
    unsaved: false,
  };
  shown = picker;
  place(FIRST_HEIGHT);
  const parent = modal && root === host ? modal : document.documentElement;
  parent.append(root);
  if (root instanceof HTMLDialogElement) root.showModal();
  raise(host);

  const placeAnew = () => {
    const placed = picker.spot !== null;
    picker.spot = null;
    const spot = place(frame.offsetHeight);
    if (placed) picker.spot = spot;
  };
  addEventListener('resize', placeAnew, { signal: listening.signal });
  // Leaving by a click is for what only informs; a half-filled form stays where it is.
  const leave = () => {
    if (!picker.unsaved) closePicker();
  };
  if (request.view === 'evidence') {
    addEventListener('pointerdown', leave, { signal: listening.signal, capture: true });
  }
  if (!byPointer) keepKeyboard(host, () => frame.focus(), closePicker, listening.signal);
  if (byPointer) closeWhenLeft(host, near, leave, listening.signal);
  closeIfDead(frame, () => picker.saidHello, closePicker, listening.signal);
}

/** In pages without encryption the browser offers no `randomUUID`. */
function newToken(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join(
    '-',
  );
}

/** Whether the user is at something in the picker, or on the way to it. */
function isInUse(): boolean {
  if (!shown) return false;
  const { request, host, unsaved } = shown;
  return request.view !== 'evidence' || unsaved || hasKeyboard(host);
}

/** Takes the picker away and gives the focus back to where it was. */
export function closePicker(): void {
  if (!shown) return;
  const { host, root, focusBefore, listening } = shown;
  const hadFocus = hasKeyboard(host);
  shown = null;
  listening.abort();
  root.remove();
  if (hadFocus) (focusBefore as HTMLElement | null)?.focus?.({ preventScroll: true });
}

/** Answers what the picker asks the frame that shows it; nothing without the right token. */
export function handlePickerMessage(message: unknown): unknown {
  if (!shown || !isPickerMessage(message) || message.token !== shown.token) return undefined;
  // Only a promise is an answer; anything else leaves the question to another frame.
  if (message.type === 'picker-hello') {
    shown.saidHello = true;
    return Promise.resolve(shown.request);
  }
  if (message.type === 'picker-size') shown.spot = place(message.height);
  if (message.type === 'picker-unsaved') shown.unsaved = message.unsaved;
  if (message.type === 'picker-close') closePicker();
  return undefined;
}

/** A record, so that none can be forgotten. */
const PICKER_MESSAGES: Record<PickerMessage['type'], true> = {
  'picker-hello': true,
  'picker-size': true,
  'picker-unsaved': true,
  'picker-close': true,
};

function isPickerMessage(message: unknown): message is PickerMessage {
  const type = (message as { type?: unknown } | null)?.type;
  return typeof type === 'string' && Object.hasOwn(PICKER_MESSAGES, type);
}

function place(height: number): Box | null {
  if (!shown) return null;
  const { host, frame, box } = shown;
  const viewport = { width: document.documentElement.clientWidth, height: innerHeight };
  const spot = placeBeside(box, height, viewport, shown.spot);
  // One by one, and important: the page's own rules for `div` and `iframe` must not reach these.
  const style = (element: HTMLElement, values: Record<string, string>) => {
    for (const [name, value] of Object.entries(values)) {
      element.style.setProperty(name, value, 'important');
    }
  };
  style(host, {
    all: 'initial',
    position: 'fixed',
    inset: 'auto',
    left: `${spot.x}px`,
    top: `${spot.y}px`,
    width: `${spot.width}px`,
    height: `${spot.height}px`,
    margin: '0',
    padding: '0',
    border: '0',
    overflow: 'visible',
    background: 'none',
    'z-index': '2147483647',
  });
  style(frame, {
    display: 'block',
    width: '100%',
    height: '100%',
    border: '0',
    'border-radius': '10px',
    'box-shadow': '0 0 0 1px rgb(120 130 125 / 45%), 0 10px 34px rgb(0 0 0 / 28%)',
    // As the picker's own: a frame of another scheme than its page's gets an opaque canvas from the
    // browser, and until the page has drawn, that would be white beneath a dark picker.
    'color-scheme': 'light dark',
    background: GROUND,
  });
  return spot;
}

/** A modal dialog makes everything outside it inert: over another one the host needs its own. */
function modalAround(host: HTMLElement): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  dialog.style.cssText = 'all: initial; position: fixed; width: 0; height: 0';
  dialog.append(host);
  return dialog;
}

/** Into the top layer, above whatever the page has there. */
function raise(host: HTMLElement): void {
  host.popover = 'manual';
  host.showPopover();
}

/** What has the keyboard, also inside open shadow roots and frames that can be looked into. */
function focusNow(): Element | null {
  let element = document.activeElement;
  for (;;) {
    const inside = element?.shadowRoot ?? innerDocument(element);
    const focused = inside?.activeElement as HTMLElement | null | undefined;
    // A body nobody can type into takes no focus; then the frame as a whole has it.
    if (!focused || (focused.localName === 'body' && !focused.isContentEditable)) return element;
    element = focused;
  }
}

function innerDocument(element: Element | null): Document | null {
  try {
    return (element as HTMLIFrameElement | null)?.contentDocument ?? null;
  } catch {
    // Some browsers throw across origins instead of giving null.
    return null;
  }
}
