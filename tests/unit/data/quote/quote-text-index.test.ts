import { describe, expect, it } from 'vitest';
import { CHUNK_LENGTH, chunkEnd } from '../../../../data/quote/chunks';
import { TextIndex } from '../../../../data/quote/text-index';

const text = Array.from({ length: 9000 }, (_, n) => `word${(n * 37) % 4001}`).join(' ');

function complete(index: TextIndex): TextIndex {
  while (!index.complete) index.step();
  return index;
}

function wordsOf(index: TextIndex): [number, number, number][] {
  const words: [number, number, number][] = [];
  complete(index).span(0, index.count, (_word, hash, start, end) => words.push([hash, start, end]));
  return words;
}

describe('TextIndex', () => {
  it('reads the words of a text of several chunks', () => {
    expect(text.length).toBeGreaterThan(3 * CHUNK_LENGTH);
    const words = wordsOf(new TextIndex(text));
    expect(words.map(([, start, end]) => text.slice(start, end)).join(' ')).toBe(text);
  });

  it('knows all places of a word', () => {
    const index = complete(new TextIndex(text));
    const hashes = wordsOf(index).map(([hash]) => hash);
    const hash = hashes[5] as number;
    const expected = hashes.flatMap((each, word) => (each === hash ? [word] : []));
    expect(expected.length).toBeGreaterThan(1);
    expect(index.places(hash)).toEqual(expected);
  });

  it('says which word follows an offset', () => {
    const index = complete(new TextIndex(text));
    wordsOf(index).forEach(([, start, end], word) => {
      if (word % 97 > 0) return;
      expect(index.wordAfter(start)).toBe(word);
      expect(index.wordAfter(end)).toBe(word + 1);
    });
  });

  const edge = chunkEnd(text, 0);
  it.each([
    ['a space between two chunks goes', edge, 1, ''],
    ['letters come where a chunk ends', edge, 0, 'more'],
    ['a whole chunk goes', edge, CHUNK_LENGTH, ''],
    ['text comes at the front', 0, 0, 'New words. '],
    ['text comes at the end', text.length, 0, 'more'],
    ['everything goes', 0, text.length, ''],
    ['much text comes', 500, 0, text.slice(0, 50_000)],
  ])('reads the same as a new one after %s', (_name, at, cut, insert) => {
    const now = text.slice(0, at) + insert + text.slice(at + cut);
    const index = complete(new TextIndex(text));
    index.update(now);
    expect(wordsOf(index)).toEqual(wordsOf(new TextIndex(now)));
  });

  it('keeps the chunks that an edit does not touch', () => {
    const index = complete(new TextIndex(text));
    index.update(`${text.slice(0, 1000)}x${text.slice(1000)}`);
    expect(index.complete).toBe(true);
  });

  it('joins what is put before the first word to it', () => {
    const [before, now] = [`boarding was reworked. ${text}`, `Onboarding was reworked. ${text}`];
    const index = complete(new TextIndex(before));
    index.update(now);
    expect(wordsOf(index)).toEqual(wordsOf(new TextIndex(now)));
  });
});
