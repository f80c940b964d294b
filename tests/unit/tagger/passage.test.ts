import { describe, expect, it } from 'vitest';
import { MAX_PASSAGE, trimSpan } from '../../../data/passage';
import { passageOf } from '../../../entrypoints/tagger/passage';

describe('trimming', () => {
  it.each([
    ['  words ', 'words'],
    ['\u00A0\u200Bwords\n\t', 'words'],
    ['\u0000words\uFEFF', 'words'],
    ['\u200Fwords\u200D', 'words'],
    ['a b', 'a b'],
    [' \u200B\n ', null],
    ['', null],
  ])('%j leaves %j', (text, expected) => {
    const span = trimSpan(text, { start: 0, end: text.length });
    expect(span && text.slice(span.start, span.end)).toBe(expected);
  });
});

describe('the passage of a reading', () => {
  const text = 'Before. I led the migration. After.';

  it('is described with its context and its place', () => {
    expect(passageOf({ text, selection: { start: 7, end: 29 } })).toMatchObject({
      ok: true,
      span: { start: 8, end: 28 },
      quote: { exact: 'I led the migration.', prefix: 'Before. ', suffix: ' After.', start: 8 },
    });
  });

  it('is refused where nothing, only blanks, or too much is selected', () => {
    const much = 'words '.repeat(MAX_PASSAGE);
    expect(passageOf({ text, selection: null })).toEqual({ ok: false, why: 'nothing-selected' });
    expect(passageOf({ text: ' a', selection: { start: 0, end: 1 } })).toEqual({
      ok: false,
      why: 'nothing-selected',
    });
    expect(passageOf({ text: much, selection: { start: 0, end: much.length } })).toEqual({
      ok: false,
      why: 'too-large',
    });
    expect(passageOf({ text: '', selection: null, selected: much })).toEqual({
      ok: false,
      why: 'too-large',
    });
  });

  it('finds the place of a copy that stands in the text once', () => {
    expect(passageOf({ text, selection: null, selected: ' I led the migration. ' })).toMatchObject({
      ok: true,
      quote: { exact: 'I led the migration.', start: 8 },
    });
  });

  it('gives a copy no place where it stands nowhere or twice', () => {
    const twice = { text: 'so it is, so it is', selection: null, selected: 'so it is' };
    expect(passageOf(twice)).toMatchObject({ ok: true, span: null, quote: { prefix: '' } });
    const nowhere = { text, selection: null, selected: 'elsewhere' };
    expect(passageOf(nowhere)).toMatchObject({ ok: true, span: null, quote: { prefix: '' } });
  });
});
