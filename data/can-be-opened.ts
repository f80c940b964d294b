/** A path that Windows reads as a machine's name with a folder of its behind it, `\\\\machine\\folder`. */
const OF_ANOTHER_MACHINE = /^\/(?:\/|%5c)/i;

/**
 * Whether an address is a page or a file that the browser can be sent to: none of its own pages, nor
 * a file on another machine, which some systems would tell who the user is to fetch it.
 */
export function canBeOpened(source: string): boolean {
  if (!URL.canParse(source)) return false;
  const { protocol, hostname, pathname } = new URL(source);
  if (/^https?:$/.test(protocol)) return true;
  return protocol === 'file:' && hostname === '' && !OF_ANOTHER_MACHINE.test(pathname);
}
