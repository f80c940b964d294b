import { i18n } from '#i18n';
import { type Day, noonOf } from '../../data/days';
import { isLanguageRightToLeft } from '../../data/right-to-left';

/**
 * The language of the words on screen. Numbers, days and lists stand in the middle of sentences, and
 * in the browser's own language would make them sentences of two.
 */
export const language = (): string => i18n.t('language');

/** Which way the words on screen are written. */
export const direction = (): 'ltr' | 'rtl' => (isLanguageRightToLeft(language()) ? 'rtl' : 'ltr');

/** What is made for the language of the words, once, when it is wanted first: until then they are not there. */
export function inLanguage<T>(make: (language: string) => T): () => T {
  let made: T | undefined;
  return () => (made ??= make(language()));
}

const numbers = inLanguage((tag) => new Intl.NumberFormat(tag));
const rounded = inLanguage(
  (tag) => new Intl.NumberFormat(tag, { notation: 'compact', maximumSignificantDigits: 2 }),
);
const all = inLanguage((tag) => new Intl.ListFormat(tag, { type: 'conjunction' }));
const row = inLanguage((tag) => new Intl.ListFormat(tag, { type: 'unit' }));
const days = inLanguage(
  (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' }),
);

/** A number as the user reads it: 5,000. */
export const figures = (count: number): string => numbers().format(count);

/** The first number that has more than three digits. */
export const SHORTENED_FROM = 1_000;

/** A number where there is room for three digits: 12, 999, 1.2K. */
export const shortFigures = (count: number): string =>
  (count < SHORTENED_FROM ? numbers() : rounded()).format(count);

/** Several names as a sentence lists them: "Scope, Autonomy and Impact". */
export const listed = (names: readonly string[]): string => all().format(names);

/** Several names in a row, without a word between them: "Research, Strategy". */
export const inRow = (names: readonly string[]): string => row().format(names);

/** A calendar day as people write it: "30 Jun 2026". What is no day stays as it is. */
export function dayWords(day: Day): string {
  const noon = noonOf(day);
  return noon ? days().format(noon) : day;
}
