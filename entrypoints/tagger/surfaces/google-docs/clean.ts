/** The document's parts: body, table, row, cell, section, page and line breaks, and a return. */
const BREAKS = /[\u0003\u000b\u000c\r\u0010-\u0012\u001c-\u001f\u0085\u2028\u2029]/g;

/** Other control characters, private-use characters (chips, tables) and what stands for pictures. */
const SIGNS = /(?![\t\n])[\p{Cc}\uE000-\uF8FF\uFFFC]/gu;

/** Private use beyond the first plane: two UTF-16 units each. */
const WIDE_SIGNS = /[\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/gu;

/**
 * The document's text as people read it, every offset kept: what ends a part becomes a line break,
 * what stands for something else a space. Zero-width characters stay, as emoji are made with them;
 * they are not shown, and the search for a quote passes over them.
 */
export function cleanText(text: string): string {
  return text.replace(BREAKS, '\n').replace(SIGNS, ' ').replace(WIDE_SIGNS, '  ');
}

/** A copy as people read it. It has no offsets to keep, and its lines may end in two characters. */
export function cleanCopy(words: string): string {
  return cleanText(words.replaceAll('\r\n', '\n'));
}
