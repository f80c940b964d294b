/** Scripts that are written from right to left, as ISO 15924 and Unicode name them. */
const SCRIPTS = ['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Syrc', 'Thaa'];

const LETTER = new RegExp(SCRIPTS.map((script) => `\\p{Script=${script}}`).join('|'), 'u');

/** Whether the first letter of a text is written from right to left, as `dir="auto"` would decide. */
export function isRightToLeft(text: string): boolean {
  return LETTER.test(text.match(/\p{L}/u)?.[0] ?? '');
}

/**
 * Whether a language is written from right to left, in the script that it is mostly written in.
 *
 * @param language a BCP 47 tag, which may name another script
 */
export function isLanguageRightToLeft(language: string): boolean {
  const { script } = new Intl.Locale(language).maximize();
  return SCRIPTS.includes(script ?? '');
}
