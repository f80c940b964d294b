import { expect, it } from 'vitest';
import { isLanguageRightToLeft, isRightToLeft } from '../../../data/right-to-left';

it.each([
  ['an Arabic letter', 'مرحبا', true],
  ['a Hebrew letter behind a number', '12 שלום', true],
  ['a Latin letter before a Hebrew one', 'Rung שלום', false],
  ['no letter', '12!', false],
])('says of a text that begins with %s which way it is written', (_begin, text, is) => {
  expect(isRightToLeft(text)).toBe(is);
});

it.each([
  ['en', false],
  ['ar', true],
  ['he-IL', true],
  ['dv', true],
  ['nqo', true],
  ['ff-Adlm', true],
  ['ar-Latn', false],
  ['uz', false],
])('says of the language %s which way it is written', (language, is) => {
  expect(isLanguageRightToLeft(language)).toBe(is);
});
