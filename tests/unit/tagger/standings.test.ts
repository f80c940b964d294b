import { describe, expect, it, vi } from 'vitest';
import type { Span } from '../../../data/passage';
import type { Confidence } from '../../../data/quote';
import type { SearchedSurface } from '../../../entrypoints/tagger/finding';
import {
  marksOf,
  placeKnown,
  standingOf,
  surestPlace,
} from '../../../entrypoints/tagger/standings';

const QUOTE = { exact: 'cut support tickets', prefix: '', suffix: '' };

/** A surface of some kind in which the passage stands so surely, between these words. */
function searched(kind: string, confidence: Confidence, before = '', after = '') {
  const start = before.length;
  const text = before + QUOTE.exact + after;
  const find = vi.fn(async () => ({ start, end: start + QUOTE.exact.length, confidence }));
  const wordsAt = ({ start, end }: Span) => text.slice(start, end);
  return { surface: { kind }, find, wordsAt } as unknown as SearchedSurface;
}

it.each(['page', 'field', 'google-docs'] as const)(
  'looks first where a passage was tagged: %s',
  async (surface) => {
    const surfaces = ['page', 'google-docs', 'field'].map((kind) => searched(kind, 'same'));
    const found = await surestPlace({ id: 'one', quote: QUOTE, hue: 0, surface }, surfaces);
    expect(found?.searched.surface.kind).toBe(surface);
    expect(surfaces.filter((one) => vi.mocked(one.find).mock.calls.length > 0)).toHaveLength(1);
  },
);

it.each<[string, Confidence, string[], number]>([
  ['all of it', 'same', ['Answer 1: ', 'Answer 8: ', 'Answer 9: '], 1],
  ['the most of it', 'same', ['Answer 1, ', 'Point 8: ', 'Answer 9: '], 1],
  ['the most of it, edited', 'edited', ['Answer 1: ', 'Answer 8: '], 1],
  ['the first where that is alike', 'same', ['Answer 1: ', 'Answer 2: '], 0],
])('of equally sure places takes that with %s around it', async (_what, confidence, all, which) => {
  const surfaces = all.map((before) => searched('field', confidence, before, ' by half.'));
  const quote = { ...QUOTE, prefix: 'Answer 8: ', suffix: ' by half.' };
  const record = { id: 'one', quote, hue: 0, surface: 'field' } as const;
  expect((await surestPlace(record, surfaces))?.searched).toBe(surfaces[which]);
});

it.each<[string, [string, string][], number]>([
  [
    'the whole of it',
    [
      ['Soon I ', ' by half.'],
      ['', ''],
    ],
    1,
  ],
  [
    'its end',
    [
      ['Soon I ', ' by half.'],
      ['Soon I ', ''],
    ],
    1,
  ],
  [
    'its beginning',
    [
      ['Soon I ', ' by half.'],
      ['', ' by half.'],
    ],
    1,
  ],
])(
  'tells an answer that was tagged as a whole from one that says it, too, by %s',
  async (_what, all, which) => {
    const surfaces = all.map(([before, after]) => searched('field', 'same', before, after));
    const record = { id: 'one', quote: QUOTE, hue: 0, surface: 'field' } as const;
    expect((await surestPlace(record, surfaces))?.searched).toBe(surfaces[which]);
  },
);

it('takes a surer place in a surface of another kind where it is doubtful in its own', async () => {
  const [page, field] = [searched('page', 'same'), searched('field', 'doubtful')];
  const record = { id: 'one', quote: QUOTE, hue: 0, surface: 'field' } as const;
  expect((await surestPlace(record, [page, field]))?.searched).toBe(page);
});

it.each(['page', 'field'] as const)('stays where it was edited: %s', async (surface) => {
  const all = ['page', 'field'].map((kind) => searched(kind, kind === surface ? 'edited' : 'same'));
  const record = { id: 'one', quote: QUOTE, hue: 0, surface };
  expect((await surestPlace(record, all))?.searched.surface.kind).toBe(surface);
});

