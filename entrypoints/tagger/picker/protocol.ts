import {
  KEYBOARD_TAKEN,
  type PickerCaret,
  type PickerMessage,
  type PickerRequest,
} from '../../wiring/messages/picker';

/** What becomes of each thing that a picker's page says. */
export interface PickerListener {
  /** It has loaded, and asks what to show. */
  hello(): PickerRequest;
  size(height: number): void;
  unsaved(unsaved: boolean): void;
  undo(offered: boolean): void;
  close(caret: PickerCaret | undefined): Promise<true>;
}

/** In pages without encryption the browser offers no `randomUUID`. */
export function newToken(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join(
    '-',
  );
}

/** Answers what the page of the picker with a token asks the frame that shows it, and nobody else. */
export function answerPicker(message: unknown, token: string, listener: PickerListener): unknown {
  if (!isFromPicker(message, token)) return undefined;
  // Only a promise is an answer; anything else leaves the question to another frame.
  switch (message.type) {
    case 'picker-hello':
      return Promise.resolve(listener.hello());
    case 'picker-size':
      return listener.size(message.height);
    case 'picker-unsaved':
      return listener.unsaved(message.unsaved);
    case 'picker-undo':
      return listener.undo(message.offered);
    case 'picker-close':
      return listener.close(message.caret);
  }
}

/** Tells a picker that the page has the keyboard. */
export function sayKeyboardTaken(frame: HTMLIFrameElement): void {
  frame.contentWindow?.postMessage(KEYBOARD_TAKEN, '*');
}

/** Nobody else knows the token. */
function isFromPicker(message: unknown, token: string): message is PickerMessage {
  return (message as { token?: unknown } | null)?.token === token;
}
