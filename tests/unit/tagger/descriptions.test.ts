import { expect, it, vi } from 'vitest';
import type { Span } from '../../../data/passage';
import { describeQuote } from '../../../data/quote';
import { Descriptions } from '../../../entrypoints/tagger/descriptions';
import type { SearchedSurface } from '../../../entrypoints/tagger/finding';

const PASSAGE = 'I led the billing migration and cut support tickets by fifty per cent.';
const OTHER = 'We wrote the options down and decided in a week, all of us, in one room.';

const lines = (name: string) =>
  Array.from({ length: 20 }, (_, at) => `${name} ${at} tells of ${at * 7}.`).join('\n');
const BEFORE = lines('Before');
const AFTER = lines('After');

/** A page that may be given another text, and how often all of its text was looked at. */
function page() {
  const searched = { all: '' };
  const looked = vi.fn();
  const surface = {
    get text() {
      looked();
      return searched.all;
    },
    get length() {
      return searched.all.length;
    },
    wordsAt: ({ start, end }: Span) => searched.all.slice(start, end),
  } as unknown as SearchedSurface;
  const descriptions = new Descriptions();
  const describe = (text: string, passage = PASSAGE) => {
    searched.all = text;
    looked.mockReset();
    const start = text.indexOf(passage);
    const at = { start, end: start + passage.length, confidence: 'edited' } as const;
    const quote = descriptions.of('one', { searched: surface, at });
    expect(quote).toEqual(describeQuote(text, start, at.end));
    return looked.mock.calls.length;
  };
  return { describe, descriptions };
}

const WHOLE = [BEFORE, PASSAGE, AFTER].join('\n');

it('describes a passage once while it and what is around it stay, wherever they come to stand', () => {
  const { describe } = page();
  expect(describe(WHOLE)).toBe(1);
  expect(describe(WHOLE)).toBe(0);
  expect(describe(`Something new.\n${WHOLE}`)).toBe(0);
  expect(describe(`${WHOLE}\nSomething new.`)).toBe(0);
});

it.each([
  ['it reads otherwise', WHOLE.replace('fifty', 'sixty'), PASSAGE.replace('fifty', 'sixty')],
  ['another passage of its length is meant', WHOLE.replace('After 0', OTHER), OTHER.slice(0, 70)],
  ['what stands before it does', WHOLE.replace('Before 19', 'Before it'), PASSAGE],
  ['what stands behind it does', WHOLE.replace('After 0', 'After it'), PASSAGE],
  ['nothing stands behind it any more', `${BEFORE}\n${PASSAGE}`, PASSAGE],
])('describes it anew where %s', (_what, text, passage) => {
  const { describe } = page();
  describe(WHOLE);
  expect(describe(text, passage)).toBe(1);
});

it.each([
  ['before', PASSAGE, `${BEFORE}\n${PASSAGE}`],
  ['behind', `${BEFORE}\n${PASSAGE}`, WHOLE],
])('describes it anew where something came to stand %s it', (_where, text, next) => {
  const { describe } = page();
  describe(text);
  expect(describe(next)).toBe(1);
});

it('forgets those that are shown no more', () => {
  const { describe, descriptions } = page();
  describe(WHOLE);
  descriptions.keep(new Set(['two']));
  expect(describe(WHOLE)).toBe(1);
});
