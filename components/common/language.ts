import { type Day, noonOf } from '../../data/days';

/**
 * The language of the words on screen. Numbers, days and lists stand in the middle of sentences, and
 * in the browser's own language would make them sentences of two.
 */
export const LANGUAGE = 'en-GB';

const numbers = new Intl.NumberFormat(LANGUAGE);
const all = new Intl.ListFormat(LANGUAGE, { type: 'conjunction' });
const row = new Intl.ListFormat(LANGUAGE, { type: 'unit' });
const days = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'medium', timeZone: 'UTC' });

/** A number as the user reads it: 5,000. */
export const figures = (count: number): string => numbers.format(count);

/** Several names as a sentence lists them: "Scope, Autonomy and Impact". */
export const listed = (names: readonly string[]): string => all.format(names);

/** Several names in a row, without a word between them: "Research, Strategy". */
export const inRow = (names: readonly string[]): string => row.format(names);

/** A calendar day as people write it: "30 Jun 2026". What is no day stays as it is. */
export function dayWords(day: Day): string {
  const noon = noonOf(day);
  return noon ? days.format(noon) : day;
}
