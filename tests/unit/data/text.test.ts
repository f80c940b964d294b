import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanForDisplay, clip, oneLine, queryForDisplay } from '../../../data/text';

describe('cleanForDisplay', () => {
  it.each([
    ['NUL', 'a\0b', 'ab'],
    ['control characters', 'a\u0003b\u007fc\u009fd', 'abcd'],
    ['tab and line feed, which stay', 'a\tb\nc', 'a\tb\nc'],
    ['every kind of line break', 'a\r\nb\rc\u2028d\u2029e\u001cf\vg', 'a\nb\nc\nd\ne\nf\ng'],
    ['private use, in and above the BMP', 'a\ue907b\u{f0000}c\u{10fffd}d', 'abcd'],
    ['object replacement', 'see \ufffc here', 'see  here'],
    ['half of a surrogate pair', 'a\ud83db', 'ab'],
    ['zero-width space, BOM, word joiner, soft hyphen', 'a\u200bb\ufeffc\u2060d\u00ade', 'abcde'],
    ['a right-to-left override', 'abc\u202etxt.exe', 'abctxt.exe'],
    ['an emoji joined from four, which stays', '👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦'],
    ['the Persian non-joiner, which stays', 'می\u200cخواهم', 'می\u200cخواهم'],
    ['the flag of Scotland, which stays', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
    ['combining marks, which stay', 'Ze\u0301ro', 'Ze\u0301ro'],
  ])('%s', (_, text, expected) => {
    expect(cleanForDisplay(text)).toBe(expected);
  });

  it('has nothing left to clean after one pass', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cleaned = cleanForDisplay(text);
        expect(cleanForDisplay(cleaned)).toBe(cleaned);
        expect(cleaned).toBe(cleaned.toWellFormed());
      }),
    );
  });
});

it('oneLine puts everything on one line', () => {
  expect(oneLine('  Roadmap\r\n\n for\tQ3\u00a0\0 ')).toBe('Roadmap for Q3');
});

describe('clip', () => {
  it.each([
    ['a text that fits', 'Ship it', 7, 'Ship it'],
    ['the empty text', '', 5, ''],
    ['after a whole word', 'Shipped the roadmap early', 14, 'Shipped the…'],
    ['right after a word', 'Shipped the roadmap', 12, 'Shipped the…'],
    ['no comma before the ellipsis', 'First, we cut scope', 8, 'First…'],
    ['text without spaces', 'あいうえおかきくけこ', 5, 'あいうえ…'],
    [
      'a word longer than words are',
      'Pneumonoultramicroscopicsilicovolcanoconiosis',
      31,
      'Pneumonoultramicroscopicsilico…',
    ],
    ['never inside an emoji', '👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 2, '👩‍👩‍👧‍👦…'],
    ['never inside a combining sequence', 'e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
    ['as short as it gets', 'abc', 1, '…'],
  ])('%s', (_, text, max, expected) => {
    expect(clip(text, max)).toBe(expected);
  });

  it('stays within its limit and keeps to the beginning of the text', () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, max) => {
        const clipped = clip(text, max);
        expect([...segmenter.segment(clipped)].length).toBeLessThanOrEqual(max);
        if (clipped !== text) {
          expect(clipped.endsWith('…')).toBe(true);
          expect(text.startsWith(clipped.slice(0, -1))).toBe(true);
        }
      }),
    );
  });

  it('does not read the whole of a passage of megabytes', () => {
    expect(clip(`a${'\u0301'.repeat(5_000_000)}`, 10)).toBe('…');
    expect(clip('word '.repeat(1_000_000), 10)).toBe('word word…');
  });
});

it('queryForDisplay says a pasted document by its beginning', () => {
  expect(queryForDisplay(' stakeholder\n buy-in ')).toBe('stakeholder buy-in');
  const said = queryForDisplay('roadmap '.repeat(10_000));
  expect(said).toMatch(/^(roadmap )+.*…$/);
  expect(said.length).toBeLessThanOrEqual(60);
});
