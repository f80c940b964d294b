/** A path that Windows reads as a machine's name followed by one of its folders, `\\\\machine\\folder`. */
const OF_ANOTHER_MACHINE = /^\/(?:\/|%5c)/i;

/**
 * Whether the browser can be sent to an address: to a page or a file, but not to one of its own
 * pages, nor to a file on another machine, to which some systems would reveal the user in fetching
 * it.
 */
export function canBeOpened(source: string): boolean {
  if (!URL.canParse(source)) return false;
  const { protocol, hostname, pathname } = new URL(source);
  if (/^https?:$/.test(protocol)) return true;
  return protocol === 'file:' && hostname === '' && !OF_ANOTHER_MACHINE.test(pathname);
}
