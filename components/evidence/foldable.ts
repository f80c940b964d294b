/** A passage of more than a few lines does not push the next piece of evidence out of sight. */
const LONG_CHARACTERS = 600;
const LONG_LINES = 8;
/** What is found within this much of it is seen also where the rest is folded away. */
const SEEN_CHARACTERS = 160;

/**
 * Whether a text is to be folded: it is long, and nothing in it that was found would be hidden.
 *
 * @param marks what was found in it, from and to which character
 */
export function isFoldable(
  text: string,
  marks: readonly (readonly [number, number])[] | undefined,
): boolean {
  return isLong(text) && !marks?.some(([, end]) => end > SEEN_CHARACTERS);
}

function isLong(text: string): boolean {
  return text.length > LONG_CHARACTERS || text.split('\n', LONG_LINES + 1).length > LONG_LINES;
}
