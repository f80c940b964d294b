/** The origins of this frame and, where the browser tells, of those around it. */
function originsHere(): string[] {
  const { ancestorOrigins = [] } = location as { ancestorOrigins?: ArrayLike<string> };
  return [origin, ...Array.from(ancestorOrigins)];
}

/** Whether this frame, or one around it, is of a site that one of these patterns names. */
export function isOnSite(patterns: readonly string[], origins = originsHere()): boolean {
  return patterns.some((pattern) => origins.some((one) => names(pattern, one)));
}

/**
 * Whether sites that were taken back end what Rung does in this frame. One that is still allowed by
 * itself may be named by what went: by all sites, say, or by that of the page around it.
 *
 * @param allowed the patterns that are left
 */
export function isTakenBack(
  origins: readonly string[],
  allowed: readonly string[],
  here = originsHere(),
): boolean {
  // A sandboxed frame counts as of the page around it.
  const own = here.filter((one) => URL.canParse(one)).slice(0, 1);
  return isOnSite(origins, here) && !isOnSite(allowed, own);
}

/** Whether a pattern, as a permission has it (`https://*.example.com/*`), names an origin. */
function names(pattern: string, origin: string): boolean {
  // A sandboxed frame has an origin that is no address.
  if (!URL.canParse(origin)) return false;
  if (pattern === '<all_urls>') return true;
  const { protocol, hostname } = new URL(origin);
  const [, scheme = '', host = ''] = /^(.+?):\/\/([^/]*)\//.exec(pattern) ?? [];
  if (scheme === '*' ? !/^https?:$/.test(protocol) : `${scheme}:` !== protocol) return false;
  if (host.startsWith('*.')) return `.${hostname}`.endsWith(host.slice(1));
  return host === '*' || host === hostname;
}
