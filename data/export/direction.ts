import { isRightToLeft } from '../right-to-left';

/**
 * The direction attribute of an element of rich text: ` dir="rtl"` if its first letter is written
 * from right to left, as `dir="auto"` would decide where it is shown; otherwise nothing.
 */
export function directionOf(text: string): string {
  return isRightToLeft(text) ? ' dir="rtl"' : '';
}
