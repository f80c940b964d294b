/** What is looked at of a key that is pressed. */
type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

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
