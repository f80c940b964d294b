import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toAnswer } from '../../../../entrypoints/tagger/surfaces/google-docs/answer';
import { cleanText } from '../../../../entrypoints/tagger/surfaces/google-docs/clean';

describe('what the page answers', () => {
  const text = '\u0003One two three\n';

  test.each([
    ['start and end', { start: 1, end: 4 }],
    ['anchor and focus', { anchor: 1, focus: 4 }],
    ['anchor and focus, backwards', { anchor: 4, focus: 1 }],
    ['base and extent', { base: 4, extent: 1 }],
  ])('may give a range as %s', (_shape, range) => {
    expect(toAnswer({ text, ranges: [range] })?.ranges).toEqual([{ start: 1, end: 4 }]);
  });

  test.each([
    ['of no known shape', { from: { index: 1 }, to: { index: 4 } }],
    ['behind the end', { start: 1, end: 400 }],
    ['before the start', { start: -1, end: 4 }],
    ['not whole', { start: 1.5, end: 4 }],
    ['not a number', { start: Number.NaN, end: 4 }],
    ['a text', { start: '1', end: '4' }],
    ['nothing', null],
  ])('is without ranges where one is %s', (_what, range) => {
    const answer = toAnswer({ text, ranges: [{ start: 0, end: 3 }, range] });
    expect(answer).toMatchObject({ raw: text, ranges: null });
  });

  test('keeps an empty list, which is not the same as none', () => {
    expect(toAnswer({ text, ranges: [] })?.ranges).toEqual([]);
    expect(toAnswer({ text })?.ranges).toBeNull();
  });

  test('is none without a text', () => {
    for (const value of [null, undefined, 'late', 7, [], {}, { text: '' }, { text: 5 }]) {
      expect(toAnswer(value)).toBeNull();
    }
  });

  test('is checked whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (value, ranges) => {
        expect(() => [toAnswer(value), toAnswer({ text: 'x', ranges })]).not.toThrow();
      }),
    );
  });
});

describe('the cleaned text', () => {
  test('has line breaks for parts and spaces for signs', () => {
    expect(
      cleanText('\u0003A\u001cB\u000bC\u0010\u0012\u001cD\uE907E\uFFFCF\u{F0000}G\u0007'),
    ).toBe('\nA\nB\nC\n\n\nD E F  G ');
  });

  test('keeps tabs, emoji, joiners and zero-width characters', () => {
    const kept = 'a\tb 👩‍💻 c\u200bd\n\u00a0é';
    expect(cleanText(kept)).toBe(kept);
  });

  test('never shifts an offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cleaned = cleanText(text);
        expect(cleaned.length).toBe(text.length);
        for (let at = 0; at < text.length; at++) {
          if (/[\p{L}\p{N}]/u.test(text.charAt(at)))
            expect(cleaned.charAt(at)).toBe(text.charAt(at));
        }
      }),
    );
  });
});
