/**
 * Whether an address is a page or a file that the browser can be sent to: none of its own pages, nor
 * a file on another machine, which some systems would tell who the user is to fetch it.
 */
export function canBeOpened(source: string): boolean {
  if (!URL.canParse(source)) return false;
  const { protocol, hostname } = new URL(source);
  return /^https?:$/.test(protocol) || (protocol === 'file:' && hostname === '');
}
