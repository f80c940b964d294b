/** Scripts that put no spaces between words (UAX #29, section 4), as a part of a character class. */
export const UNSPACED = [
  'Han',
  'Hiragana',
  'Katakana',
  'Thai',
  'Lao',
  'Khmer',
  'Myanmar',
  'Tibetan',
]
  .map((script) => `\\p{Script=${script}}`)
  .join('');
