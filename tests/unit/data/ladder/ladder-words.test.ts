import { describe, expect, it } from 'vitest';
import intercomFile from '../../../../data/ladders/intercom-pm.json';
import webflowFile from '../../../../data/ladders/webflow-pm.json';
import { phraseHashes, sourcePhrases } from '../../../fixtures/phrase-hashes';

/** Names, which are nobody's sentences. */
const NAMES = new Set([
  'minimum testable minimum viable and minimum',
  'testable minimum viable and minimum marketable',
]);

/** Where things are named that others wrote, by their titles. */
const TITLES = /^\/(?:source|guide\/resources)\//;

function textsOf(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return TITLES.test(path) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}/${key}`));
}

describe('the words of the bundled ladders', () => {
  const theirs = sourcePhrases();
  const takenOver = (text: string) =>
    [...phraseHashes(text)]
      .filter(([hash, phrase]) => theirs.has(hash) && !NAMES.has(phrase))
      .map(([, phrase]) => phrase);

  it('are compared with the sources', () => {
    expect(theirs.size).toBeGreaterThan(7000);
    // The title of an article that a source names.
    expect(takenOver('The importance of a clear career path')).not.toEqual([]);
  });

  it.each([
    ['intercom-pm', intercomFile],
    ['webflow-pm', webflowFile],
  ])('take no phrase of six words over into %s', (_, file) => {
    const texts = textsOf(file);
    expect(texts.length).toBeGreaterThan(150);
    expect(texts.flatMap(takenOver)).toEqual([]);
  });
});
