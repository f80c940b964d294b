import { describe, expect, test } from 'vitest';
import { shareOf } from '../../../../entrypoints/tagger/surfaces/google-docs/rectangles';
import { locateRuns, partOf } from '../../../../entrypoints/tagger/surfaces/google-docs/runs';
import { solidOf } from '../../../../entrypoints/tagger/surfaces/google-docs/solid';

/** The words of the text that each label was found to stand for. */
function located(labels: readonly string[], text: string, share = 0) {
  const solid = solidOf(text);
  return locateRuns(labels, solid, share).map(({ label, at }) => {
    if (at === null) return null;
    const start = solid.at[at] ?? 0;
    const end = (solid.at[at + label.text.length - 1] ?? 0) + 1;
    return text.slice(start, end);
  });
}

describe('labels are found in the text', () => {
  const text =
    'A heading\nThe first line of a paragraph that wraps and has bold words in it.\nAn item\nAnother item\nBy   of Sales.\nThe end\n';

  test('in order, short ones too', () => {
    const labels = [
      'A heading',
      'The first line of a paragraph ',
      'that wraps and has ',
      'bold',
      ' words in it.',
    ];
    expect(located(labels, text)).toEqual(labels.map((label) => label.trim()));
  });

  test('from the middle of the document on', () => {
    const labels = ['has ', 'bold', ' words in it.', 'An item', 'Another item'];
    expect(located(labels, text, 0.3)).toEqual(labels.map((label) => label.trim()));
  });

  test('past list marks, labels of chips and what is not in the text', () => {
    const labels = [
      'An item',
      '●',
      'Another item',
      'By ',
      'Ada Lopez',
      ' of Sales.',
      'Page 7',
      'The end',
    ];
    expect(located(labels, text)).toEqual([
      'An item',
      null,
      'Another item',
      'By',
      null,
      'of Sales.',
      null,
      'The end',
    ]);
  });

  test('past a line that was edited since the text was read', () => {
    const labels = [
      'A heading',
      'The first XYZ line of a paragraph ',
      'that wraps and has ',
      'bold',
    ];
    expect(located(labels, text)).toEqual(['A heading', null, 'that wraps and has', 'bold']);
  });

  test('once more where two tiles show the same line', () => {
    const labels = [
      'The first line of a paragraph ',
      'that wraps and has ',
      'that wraps and has ',
      'bold',
    ];
    expect(located(labels, text)).toEqual(labels.map((label) => label.trim()));
  });

  test('of equal passages, in the one at that height', () => {
    const once = 'The same passage, word for word, every time it comes.\n';
    const repeated = once.repeat(40);
    const solid = solidOf(repeated);
    const [run] = locateRuns([once, once], solid, 0.5);
    const start = solid.at[run?.at ?? 0] ?? 0;
    expect(Math.abs(start / repeated.length - 0.5)).toBeLessThan(0.1);
  });
});

describe('the part of a label that a span covers', () => {
  const text = 'One two  three\nfour';
  const solid = solidOf(text);
  const [first, second] = locateRuns(['One two ', ' three'], solid, 0);

  test.each([
    ['all', { start: 0, end: 19 }, { start: 0, end: 7 }, { start: 1, end: 6 }],
    ['some', { start: 4, end: 11 }, { start: 4, end: 7 }, { start: 1, end: 3 }],
    ['none', { start: 15, end: 19 }, null, null],
    ['spaces only', { start: 7, end: 9 }, null, null],
  ])('%s', (_what, span, ofFirst, ofSecond) => {
    if (!first || !second) throw new Error('not found');
    expect(partOf(first, solid, span)).toEqual(ofFirst);
    expect(partOf(second, solid, span)).toEqual(ofSecond);
  });
});

test('a part takes its share of the width, right up to the end', () => {
  const widthOf = (words: string) => words.length * 7;
  expect(shareOf('abcdefgh', { start: 2, end: 6 }, widthOf)).toEqual({ from: 0.25, to: 0.75 });
  expect(shareOf('abcdefgh', { start: 0, end: 8 }, widthOf)).toEqual({ from: 0, to: 1 });
  expect(shareOf('', { start: 0, end: 0 }, widthOf)).toEqual({ from: 0, to: 1 });
});
