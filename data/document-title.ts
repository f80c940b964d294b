import { canBeOpened } from './can-be-opened';
import { hostOf, rulesOf } from './document-key';
import { clip, oneLine } from './text';
import { withoutEnd } from './without-end';

/** In graphemes: three lines of a panel. A `data:` address may be megabytes long. */
const LONGEST_ADDRESS = 200;

/**
 * The title of a document as its author would say it: on one line and without what the site adds
 * (" - Google Docs", " | Notion"). Only a known site's own words are taken off, and only on that
 * site, so a page called "How we use Notion | Notion" elsewhere keeps its name.
 *
 * @param title the page's title, such as `document.title`
 * @param url the page's address; it also stands in for a title that is missing
 * @returns never empty, unless both are
 */
export function documentTitle(title: string, url: string): string {
  const cleaned = oneLine(title);
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const ends = parsed ? rulesOf(hostOf(parsed)).flatMap((rule) => rule.titleEnds ?? []) : [];
  const end = ends.find((one) => one.test(cleaned));
  return (end ? cleaned.replace(end, '').trim() : cleaned) || shortAddress(url, parsed);
}

/** A page's host and path; the last part of a file's path; an address of another kind as it is. */
function shortAddress(url: string, parsed: URL | undefined): string {
  if (!parsed || !canBeOpened(parsed.href)) return clip(oneLine(url), LONGEST_ADDRESS);
  const path = readable(withoutEnd(parsed.pathname, '/'));
  return parsed.protocol === 'file:' ? (path.split('/').pop() ?? '') : hostOf(parsed) + path;
}

function readable(path: string): string {
  try {
    return oneLine(decodeURIComponent(path));
  } catch {
    return path;
  }
}
