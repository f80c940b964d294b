/**
 * CSV cells that no spreadsheet runs.
 *
 * A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and a formula
 * can send the sheet's contents away. Tab, carriage return and line feed in front are skipped, and
 * full-width and small forms count too.
 *
 * Quotes around a cell do not end the matter, so the separators of other spreadsheets have to be
 * looked after as well (OWASP says so, too). Excel in much of Europe splits at `;`: in a line of ours
 * it sees the first cell closed, takes every quote from there on for a character, and finds the
 * beginning of a cell behind each `;`, tab and line break that was meant to be inside of one. There,
 * a sign before plain words or a number stays as it is ("Churn fell; -3 points", a list with
 * dashes): without any operator nothing is called or looked up, and the quote that follows lets
 * nothing of the next cell join it.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */

/**
 * What a spreadsheet may skip before it looks for a formula: spaces, control characters and marks
 * that are not seen, and quotes. One class, so that a long run of them costs no stack.
 */
const SKIPPED =
  '[ \\u0000-\\u0008\\v\\f\\u000e-\\u001f\\u007f-\\u00a0\\u00ad\\u1680\\u2000-\\u200f' +
  '\\u2028-\\u202f\\u205f-\\u206f\\u3000\\ufeff\'"`‘’‚‛“”„‟«»‹›]';

/** `=`, `+`, `-`, `@`, and their full-width (U+FF0B…) and small (U+FE62…) forms. */
const FORMULA = '=+\\-@\\uff1d\\uff0b\\uff0d\\uff20\\ufe66\\ufe62\\ufe63\\ufe6b';

/** A sign with nothing behind it but words and numbers, to where the cell would end. */
const PLAIN = ' *[+\\-][ \\p{L}\\p{N}.,%]*(?:[;\\t\\r\\n]|$)';

/** Where a formula would begin: at the start of the text, or behind what may end a cell. */
const DANGEROUS = new RegExp(
  `^(?=${SKIPPED}*[${FORMULA}\\t\\r\\n])|` +
    `(?<=[;\\t\\r\\n])(?!${PLAIN})(?=${SKIPPED}*[${FORMULA}])`,
  'gu',
);

/**
 * Puts an apostrophe wherever a spreadsheet could find the beginning of a formula. Other text
 * stays as it is. Nothing is lost by that: an apostrophe is itself among what is skipped, so text
 * that had one in such a place gets a second one.
 */
export function disarm(text: string): string {
  return text.replace(DANGEROUS, "'");
}

/**
 * How much text Excel keeps in a cell, in UTF-16 units; what is longer it spills into the rows
 * below. ("Total number of characters that a cell can contain", Excel specifications and limits,
 * https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3)
 */
const LONGEST_CELL = 32_767;

/** The first half of a surrogate pair whose second half was cut off. */
const HALF_PAIR = /[\ud800-\udbff]$/;

/** A cell as RFC 4180 writes it: in quotes, quotes in it doubled, without a formula. */
export function csvCell(text: string): string {
  const cell = disarm(text.slice(0, LONGEST_CELL + 1));
  const kept =
    cell.length > LONGEST_CELL
      ? `${cell.slice(0, LONGEST_CELL - 1).replace(HALF_PAIR, '')}…`
      : cell;
  return `"${kept.replaceAll('"', '""')}"`;
}