describe('what is known at once', () => {
  const knows = (kind: string, at: unknown) =>
    ({ ...searched(kind, 'same'), placeKnown: () => at }) as unknown as SearchedSurface;
  const at = { start: 0, end: 19, confidence: 'edited' };
  const record = { id: 'one', quote: QUOTE, hue: 0, surface: 'page' } as const;

  it('is the place in its own surface, whatever is to be looked for in others', () => {
    const here = knows('page', at);
    expect(placeKnown(record, [knows('field', undefined), here])).toEqual({ searched: here, at });
  });

  it('is the place in another surface where it is known to be gone from its own', () => {
    const there = knows('field', at);
    expect(placeKnown(record, [knows('page', null), there])).toEqual({ searched: there, at });
    expect(placeKnown(record, [knows('page', null), knows('field', null)])).toBeNull();
  });

  it('is nothing where one has to look', () => {
    expect(placeKnown(record, [knows('page', undefined), knows('field', at)])).toBeUndefined();
    expect(placeKnown(record, [knows('page', null), knows('field', undefined)])).toBeUndefined();
  });
});

it('looks everywhere for a passage that was pasted, in the order of the page', async () => {
  const surfaces = [searched('page', 'edited'), searched('field', 'edited')];
  const record = { id: 'one', quote: QUOTE, hue: 0, surface: 'pasted' } as const;
  expect((await surestPlace(record, surfaces))?.searched).toBe(surfaces[0]);
});

it('says how a passage stands, and in which words where they are not what they were', () => {
  const here = searched('page', 'same');
  const at = { start: 0, end: 19 };
  const words = vi.fn(() => QUOTE);
  expect(standingOf(null, words)).toEqual({ state: 'orphan' });
  expect(standingOf(undefined, words)).toEqual({ state: 'orphan' });
  const same = { searched: here, at: { ...at, confidence: 'same' } } as const;
  expect(standingOf(same, words)).toEqual({ state: 'same' });
  expect(words).not.toHaveBeenCalled();
  for (const confidence of ['edited', 'doubtful'] as const) {
    const standpoint = { searched: here, at: { ...at, confidence } };
    expect(standingOf(standpoint, words)).toEqual({ state: confidence, quote: QUOTE });
    expect(words).toHaveBeenLastCalledWith(standpoint);
  }
});

describe('the marks of a surface', () => {
  const [here, elsewhere] = [searched('page', 'same'), searched('field', 'same')];
  const first = {
    searched: here,
    at: { start: 3, end: 9, confidence: 'same' as Confidence },
    hue: 1,
  };

  /** The ids of each mark, of records that stand so, the first of them always the same. */
  function marked(...others: Partial<typeof first>[]): (readonly string[])[] {
    const all = [first, ...others.map((other) => ({ ...first, ...other }))].map((one, n) => ({
      ...one,
      id: `n${n}`,
    }));
    const records = all.map(({ id, hue }) => ({ id, quote: QUOTE, hue }));
    const marks = marksOf(here, records, new Map(all.map((one) => [one.id, one])));
    return marks.map(({ ids }) => ids);
  }

  it('are one for all that stand there alike', () => {
    expect(marked({}, {})).toEqual([['n0', 'n1', 'n2']]);
  });

  it.each([
    ['beginning', { at: { ...first.at, start: 4 } }],
    ['end', { at: { ...first.at, end: 10 } }],
    ['confidence', { at: { ...first.at, confidence: 'edited' } }],
    ['colour', { hue: 2 }],
  ] as const)('are others for those of another %s', (_what, other) => {
    expect(marked(other, other)).toEqual([['n0'], ['n1', 'n2']]);
  });

  it('are none for what stands in another surface, or nowhere', () => {
    expect(marked({ searched: elsewhere })).toEqual([['n0']]);
    const records = [{ id: 'one', quote: QUOTE, hue: 0 }];
    expect(marksOf(here, records, new Map([['one', null]]))).toEqual([]);
    expect(marksOf(here, records, new Map())).toEqual([]);
  });
});
