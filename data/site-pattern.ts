/**
 * The site of an address as permissions name it, such as `https://example.com/*`; `undefined` where
 * it is of none. Patterns name no port: a permission for a host is one for all of its ports.
 */
export function patternOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  return /^https?:$/.test(protocol) ? `${protocol}//${hostname}/*` : undefined;
}

/** The host that the pattern of one site names; `undefined` for anything else. */
export function hostOfPattern(pattern: string): string | undefined {
  return /^https?:\/\/([^/*]+)\/\*$/.exec(pattern)?.[1];
}
