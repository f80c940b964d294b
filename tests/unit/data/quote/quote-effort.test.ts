import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createQuoteFinder, describeQuote, type Quote } from '../../../../data/quote';
import * as chunks from '../../../../data/quote/chunks';
import { TextIndex } from '../../../../data/quote/text-index';
import { makeProse, revise, textOf } from '../../../bench/page/prose';
import { quotesOf } from '../../../bench/page/records';

vi.mock(import('../../../../data/quote/chunks'), async (original) => {
  const real = await original();
  return { ...real, readChunk: vi.fn(real.readChunk) };
});

const real = await vi.importActual<typeof chunks>('../../../../data/quote/chunks');

/** What the search does that a longer text could make it do more of, counted rather than timed. */
interface Work {
  /** UTF-16 units read into words. */
  units: number;
  /** Words looked at to align the quote with them. */
  words: number;
  /** Places in the text that a word of the quote pointed at. */
  places: number;
  /** Pauses at which others could have had a turn, and the most that was done between two. */
  pauses: number;
  mostUnits: number;
  mostWords: number;
}

const NONE: Work = { units: 0, words: 0, places: 0, pauses: 0, mostUnits: 0, mostWords: 0 };

const work = { ...NONE };

beforeEach(() => {
  vi.mocked(chunks.readChunk).mockImplementation((text, from, to) => {
    work.units += to - from;
    return real.readChunk(text, from, to);
  });
  const { span, places } = TextIndex.prototype;
  vi.spyOn(TextIndex.prototype, 'span').mockImplementation(function (
    this: TextIndex,
    from,
    to,
    visit,
  ) {
    span.call(this, from, to, (...word) => {
      work.words++;
      visit(...word);
    });
  });
  vi.spyOn(TextIndex.prototype, 'places').mockImplementation(function (this: TextIndex, hash) {
    const all = places.call(this, hash);
    work.places += all.length;
    return all;
  });
});

/** Runs a search step by step and counts what it does. */
function searched(finder: ReturnType<typeof createQuoteFinder>, quote: Quote): Work {
  Object.assign(work, NONE);
  const steps = finder.findSteps(quote);
  for (let going = true; going; work.pauses++) {
    const { units, words } = work;
    going = !steps.next().done;
    work.mostUnits = Math.max(work.mostUnits, work.units - units);
    work.mostWords = Math.max(work.mostWords, work.words - words);
  }
  return { ...work };
}

const SMALL = 100_000;
const LARGE = 4 * SMALL;

/** A revised document, and the quote of one of its passages that has to be sought by its words. */
function documentOf(length: number) {
  const prose = makeProse(length, length / 1_000);
  const before = textOf(prose.paragraphs);
  const text = textOf(revise(prose).paragraphs);
  // Neither what stood beside it nor either end is left as it was, so that no short cut is taken.
  const quote = quotesOf(prose)[12] as Quote;
  const middle = describeQuote(before, quote.start ?? 0, quote.end ?? 0);
  const exact = middle.exact.replace(/^\S+ \S+/, 'Nobody knows').replace(/\S+ \S+$/, 'at last.');
  return { text, quote: { ...middle, exact, prefix: '', suffix: '' } };
}

describe('the effort of a search', () => {
  const small = documentOf(SMALL);
  const large = documentOf(LARGE);

  it('reads a text once, however many passages are sought in it', () => {
    const finder = createQuoteFinder(large.text);
    expect(searched(finder, large.quote).units).toBe(large.text.length);
    expect(searched(finder, large.quote).units).toBe(0);
    expect(searched(finder, { ...large.quote, prefix: 'Something else before. ' }).units).toBe(0);
  });

  it('reads again after an edit no more than what stands around it', () => {
    const finder = createQuoteFinder(large.text);
    searched(finder, large.quote);
    work.units = 0;
    const middle = large.text.length >> 1;
    finder.update(`${large.text.slice(0, middle)}Some words. ${large.text.slice(middle)}`);
    expect(work.units).toBeGreaterThan(0);
    expect(work.units).toBeLessThanOrEqual(4 * chunks.CHUNK_LENGTH);
  });

  it('does not read a text in which the passage stands as it did', () => {
    const at = large.text.length >> 1;
    const quote = describeQuote(large.text, at, at + 80);
    const done = searched(createQuoteFinder(large.text), quote);
    expect(done).toEqual({ ...NONE, pauses: done.pauses });
  });

  it('looks at no more words of a text that is four times as long', () => {
    const [one, four] = [small, large].map(({ text, quote }) => {
      const finder = createQuoteFinder(text);
      searched(finder, quote);
      return searched(finder, quote);
    }) as [Work, Work];
    expect(one.words).toBeGreaterThan(0);
    expect(four.words).toBeLessThanOrEqual(1.5 * one.words);
    expect(four.places).toBeLessThanOrEqual(4 * one.places);
  });

  it('does no more between two pauses, and pauses the oftener', () => {
    const [one, four] = [small, large].map(({ text, quote }) =>
      searched(createQuoteFinder(text), quote),
    ) as [Work, Work];
    expect(four.pauses).toBeGreaterThan(one.pauses);
    expect(four.mostWords).toBeLessThanOrEqual(1.5 * one.mostWords);
    expect(four.mostUnits).toBeLessThanOrEqual(2 * chunks.CHUNK_LENGTH);
  });

  it('aligns no more words for a quote of the commonest ones, however long a text is', () => {
    const exact = 'of the of and the of that the and of the of it was the of and';
    const [one, four] = [small, large].map(({ text }) =>
      searched(createQuoteFinder(text), { exact, prefix: '', suffix: '' }),
    ) as [Work, Work];
    expect(four.words).toBeLessThanOrEqual(1.5 * one.words);
  });
});
