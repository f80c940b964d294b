import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createQuoteFinder, describeQuote, findQuote, type Quote } from '../../../../data/quote';

/** Pieces that break careless offsets: pairs, halves of pairs, clusters, both directions, no spaces. */
const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('the', 'team', 'shipped', 'a', 'review', 'Quarter', "don't"),
  },
  { weight: 3, arbitrary: fc.constantFrom(' ', ' ', '\n', '. ', ', ', '\u00a0', '\t', '\r\n', '') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '😀',
      '👩‍👩‍👧',
      '🇩🇪🇫🇷',
      'e\u0301',
      'ก็',
      '한국',
      '한',
      'שלום',
      'مرحبا',
      '漢字',
      'नि',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('\ud83d', '\ude00', '\0', '\u200d', '\u0301', '\u200b', '"', '—'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
);
const anyText = fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join(''));
const textAndSpan = fc
  .tuple(anyText, fc.nat(), fc.nat())
  .filter(([text]) => text.length > 0)
  .map(([text, one, other]) => {
    const [start, end] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b);
    return { text, start: start as number, end: end as number };
  });

/** A text in which every word is its own, so that no passage has a double. */
const distinctText = fc.tuple(fc.integer({ min: 12, max: 120 }), fc.nat()).map(([words, seed]) =>
  Array.from({ length: words }, (_, n) => {
    const mark = ['', ' 😀', ' e\u0301', ' שלום', ','][(n * 7 + seed) % 5];
    return `w${(n * 2654435761 + seed).toString(36)}${mark}`;
  }).join(' '),
);

function boundaries(text: string): Set<number> {
  const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text);
  return new Set([...Array.from(segments, ({ index }) => index), text.length]);
}

describe('a described quote', () => {
  it('is found in its own text at its own place', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, start, end }) => {
        const quote = describeQuote(text, start, end);
        expect(text.slice(quote.start, quote.end)).toBe(quote.exact);
        if (quote.exact.length === 0) return;
        expect(findQuote(text, quote)).toEqual({
          start: quote.start,
          end: quote.end,
          confidence: 'same',
        });
      }),
      { numRuns: 400 },
    );
  });

  it('encloses the span and cuts no character', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, start, end }) => {
        const quote = describeQuote(text, start, end);
        const edges = boundaries(text);
        expect(quote.start).toBeLessThanOrEqual(start);
        if (end > start) expect(quote.end).toBeGreaterThanOrEqual(end);
        expect(edges.has(quote.start) && edges.has(quote.end)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('is found after any edit elsewhere', () => {
    fc.assert(
      fc.property(
        distinctText,
        fc.nat(),
        fc.nat(),
        anyText,
        fc.boolean(),
        (text, a, b, insert, front) => {
          const words = Array.from(text.matchAll(/\S+/g));
          const first = words[a % words.length] as RegExpMatchArray;
          const last = words[
            Math.min(words.length - 1, (a % words.length) + (b % 12))
          ] as RegExpMatchArray;
          const quote = describeQuote(text, first.index ?? 0, (last.index ?? 0) + last[0].length);
          const before = text.slice(0, quote.start);
          const after = text.slice(quote.end);
          const kept = front ? `${insert} ${before.slice(before.length >> 1)}` : before;
          const rest = front ? after : `${after.slice(0, after.length >> 1)} ${insert}`;
          const now = kept + quote.exact + rest;
          const start = kept.length;
          const end = start + quote.exact.length;
          expect(findQuote(now, quote)).toMatchObject({ start, end });
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a place that is found', () => {
  it('never cuts a character, whatever is looked for', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, anyText, (text, exact, prefix, suffix) => {
        const found = findQuote(text, { exact, prefix, suffix });
        if (!found) return;
        const edges = boundaries(text);
        expect(edges.has(found.start)).toBe(true);
        expect(edges.has(found.end)).toBe(true);
        expect(found.end).toBeGreaterThan(found.start);
      }),
      { numRuns: 500 },
    );
  });
});

describe('an updated finder', () => {
  it('knows what changed and finds what a new one finds', () => {
    const change = fc.tuple(fc.nat(), fc.nat({ max: 3000 }), anyText);
    fc.assert(
      fc.property(
        fc.array(distinctText, { minLength: 1, maxLength: 90 }),
        fc.array(change, { maxLength: 4 }),
        fc.nat(),
        (parts, changes, at) => {
          let text = parts.join('\n');
          const finder = createQuoteFinder(text);
          const from = at % text.length;
          const quote: Quote = describeQuote(text, from, Math.min(text.length, from + 60));
          finder.find({ ...quote, prefix: '', suffix: 'x' });
          for (const [where, cut, insert] of changes) {
            const start = where % (text.length + 1);
            const now = text.slice(0, start) + insert + text.slice(start + cut);
            const changed = finder.update(now);
            expect(now.slice(0, changed.start)).toBe(text.slice(0, changed.start));
            expect(now.slice(changed.newEnd)).toBe(text.slice(changed.oldEnd));
            text = now;
            expect(finder.text).toBe(now);
            expect(finder.find(quote)).toEqual(findQuote(now, quote));
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
