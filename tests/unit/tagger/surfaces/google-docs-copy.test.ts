// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { copiedText } from '../../../../entrypoints/tagger/surfaces/google-docs/copied-text';
import {
  isCopyOf,
  locateCopy,
} from '../../../../entrypoints/tagger/surfaces/google-docs/copy-and-text';
import {
  ownCaret,
  ownRange,
  placeOfCopy,
  rangeOfCopy,
} from '../../../../entrypoints/tagger/surfaces/google-docs/own-range';

const RAW =
  '\u0003First paragraph here.\nSecond one, by \uE907 of Sales.\nAn item\nAnother item\nSecond one\n';

const span = (words: string, from = 0) => {
  const start = RAW.indexOf(words, from);
  return { start, end: start + words.length };
};
const answer = (...ranges: { start: number; end: number }[]) => ({ raw: RAW, text: RAW, ranges });

describe('a copy is that of a passage', () => {
  test.each([
    ['word for word', 'First paragraph', 'First paragraph'],
    ['with other line breaks', 'here.\nSecond', 'here.\r\n\r\nSecond'],
    ['with list marks', 'An item\nAnother item', '* An item\n* Another item'],
    ['with numbers before items', 'An item\nAnother item', '1. An item\n2. Another item'],
    ['with a label for a chip', 'by \uE907 of Sales', 'by Ada Lopez of Sales'],
    ['with nothing for a chip', 'by \uE907 of Sales', 'by  of Sales'],
    ['ending in a chip', 'one, by \uE907', 'one, by Ada Lopez'],
    ['without zero-width characters', 'a zero\u200bwidth', 'a zerowidth'],
  ])('%s', (_how, raw, copy) => {
    expect(isCopyOf(raw, copy)).toBe(true);
  });

  test.each([
    ['other words', 'First paragraph', 'Second one'],
    ['fewer', 'First paragraph', 'First'],
    ['more', 'First', 'First paragraph'],
    ['more around a chip', 'by \uE907 of', 'one, by Ada Lopez of Sales'],
    ['none', '\n\u0003', ''],
    ['none but a chip', '\uE907', 'Ada Lopez'],
  ])('not %s', (_how, raw, copy) => {
    expect(isCopyOf(raw, copy)).toBe(false);
  });
});

describe('a copy stands', () => {
  test('where its words are, whatever marks and spaces it has', () => {
    expect(locateCopy(RAW, '* An item\r\n* Another item', [])).toEqual(
      span('An item\nAnother item'),
    );
    expect(locateCopy(RAW, 'First  paragraph', [])).toEqual(span('First paragraph'));
  });

  test('around the chip whose label it has', () => {
    const copy = 'First paragraph here.\nSecond one, by Ada Lopez of Sales.\nAn item';
    const whole = span('First paragraph here.\nSecond one, by \uE907 of Sales.\nAn item');
    expect(locateCopy(RAW, copy, [])).toEqual(whole);
  });

  test('near where the page says, or nowhere if it does not', () => {
    const second = span('Second one', 60);
    expect(locateCopy(RAW, 'Second one', [second.start - 3])).toEqual(second);
    expect(locateCopy(RAW, 'Second one', [2])).toEqual(span('Second one'));
    expect(locateCopy(RAW, 'Second one', [])).toBeNull();
    expect(locateCopy(RAW, 'no such words', [5])).toBeNull();
  });
});

describe("the user's own range", () => {
  const mine = span('Another item');
  const theirs = span('First paragraph');

  test('is the one the copy is of, wherever others stand in the list', () => {
    expect(rangeOfCopy(answer(mine, theirs), 'Another item')).toEqual(mine);
    expect(rangeOfCopy(answer(theirs, mine), 'Another item')).toEqual(mine);
    expect(rangeOfCopy(answer(theirs), 'Another item')).toBeNull();
  });

  test('may come in pieces', () => {
    const pieces = [span('An item\n'), span('Another item\n')];
    expect(rangeOfCopy(answer(...pieces), 'An item\nAnother item')).toEqual(
      span('An item\nAnother item\n'),
    );
    expect(ownRange(answer(...pieces))).toEqual(span('An item\nAnother item\n'));
  });

  test('is the latest of several that the user picked', () => {
    const picked = [span('of Sales'), span('An item')];
    expect(rangeOfCopy(answer(...picked), 'An item\nof Sales')).toEqual(span('of Sales'));
  });

  test('is not told by words that stand in two ranges', () => {
    const twice = [span('Second one'), span('Second one', 60)];
    expect(rangeOfCopy(answer(...twice), 'Second one')).toBe('several');
  });

  test('is unclear among several without a copy, also where one is a caret', () => {
    expect(ownRange(answer(mine, theirs))).toBe('unclear');
    expect(ownRange(answer({ start: 22, end: 22 }, { start: 23, end: 40 }))).toBe('unclear');
    expect(ownRange(answer())).toBe('unclear');
    expect(ownRange(answer(mine))).toEqual(mine);
    expect(ownRange(answer({ start: 4, end: 4 }))).toBe('none');
  });

  test('is found in the text where the page names another', () => {
    expect(placeOfCopy(answer(theirs), 'Another item')).toEqual(mine);
  });
});

describe('the words of what the editor wrote', () => {
  test.each([
    ['paragraphs', '<b><p>One</p><p>Two</p></b>', 'One\nTwo'],
    ['spans of one paragraph', '<p><span>One </span><span>two</span></p>', 'One two'],
    ['line breaks', '<p>One<br>two</p>', 'One\ntwo'],
    ['lists', '<ul><li><p>One</p></li><li><p>Two</p></li></ul><p>Three</p>', 'One\nTwo\nThree'],
    [
      'tables',
      '<table><tbody><tr><td><p>A</p></td><td><p>B</p></td></tr><tr><td><p>C</p></td></tr></tbody></table><p>D</p>',
      'A\tB\nC\nD',
    ],
    ['zero-width characters', '\u200b<p>One\ufeff</p>', 'One'],
    ['nothing', '\u200b', ''],
  ])('of %s', (_what, html, words) => {
    const root = document.createElement('div');
    root.innerHTML = html;
    expect(copiedText(root)).toBe(words);
  });
});

describe("the user's own caret", () => {
  const caret = { start: 5, end: 5 };
  const selected = span('First paragraph');
  test.each([
    ['alone', [caret], 5],
    ['before what somebody else selected', [caret, selected], 5],
    ['behind it', [selected, caret], 5],
    ['beside the caret of somebody else', [caret, { start: 9, end: 9 }], null],
    ['nowhere', [selected], null],
    ['not told', [], null],
  ])('%s', (_where, ranges, expected) => {
    expect(ownCaret(answer(...ranges))).toBe(expected);
  });

  test('where the page has no such list', () => {
    expect(ownCaret({ raw: RAW, text: RAW, ranges: null })).toBeNull();
  });
});
