/**
 * Text for people to read. Stored text is never cleaned: `start` and `end` of a quote count its
 * UTF-16 units, and every character taken out would shift them. So a quote is stored as the
 * document has it, and cleaned each time it is shown or exported.
 */

/** What starts a new line besides `\n`; U+001C is what Google Docs puts between sections. */
const LINE_BREAKS = /\r\n|[\r\v\f\u001c-\u001e\u0085\u2028\u2029]/g;

/**
 * What has no place in readable text:
 * - control characters (Unicode Cc), NUL among them, but tab and line feed stay;
 * - private-use characters (Co) and the object replacement character, by which editors stand for
 *   pictures and tables, and lone halves of surrogate pairs (Cs);
 * - zero-width space, word joiner, byte order mark and soft hyphen, which only say where a line
 *   may break. Zero-width joiner and non-joiner stay: emoji, Persian and Indic scripts need them;
 * - embeddings, overrides and isolates of writing direction, because one that is not closed turns
 *   round what follows it (https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing).
 *   The plain marks U+200E, U+200F and U+061C stay.
 */
const UNREADABLE =
  /(?![\t\n])[\p{Cc}\p{Co}\p{Cs}\ufffc\u200b\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069]/gu;

/**
 * The text as it is shown: line breaks of every kind become `\n`, and what cannot be read goes.
 * The result has other offsets than `text`; never search in it.
 */
export function cleanForDisplay(text: string): string {
  return text.replace(LINE_BREAKS, '\n').replace(UNREADABLE, '');
}

/** As `cleanForDisplay`, on one line: every run of white space becomes one space. */
export function oneLine(text: string): string {
  return cleanForDisplay(text).replace(/\s+/g, ' ').trim();
}

/** How many graphemes of a query are repeated: enough to know it by. */
const QUERY_GRAPHEMES = 60;

/** What was searched for, as a sentence says it again: a whole document may have been pasted. */
export function queryForDisplay(query: string): string {
  return clip(oneLine(query), QUERY_GRAPHEMES);
}

const ELLIPSIS = '…';

/**
 * How many graphemes may be given up to end after a whole word. Longer than nearly every English
 * word, so only text without spaces (Chinese, an address) is cut inside one.
 */
const LONGEST_WORD = 20;

/**
 * How many UTF-16 units are looked at per grapheme wanted. A family emoji takes 11; a text of
 * longer clusters is cut earlier. It keeps a passage of megabytes as cheap as a sentence.
 */
const UNITS_PER_GRAPHEME = 16;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * The beginning of `text`, for display: at most `max` graphemes, the ellipsis included, cut after
 * a whole word where there is one near, never inside an emoji or a combining sequence.
 *
 * @param max in graphemes (what a reader counts as characters), at least 1
 */
export function clip(text: string, max: number): string {
  const head = text.slice(0, (max + 1) * UNITS_PER_GRAPHEME);
  const starts: number[] = [];
  for (const { index } of graphemes.segment(head)) {
    starts.push(index);
    if (starts.length > max) break;
  }
  // The head may end inside a grapheme, so its last one counts only where it ends the text too.
  const isAll = head.length === text.length;
  if (isAll && starts.length <= max) return text;
  const end = starts[Math.min(max, starts.length) - 1] ?? 0;
  const kept = text.slice(0, end);
  return trimEnd(endOfWord(kept, text.slice(end))) + ELLIPSIS;
}

function endOfWord(kept: string, rest: string): string {
  if (/^\s/.test(rest)) return kept;
  const lastSpace = kept.search(/\s\S*$/);
  return lastSpace > 0 && kept.length - lastSpace <= LONGEST_WORD ? kept.slice(0, lastSpace) : kept;
}

/** Without the spaces and joining punctuation that read oddly before an ellipsis. */
function trimEnd(text: string): string {
  return text.replace(/[\s,;:–—-]+$/u, '');
}

/** The cleaned text's lines, each a paragraph of its own, empty ones left out. */
export function paragraphs(text: string): string[] {
  return cleanForDisplay(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
