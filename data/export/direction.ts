import { isRightToLeft } from '../right-to-left';

/**
 * What an element of rich text says of its direction: ` dir="rtl"` where it is to be read from right
 * to left, as `dir="auto"` would decide where it is shown; else nothing.
 */
export function directionOf(text: string): string {
  return isRightToLeft(text) ? ' dir="rtl"' : '';
}
