/**
 * Free text for a sentence that has a form for one and one for many. Those are parted by " | " once
 * the text is in it, so that must not stand there: a level may be called "L5 | Senior PM".
 */
export function inCount(text: string): string {
  return text.replaceAll(' | ', '\u00a0| ');
}
