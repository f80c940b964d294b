import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createQuoteFinder, describeQuote, findQuote } from '../../../../data/quote';

/**
 * Words on whose edges all agree (UAX #29), of several scripts and ways to write an accent. No two of
 * them make up a third: that reads as two words that lost their space, and the quote may end there.
 */
const word = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...'a the we team cat category led lead road roads roadmap'.split(' '),
      ...'customer customers price priced pricing shipped ship'.split(' '),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "don't",
      'team’s',
      'cafe\u0301',
      'cafe\u0301s',
      'n\u0303a\u0308',
      'naïve',
      'co\u00adoperate',
      'q3',
      '2026',
      'snake_case',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('שלום', 'مرحبا', 'Привет', 'πρόγραμμα', '한국어', 'नमस्ते', '𝒳𝒴'),
  },
  { weight: 1, arbitrary: fc.constantFrom('😀', '👩‍👩‍👧', '🇩🇪', '👍🏽', '❤️') },
);
const between = fc.constantFrom(' ', ' ', ' ', ' ', ', ', '. ', ' — ', '\n', '\u00a0', ' (', '" ');

interface Token {
  readonly word: string;
  readonly after: string;
}
const token = fc.record({ word, after: between });
const tokens = fc.array(token, { minLength: 6, maxLength: 60 });

interface Edit {
  readonly gone?: boolean;
  readonly word?: string;
  readonly before?: Token;
  readonly prefix?: string;
  readonly ending?: string;
}

/** What a revision does to a word; most stay. Half a word is easiest taken for one where one grew. */
const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 9, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constant({ gone: true }) },
  { weight: 1, arbitrary: fc.record({ word }) },
  { weight: 1, arbitrary: fc.record({ before: token }) },
  { weight: 1, arbitrary: fc.record({ ending: fc.constantFrom('s', 'ed') }) },
  { weight: 1, arbitrary: fc.record({ prefix: fc.constantFrom('re', 'un') }) },
);

const textOf = (list: readonly Token[]) => list.map((one) => one.word + one.after).join('');

/** Whether a word grows with letters put to it. Beyond the basic plane, each character is a word here. */
const grows = (text: string) => /^[\p{L}\p{N}]/u.test(text) && text.charCodeAt(0) < 0xd800;

function revised(list: readonly Token[], edits: readonly Edit[]): Token[] {
  return list.flatMap((one, at) => apply(edits[at % edits.length] ?? {}, one));
}

function apply({ gone, word, before, prefix = '', ending = '' }: Edit, one: Token): Token[] {
  if (gone) return [];
  if (before) return [before, one];
  if (word !== undefined) return [{ ...one, word }];
  return [grows(one.word) ? { ...one, word: prefix + one.word + ending } : one];
}

const wordSegmenter = new Intl.Segmenter('en', { granularity: 'word' });
const characterSegmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

function edgesOf(text: string, segmenter: Intl.Segmenter): Set<number> {
  return new Set([...Array.from(segmenter.segment(text), ({ index }) => index), text.length]);
}

/** A revised document, and a quote of whole words from the one before. */
const revision = fc
  .record({
    list: tokens,
    edits: fc.array(edit, { minLength: 1, maxLength: 60 }),
    from: fc.nat(),
    length: fc.integer({ min: 1, max: 14 }),
  })
  .map(({ list, edits, from, length }) => {
    const first = from % list.length;
    const passage = list.slice(first, first + length);
    const start = textOf(list.slice(0, first)).length;
    const end = start + textOf(passage).length - (passage.at(-1)?.after.length ?? 0);
    return { quote: describeQuote(textOf(list), start, end), now: textOf(revised(list, edits)) };
  });

it('begins and ends a passage at the edges of words and characters, whatever was edited', () => {
  let found = 0;
  fc.assert(
    fc.property(revision, ({ quote, now }) => {
      const place = findQuote(now, quote);
      if (!place) return;
      found++;
      const words = edgesOf(now, wordSegmenter);
      const characters = edgesOf(now, characterSegmenter);
      for (const edge of [place.start, place.end]) {
        expect([edge, words.has(edge)]).toEqual([edge, true]);
        expect([edge, characters.has(edge)]).toEqual([edge, true]);
      }
    }),
    { numRuns: 4_000 },
  );
  // A matcher that finds nothing would cut nothing, either.
  expect(found).toBeGreaterThan(1_000);
});

it('keeps to them without context, where less says which place it is', () => {
  fc.assert(
    fc.property(revision, ({ quote, now }) => {
      const place = findQuote(now, { exact: quote.exact, prefix: '', suffix: '' });
      if (!place) return;
      const words = edgesOf(now, wordSegmenter);
      expect([words.has(place.start), words.has(place.end)]).toEqual([true, true]);
    }),
    { numRuns: 2_000 },
  );
});

it('keeps to them in a finder that took over the edit', () => {
  fc.assert(
    fc.property(revision, fc.string({ unit: 'grapheme' }), ({ quote, now }, before) => {
      const finder = createQuoteFinder(`${before} ${now}`);
      finder.find(quote);
      finder.update(now);
      const place = finder.find(quote);
      if (!place) return;
      const words = edgesOf(now, wordSegmenter);
      expect([words.has(place.start), words.has(place.end)]).toEqual([true, true]);
    }),
    { numRuns: 1_000 },
  );
});

it('takes no word for one that was joined to the next because their letters go on alike', () => {
  const quote = describeQuote('It said co\u00adoperate snake_case there', 8, 18);
  expect(findQuote('It had co\u00adoperates naive there', { ...quote, prefix: '' })).toBeNull();
});
