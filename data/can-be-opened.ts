/** Whether an address is a page or a file that the browser can be sent to: none of its own pages. */
export function canBeOpened(source: string): boolean {
  return /^(https?|file):/.test(source);
}
