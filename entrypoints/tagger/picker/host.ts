import type { PickerCaret, PickerRequest } from '../../wiring/messages/picker';
import type { Box } from '../../wiring/messages/reading';
import { after } from '../after';
import { askBackground } from '../ask';
import { onMessage } from '../on-message';
import { notPrinted } from '../surfaces/not-printed';
import { viewportOf } from '../surfaces/zoom';
import { askBeforeLeaving } from './ask-before-leaving';
import { closeIfDead } from './close-if-dead';
import { closeWhenLeft, type PointedAt } from './close-when-left';
import { createPickerElement, type PickerElement, placeElement, showElement } from './element';
import { focusNow, hasKeyboard, isSeen, keepKeyboard } from './keyboard';
import { leadOut } from './lead-out';
import { placeBeside } from './place';
import { answerPicker, newToken, type PickerListener, sayKeyboardTaken } from './protocol';

/**
 * The picker is a page of the extension in a frame: the page it stands on sees neither what is
 * typed in it nor what it shows. The frame hangs in a closed shadow root under a host that stands
 * beside the document's body, never in it, and is gone when the picker closes.
 */
interface Shown extends PickerElement {
  readonly token: string;
  readonly request: PickerRequest;
  readonly box: Box | null;
  readonly focusBefore: Element | null;
  readonly onLeadOut: ((to: PickerCaret) => Promise<void>) | undefined;
  readonly byPointer: boolean;
  readonly listening: AbortController;
  /** What hears where its passage is, where a pointer brought it up. */
  pointedAt: PointedAt | undefined;
  /** Where it stands; `null` until it has said how high it is. */
  spot: Box | null;
  /** How high it would like to be, CSS pixels. */
  height: number;
  /** Whether its page has loaded and asked what to show. */
  saidHello: boolean;
  /** Whether something was typed in it that would be lost with it. */
  unsaved: boolean;
  /** Whether it offers to undo what was done in it: until it no longer does, it stays. */
  offersUndo: boolean;
  /** Whether the user went elsewhere meanwhile. */
  left: boolean;
  /** Whether the page has taken the keyboard for good. */
  taken: boolean;
}

let shown: Shown | null = null;

/** How long the page's own caret is waited for, in milliseconds: what is typed meanwhile is lost. */
const LEAD_OUT_MS = 400;

/** Until the picker says how high it is. */
const FIRST_HEIGHT = 120;

/** What a picker asks of the page that it is shown in. */
interface Page {
  /**
   * Puts the page's caret beside the passage, when a key in the picker says that the user goes on there.
   * None where the browser's own caret is the page's.
   */
  readonly leadOut?: ((to: PickerCaret) => Promise<void>) | undefined;
  /** Where evidence stands in this frame now; none where it stands elsewhere. */
  boxesOf?(ids: readonly string[]): readonly Box[];
}

/**
 * Shows the picker in this frame, in place of one that may be open. What a resting pointer asks for
 * is not shown in place of one in use: nobody loses a half-filled form to a hand on the mouse. Nor
 * to the shortcut: where something is not saved yet, that leads back to it. Of no evidence, a resting
 * pointer only takes away the card that it brought up.
 *
 * @param box what to show it beside, in this viewport; `null` for the upper right corner
 * @param near what the pointer may be on without having left
 */
