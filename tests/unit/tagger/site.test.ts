import { expect, test } from 'vitest';
import { isOnSite, isTakenBack } from '../../../entrypoints/tagger/site';

test.each([
  ['https://notes.example/*', 'https://notes.example', true],
  ['https://notes.example/*', 'https://notes.example:8443', true],
  ['https://notes.example/*', 'http://notes.example', false],
  ['https://notes.example/*', 'https://other.notes.example', false],
  ['https://*.notes.example/*', 'https://notes.example', true],
  ['https://*.notes.example/*', 'https://a.b.notes.example', true],
  ['https://*.notes.example/*', 'https://footnotes.example', false],
  ['*://notes.example/*', 'http://notes.example', true],
  ['https://*/*', 'https://anywhere.example', true],
  ['https://*/*', 'http://anywhere.example', false],
  ['<all_urls>', 'http://anywhere.example', true],
  ['<all_urls>', 'null', false],
])('%s and %s: %s', (pattern, origin, expected) => {
  expect(isOnSite([pattern], [origin])).toBe(expected);
});

test('a frame is on the site of the page around it too', () => {
  const around = ['https://editor.example', 'https://notes.example'];
  expect(isOnSite(['https://notes.example/*'], around)).toBe(true);
  expect(isOnSite(['https://elsewhere.example/*'], around)).toBe(false);
});

test.each([
  ['every site was, and with it this one', ['https://notes.example'], true],
  ['this one is allowed by itself', ['https://kept.example'], false],
  [
    'a frame is, in the page of one that is not',
    ['https://kept.example', 'https://a.example'],
    false,
  ],
  [
    'a frame is not, in the page of one that is',
    ['https://a.example', 'https://kept.example'],
    true,
  ],
  ['a sandboxed frame is in a page that is', ['null', 'https://kept.example'], false],
])('ends what is shown or not, where %s', (_what, here, expected) => {
  expect(isTakenBack(['https://*/*'], ['https://kept.example/*'], here)).toBe(expected);
});
