/**
 * A text without the signs of one kind at its end. Counted, not matched: some browsers look at `/+$`
 * from each of the slashes anew, and an address of a page's own making may have any number of them.
 *
 * @param sign one UTF-16 unit
 */
export function withoutEnd(text: string, sign: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === sign) end--;
  return text.slice(0, end);
}
