/** What is looked at of a key that is pressed. */
type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** What has a caret: text fields, and dates, whose parts are typed. */
const TEXT_FIELD =
  'textarea, input:not([type=checkbox], [type=radio], [type=file], [type=button]), [contenteditable]';

/** A letter of a script that has none of the Latin ones. */
const OTHER_SCRIPT = /^(?!\p{Script=Latin})\p{L}$/u;

/**
 * Whether a letter is pressed, whatever else is held: also with Caps Lock, and on a keyboard of
 * another script by the place of its key.
 *
 * @param letter as it is typed alone, `z`
 */
export function isLetter({ key, code }: Pick<Pressed, 'key' | 'code'>, letter: string): boolean {
  if (OTHER_SCRIPT.test(key)) return code === `Key${letter.toUpperCase()}`;
  return key.toLowerCase() === letter;
}

/** Whether a key is pressed by itself: with others held it is the browser's, or selects text. */
export function isAlone({ altKey, ctrlKey, metaKey, shiftKey }: Pressed): boolean {
  return !altKey && !ctrlKey && !metaKey && !shiftKey;
}

/** Whether a key press is a character meant for a text field. */
export function isTyping(event: KeyboardEvent): boolean {
  return event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
}

/** Whether a key press undoes what was done last: Ctrl and Z, or Command and Z. */
export function isUndo(event: KeyboardEvent): boolean {
  const { ctrlKey, metaKey, shiftKey, altKey } = event;
  return isLetter(event, 'z') && (ctrlKey || metaKey) && !shiftKey && !altKey;
}

/** Whether text is typed into an element. */
export function isEditing(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(TEXT_FIELD);
}

/** Whether a key leads on in what is shown, out of a field where one types: arrows, Page, End, Tab. */
export function leadsOn({ key }: KeyboardEvent): boolean {
  return /^(Arrow|Page|End$|Tab$)/.test(key);
}

/** Whether this system's keyboards are a Mac's. */
export const isMac = () => /^(Mac|iP)/.test(navigator.platform);

/** The key that makes a letter a command, as this system's keyboards have it. */
export const commandKey = () => (isMac() ? '⌘' : 'Ctrl');
