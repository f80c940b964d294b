import { type AddressForm, SITE_RULES, type SiteRule, TRACKING_PARAMETERS } from './document-rules';
import { fnv1a } from './hash';
import { compare } from './order';
import { withoutEnd } from './without-end';

/**
 * One name for a document, whichever of its addresses it was opened under. Two addresses of one
 * document have the same key; a key's own key is itself. A key looks like an address but is no
 * link: open `target.source`, not this.
 *
 * Pages (`http:`, `https:`):
 * - known sites name a document by its id (`SITE_RULES`), tabs of it aside (`documentTab`);
 * - the scheme is `https`, because a site that has both serves the same page under both;
 * - `www.` goes, as browsers leave it out of the address bar, and so do user name, password, a
 *   default port and the dot after a host;
 * - the fragment goes, except where it is the path (`#/inbox`, `#!/inbox`), or a known site's name
 *   of what is shown;
 * - tracking parameters go, the others are sorted by name (values of one name keep their order);
 * - trailing slashes go, and percent-encodings are in upper case.
 *
 * Others:
 * - `file:` and the rest (`about:`, `blob:`, `chrome-extension:`) lose their fragment only. A
 *   `blob:` address is new each time the page is opened, so its evidence is found again by its
 *   words alone; `about:blank` and `about:srcdoc` say nothing, so for such a frame pass the
 *   address of the page that holds it;
 * - `data:` is the document itself, megabytes maybe: `data-url:`, its length and its hash;
 * - what is no address at all is its own key, trimmed.
 *
 * @param url an absolute address, such as `location.href`. Never throws.
 */
export function documentKey(url: string): string {
  const trimmed = url.trim();
  if (/^data:/i.test(trimmed)) return keyOfData(trimmed);
  const parsed = parse(trimmed);
  if (!parsed) return trimmed;
  if (!isPage(parsed)) return withoutFragment(parsed.href);
  return keyOfSite(parsed) ?? keyOfPage(parsed);
}

/**
 * The tab of a document that has several (`t.0` in Google Docs), or `undefined` where the address
 * names none. Each tab has a text of its own under the same `documentKey`.
 */
export function documentTab(url: string): string | undefined {
  const parsed = parse(url.trim());
  if (!parsed || !isPage(parsed)) return undefined;
  const { tab } = rulesOf(hostOf(parsed)).find((rule) => rule.tab) ?? {};
  return (tab && parsed.searchParams.get(tab)) || undefined;
}

/**
 * Whether an address is of a site whose addresses name their documents, as an id in them does: such
 * a document has no other address before it is saved.
 */
export function namesDocument(url: string): boolean {
  const parsed = parse(url.trim());
  return parsed !== undefined && isPage(parsed) && keyOfSite(parsed) !== undefined;
}

/** Whether an address names another tab of its document, with a text of its own, than a page does. */
export function inAnotherTab(source: string, url: string): boolean {
  const tab = documentTab(source);
  const shown = documentTab(url);
  return tab !== undefined && shown !== undefined && tab !== shown;
}

/** The rules of the sites that stand on this host. */
export function rulesOf(host: string): SiteRule[] {
  return SITE_RULES.filter((rule) => rule.host.test(host));
}

/** An address' host as the rules see it: lower case, without `www.` and without a dot behind. */
export function hostOf({ hostname }: URL): string {
  return (withoutEnd(hostname, '.') || hostname).replace(/^(?:www\.)+(?=[^.]+\.)/, '');
}

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}

function isPage({ protocol }: URL): boolean {
  return protocol === 'http:' || protocol === 'https:';
}

function keyOfSite(url: URL): string | undefined {
  const host = hostOf(url);
  for (const rule of rulesOf(host)) {
    for (const form of rule.forms ?? []) {
      const key = keyOfForm(form, authority(url), pathOf(url), url.searchParams);
      if (key) return key;
    }
  }
  return undefined;
}

function keyOfForm(
  { path, parameter, key, ids }: AddressForm,
  host: string,
  pathname: string,
  parameters: URLSearchParams,
): string | undefined {
  const inPath = path.exec(pathname);
  const inValue = parameter?.value.exec(parameters.get(parameter.name) ?? '');
  if (!inPath || (parameter && !inValue)) return undefined;
  return key.replace(/\{(host|v?)(\d?)\}/g, (_, source: string, group: string) => {
    if (source === 'host') return host;
    const found = (source === 'v' ? inValue : inPath)?.[Number(group)] ?? '';
    return ids === 'hex' ? found.toLowerCase() : found;
  });
}

function keyOfPage(url: URL): string {
  const query = escapesAlike(url.search)
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !isTracking(nameOf(part)))
    .sort((a, b) => compare(nameOf(a), nameOf(b)))
    .join('&');
  const rest = `${escapesAlike(pathOf(url))}${query && `?${query}`}${escapesAlike(fragmentOf(url))}`;
  return `https://${authority(url)}${rest}`;
}

/** Percent escapes in capitals: `%2f` is `%2F` (RFC 3986, 6.2.2.1), in the order of names, too. */
function escapesAlike(part: string): string {
  return part.replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase());
}

function authority(url: URL): string {
  // Ports 80 and 443 are the defaults of the two schemes that count as one here.
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`;
  return hostOf(url) + port;
}

function pathOf({ pathname }: URL): string {
  return withoutEnd(pathname, '/');
}

/** The fragment if it says what is shown, otherwise `''`. */
function fragmentOf(url: URL): string {
  // Behind `:~:` stands what the browser shall highlight: https://wicg.github.io/scroll-to-text-fragment/
  const fragment = url.hash.replace(/:~:.*$/, '');
  for (const rule of rulesOf(hostOf(url))) {
    const name = rule.route?.exec(fragment)?.[1];
    if (name) return `#${name}`;
  }
  return route(fragment);
}

/** The fragment if a page's own router reads it as a path, otherwise `''`. */
function route(hash: string): string {
  if (!/^#[/!]/.test(hash)) return '';
  const path = withoutEnd(hash, '/');
  return path === '#' || path === '#!' ? '' : path;
}

const nameOf = (part: string) => part.split('=', 1)[0] ?? '';

function isTracking(name: string): boolean {
  const lower = name.toLowerCase();
  return TRACKING_PARAMETERS.some((known) =>
    known.endsWith('*') ? lower.startsWith(known.slice(0, -1)) : lower === known,
  );
}

function withoutFragment(href: string): string {
  return href.replace(/#.*$/s, '').trim();
}

function keyOfData(url: string): string {
  const address = url.replace(/#.*$/s, '');
  return `data-url:${address.length}-${fnv1a(address)}`;
}
