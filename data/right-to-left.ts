/** A letter that is written from right to left. */
const RIGHT_TO_LEFT =
  /\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}|\p{Script=Adlam}/u;

/** Whether the first letter of a text is written from right to left, as `dir="auto"` would decide. */
export function isRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text.match(/\p{L}/u)?.[0] ?? '');
}
