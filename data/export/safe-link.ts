import { canBeOpened } from '../can-be-opened';

/**
 * The address as a link target, or `undefined` where it must not be a link: `javascript:` or `data:`
 * would run in the reader's name. A user name and
 * password in it are left out: an export is made to be passed on.
 *
 * @returns an absolute URL without spaces, quotes or angle brackets, as the URL standard writes it
 */
export function safeLink(address: string): string | undefined {
  if (!canBeOpened(address)) return undefined;
  const url = new URL(address);
  url.username = '';
  url.password = '';
  // The standard leaves these two in a query as they are.
  return url.href.replaceAll("'", '%27').replaceAll('`', '%60');
}
