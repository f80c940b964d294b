/**
 * Text that CommonMark and the syntax GitHub adds to it show exactly as it is. A backslash before
 * any ASCII punctuation makes it plain (https://spec.commonmark.org/0.31.2/#backslash-escapes); it
 * is put only where the character would mean something, so that the source stays readable.
 *
 * What GitHub puts into plain words afterwards (`:rocket:`, `$a$`, `@name`, `#12`, a bare address)
 * heeds no backslash and stays: the markup that would stop it shows up in every other reader.
 */

/** What means something anywhere in a line. `&` does only where it begins an entity. */
const ANYWHERE = /[\\`*_[\]<~|]|&(?=#?\w+;)/g;

/**
 * What means something only as the first thing in a line: a quote, a heading, a bullet, a numbered
 * item, a rule, the underline of a heading. `*`, `_` and `~` are escaped anyway.
 */
const AT_START =
  /^(?:>|#{1,6}(?=\s|$)|[+-](?=\s|$)|-(?=[-\s]*$)|=(?=[=\s]*$)|\d{1,9}(?=[.)](?:\s|$)))/;

/** A run of `#` that stands alone at the end of a heading would be taken off it. */
const AT_END = /(?<=\s)#+$/;

/**
 * One line of text as Markdown for the place where a line begins: a paragraph, a heading, an item
 * or a line of a quote.
 *
 * @param line text without line breaks and without spaces around it (see `paragraphs`, `oneLine`)
 */
export function escapeMarkdown(line: string): string {
  return line
    .replace(ANYWHERE, '\\$&')
    .replace(AT_START, (found) => (/\d/.test(found) ? `${found}\\` : `\\${found}`))
    .replace(AT_END, (run) => '\\#'.repeat(run.length));
}

/**
 * A Markdown link, or only the escaped text where `href` is missing.
 *
 * @param href what `safeLink` returns
 */
export function markdownLink(text: string, href: string | undefined): string {
  const label = escapeMarkdown(text);
  if (!href) return label;
  const target = href
    .replace(/[()\\<>]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/&(?=#?\w+;)/g, '&amp;');
  return `[${label}](${target})`;
}
