/** Letters that are written from right to left. */
const RIGHT_TO_LEFT =
  /\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}|\p{Script=Adlam}/u;

/**
 * What an element of rich text says of its direction: ` dir="rtl"` where its first letter is written
 * from right to left, as `dir="auto"` would decide where it is shown; else nothing.
 */
export function directionOf(text: string): string {
  const first = text.match(/\p{L}/u)?.[0] ?? '';
  return RIGHT_TO_LEFT.test(first) ? ' dir="rtl"' : '';
}