export function showPicker(
  request: PickerRequest,
  box: Box | null,
  near: readonly Box[] = box ? [box] : [],
  { leadOut: onLeadOut, boxesOf = () => [] }: Page = {},
): void {
  const byPointer = request.view === 'evidence' && !request.byKey;
  if (byPointer && isInUse()) return;
  if (byPointer && request.ids.length === 0) {
    closePicker();
    return;
  }
  if (byPointer && shows(request.ids)) {
    if (request.still) shown?.pointedAt?.isStill(near);
    return;
  }
  if (byPointer && request.still) return;
  if (shown && isSeen(shown.host) && (shown.unsaved || isAskedAgain(shown, request))) {
    shown.frame.focus();
    return;
  }
  closePicker();
  const token = newToken();
  const element = createPickerElement(token);
  const { host, frame } = element;
  if (!byPointer) {
    frame.addEventListener('load', () => frame.focus(), { once: true });
  }
  const listening = new AbortController();
  const focusBefore = focusNow();
  const picker: Shown = {
    ...{ ...element, token, request, box, focusBefore, onLeadOut, byPointer, listening },
    pointedAt: undefined,
    spot: null,
    height: FIRST_HEIGHT,
    saidHello: false,
    unsaved: false,
    offersUndo: false,
    left: false,
    taken: false,
  };
  shown = picker;
  // By itself: it may outlive what else runs here.
  onMessage(handlePickerMessage, listening.signal);
  showElement(picker);
  notPrinted(host, listening.signal);
  // A page that takes it away, as with the dialog it was put into, takes what was typed in it along.
  askBeforeLeaving(() => picker.unsaved && host.isConnected, listening.signal);
  place(FIRST_HEIGHT);

  const placeAnew = () => {
    const placed = picker.spot !== null;
    picker.spot = null;
    const spot = place(picker.height);
    if (placed) picker.spot = spot;
  };
  addEventListener('resize', placeAnew, { signal: listening.signal });
  // Leaving by a click is for what only informs; a half-filled form stays where it is.
  const leave = () => {
    picker.left = true;
    if (!isNeeded(picker)) closePicker();
  };
  if (request.view === 'evidence') {
    const onPointerDown = ({ isTrusted }: Event) => isTrusted && leave();
    addEventListener('pointerdown', onPointerDown, { signal: listening.signal, capture: true });
  }
  if (byPointer) {
    const { ids } = request;
    const passage = { near, nearNow: () => boxesOf(ids) };
    picker.pointedAt = closeWhenLeft(host, passage, leave, listening.signal);
    const onKey = ({ isTrusted, key }: KeyboardEvent) => {
      if (isTrusted && key === 'Escape') closeUnlessUnsaved();
    };
    addEventListener('keydown', onKey, { signal: listening.signal, capture: true, passive: true });
  } else {
    let ledBack = false;
    const focus = () => frame.focus();
    // Where the page never lets go of the keyboard, a second Escape is all there is.
    const close = () => {
      if (!picker.unsaved || ledBack) return closePicker();
      ledBack = true;
      focus();
    };
    keepKeyboard(host, focus, () => tellTaken(picker), close, listening.signal);
  }
  const giveUp = () => {
    closePicker();
    // Whoever asked for it is told in the popup; a pointer that rested asked for nothing.
    if (!byPointer) void askBackground({ to: 'background', type: 'picker-dead' });
  };
  closeIfDead(frame, () => picker.saidHello, closePicker, giveUp, listening.signal);
}

/**
 * Whether the shortcut was pressed once more while the form is there: what was selected in a field can
 * no longer be read then, as the form has the keyboard.
 */
function isAskedAgain({ request, host }: Shown, next: PickerRequest): boolean {
  const readsNothing = next.view === 'refused' && next.why === 'nothing-selected';
  return request.view === 'tag' && readsNothing && hasKeyboard(host);
}

/** Lets the picker say that the page has the keyboard; as soon as it can hear that. */
function tellTaken(picker: Shown): void {
  picker.taken = true;
  if (picker.saidHello) sayKeyboardTaken(picker.frame);
}

/** Whether the user is at something in the picker, or on the way to it. */
function isInUse(): boolean {
  if (!shown || !isSeen(shown.host)) return false;
  const { request, host, unsaved, offersUndo } = shown;
  return request.view !== 'evidence' || unsaved || offersUndo || hasKeyboard(host);
}

/** Whether just these pieces are what a card shows that the pointer brought up before. */
function shows(ids: readonly string[]): boolean {
  if (!shown?.byPointer || shown.request.view !== 'evidence' || !isSeen(shown.host)) return false;
  return shown.request.ids.join() === ids.join();
}

/** Takes the picker away where nothing in it would be lost. */
export function closeUnlessUnsaved(): void {
  if (!shown?.unsaved) closePicker();
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
  return shown ? answerPicker(message, shown.token, listenerOf(shown)) : undefined;
}

function listenerOf(picker: Shown): PickerListener {
  return {
    hello() {
      picker.saidHello = true;
      // One that the page moved has loaded anew, and has lost what it had.
      picker.unsaved = false;
      picker.offersUndo = false;
      if (picker.taken) tellTaken(picker);
      return picker.request;
    },
    size(height) {
      picker.height = height;
      picker.spot = place(height);
      closeIfLeft(picker);
    },
    unsaved(unsaved) {
      picker.unsaved = unsaved;
      closeIfLeft(picker);
    },
    undo(offered) {
      picker.offersUndo = offered;
      closeIfLeft(picker);
    },
    async close(caret) {
      if (caret && picker.onLeadOut) return ledOut(picker, caret);
      closePicker();
      if (caret) leadOut(picker.focusBefore, caret);
      return true;
    },
  };
}

/** Closes a picker that the user went away from, as soon as nothing goes with it. */
function closeIfLeft(picker: Shown): void {
  if (picker.left && !isNeeded(picker) && !hasKeyboard(picker.host)) closePicker();
}

/** Closes a picker once the page has put its caret where the user goes on. */
async function ledOut(picker: Shown, caret: PickerCaret): Promise<true> {
  await Promise.race([picker.onLeadOut?.(caret), after(LEAD_OUT_MS)]);
  if (shown === picker) closePicker();
  return true;
}

/** Whether something would go with it that is nowhere else. */
function isNeeded({ unsaved, offersUndo }: Shown): boolean {
  return unsaved || offersUndo;
}

function place(height: number): Box | null {
  if (!shown) return null;
  const viewport = { width: viewportOf(document).width, height: innerHeight };
  const spot = placeBeside(shown.box, height, viewport, {
    before: shown.spot,
    isPointedAt: shown.byPointer,
  });
  placeElement(shown, spot);
  return spot;
}
