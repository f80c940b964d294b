import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../../data/evidence';
import type { StorableRecord } from '../../../../data/evidence/newer-record';
import { mergeEvidence } from '../../../../data/import/merge';
import { record } from '../../../fixtures/records';

const EARLY = '2026-01-01T00:00:00.000Z';
const LATE = '2026-02-01T00:00:00.000Z';
const NOTHING = { added: [], updated: [], renamed: [], replaced: [], unchanged: [] };

function between(prefix: string, suffix: string): Evidence['target']['selector'] {
  return [{ type: 'TextQuoteSelector', exact: 'We asked ten customers.', prefix, suffix }];
}

/** A collection after what was merged into it is stored. */
function merged(into: readonly StorableRecord[], result: ReturnType<typeof mergeEvidence>) {
  const { added, updated, renamed, replaced } = result;
  const gone = new Set(replaced.map(({ id }) => id));
  const left = into.filter(({ id }) => !gone.has(id));
  const all = [...left, ...added, ...updated, ...renamed];
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  return all;
}

describe('mergeEvidence', () => {
  const mine = record({ id: 'a', modified: EARLY });

  it('adds what is not there', () => {
    const theirs = record({ id: 'b', quote: 'Other words' });
    expect(mergeEvidence([mine], [theirs])).toEqual({ ...NOTHING, added: [theirs] });
  });

  it('takes the one modified later', () => {
    const later = { ...mine, note: 'Mended', modified: LATE };
    expect(mergeEvidence([mine], [later])).toEqual({
      ...NOTHING,
      updated: [later],
      replaced: [mine],
    });
    expect(mergeEvidence([later], [mine])).toEqual({ ...NOTHING, unchanged: [mine] });
  });

  it('keeps the same one on both sides where they are equally old', () => {
    const other = { ...mine, level: 'pm3' };
    expect(mergeEvidence([mine], [other]).updated).toEqual([other]);
    expect(mergeEvidence([other], [mine])).toEqual({ ...NOTHING, unchanged: [mine] });
  });

  it('keeps the same one on both sides in whichever order its fields stand', () => {
    const reordered = (one: Evidence) =>
      Object.fromEntries(Object.entries(one).reverse()) as unknown as Evidence;
    const other = { ...mine, level: 'pm3' };
    expect(mergeEvidence([reordered(mine)], [other]).updated).toEqual([other]);
    expect(mergeEvidence([mine], [reordered(other)]).updated).toEqual([other]);
    expect(mergeEvidence([reordered(other)], [mine]).unchanged).toEqual([mine]);
    expect(mergeEvidence([other], [reordered(mine)]).unchanged).toEqual([mine]);
  });

  it('keeps the note of an older version where the later one has none', () => {
    const noted = { ...mine, note: 'Ana wrote to me about it.' };
    const later = { ...mine, level: 'pm3', modified: LATE };
    const both = { ...later, note: noted.note, modified: '2026-02-01T00:00:00.001Z' };
    expect(mergeEvidence([noted], [later]).updated).toEqual([both]);
    expect(mergeEvidence([later], [noted]).updated).toEqual([both]);
    expect(mergeEvidence([both], [noted, later])).toMatchObject({ added: [], updated: [] });
  });

  it('keeps the day that was given to an older version where the later one has none', () => {
    const dated = { ...mine, when: '2025-12-20' };
    const later = { ...mine, level: 'pm3', modified: LATE };
    const both = { ...later, when: dated.when, modified: '2026-02-01T00:00:00.001Z' };
    expect(mergeEvidence([dated], [later]).updated).toEqual([both]);
    expect(mergeEvidence([later], [dated]).updated).toEqual([both]);
    expect(mergeEvidence([both], [dated, later])).toMatchObject({ added: [], updated: [] });
  });

  it('keeps the day of the first tagging where both devices tagged the same', () => {
    const first = { ...mine, created: '2026-06-20T09:00:00.000Z' };
    const again = record({ id: 'b', created: '2026-07-04T09:00:00.000Z', modified: LATE });
    for (const [into, from] of [
      [first, again],
      [again, first],
    ] as const) {
      const [now] = merged([into], mergeEvidence([into], [from]));
      expect(now).toMatchObject({ id: 'a', created: first.created });
      expect(mergeEvidence([now as Evidence], [from]).updated).toEqual([]);
    }
  });

  it('compares times, not their spelling', () => {
    const earlier = { ...mine, modified: '2026-01-01T01:00:00+02:00' };
    expect(mergeEvidence([mine], [earlier]).unchanged).toEqual([earlier]);
  });

  it('knows the same tag under another id, and settles on the smaller one', () => {
    const copy = record({ id: 'b', modified: EARLY });
    expect(mergeEvidence([mine], [copy])).toEqual({ ...NOTHING, unchanged: [copy] });
    const later = record({ id: 'b', modified: LATE, target: { title: 'My review, final' } });
    expect(mergeEvidence([mine], [later])).toEqual({
      ...NOTHING,
      updated: [{ ...later, id: 'a' }],
      replaced: [mine],
    });
    expect(mergeEvidence([copy], [mine])).toEqual({
      ...NOTHING,
      renamed: [mine],
      replaced: [copy],
    });
    expect(mergeEvidence([later], [mine])).toEqual({
      ...NOTHING,
      renamed: [{ ...later, id: 'a' }],
      replaced: [later],
    });
  });

  it('makes no two of a tag that was made on both devices and then changed on one', () => {
    const copy = record({ id: 'b', modified: EARLY });
    const there = merged([copy], mergeEvidence([copy], [mine]));
    const changed = there.map((one) => ({ ...one, note: 'Mended', modified: LATE }));
    const here = merged([mine], mergeEvidence([mine], [copy]));
    expect(merged(here, mergeEvidence(here, changed))).toEqual(changed);
  });

  it.each([
    ['another sub-skill', record({ id: 'b', subSkill: 'market' })],
    ['another ladder', record({ id: 'b', ladder: 'other' })],
    ['other words', record({ id: 'b', quote: 'We asked two customers.' })],
    ['another document', record({ id: 'b', target: { document: 'https://example.com/2' } })],
    ['another level', record({ id: 'b', level: 'pm1' })],
    ["somebody else's view", record({ id: 'b', kind: 'manager' })],
    ['another day', record({ id: 'b', when: '2026-01-05' })],
    ['another note', record({ id: 'b', note: 'What Ana said' })],
    ['the same words elsewhere', record({ id: 'b', target: { selector: between('Q4: ', '') } })],
    ['them before other words', record({ id: 'b', target: { selector: between('', ' Q4') } })],
  ])('does not take %s for the same tag', (_, theirs) => {
    expect(mergeEvidence([mine], [theirs]).added).toEqual([theirs]);
  });

  it('keeps two tags of a collection that only differ in their id', () => {
    const twice = [mine, record({ id: 'b', modified: LATE })];
    expect(mergeEvidence([], twice).added).toHaveLength(2);
    expect(mergeEvidence([mine], twice)).toMatchObject({ added: [{ id: 'b' }], updated: [] });
  });

  it('takes the latest of a record that is there twice', () => {
    const later = { ...mine, modified: LATE };
    expect(mergeEvidence([], [later, mine])).toEqual({
      ...NOTHING,
      added: [later],
      unchanged: [mine],
    });
  });

  it('keeps the note of the older of two versions in one collection', () => {
    const noted = { ...mine, note: 'Ana wrote to me about it.' };
    const later = { ...mine, level: 'pm3', modified: LATE };
    for (const theirs of [
      [noted, later],
      [later, noted],
    ]) {
      expect(mergeEvidence([], theirs).added).toMatchObject([{ level: 'pm3', note: noted.note }]);
    }
  });

  it.each([
    ['changed at two times', LATE],
    ['changed at one time', EARLY],
  ])(
    'settles on the same two of four that are alike, %s, in whichever order they stand',
    (_, modified) => {
      const some = [record({ id: 'a', modified: EARLY }), record({ id: 'd', modified })];
      const others = [record({ id: 'b', modified }), record({ id: 'c', modified: EARLY })];
      const idsOf = (into: readonly Evidence[], from: readonly Evidence[]) =>
        merged(into, mergeEvidence(into, from))
          .map(({ id }) => id)
          .sort();
      const settled = idsOf(some, others);
      expect(settled).toHaveLength(2);
      expect(idsOf(others, some)).toEqual(settled);
      expect(idsOf(some.toReversed(), others)).toEqual(settled);
      expect(idsOf(some, others.toReversed())).toEqual(settled);
    },
  );

  it('leaves the records of a newer version of Rung whole', () => {
    const newer = { schema: 2, id: 'a', modified: LATE, target: { document: 'x' }, more: [1] };
    expect(mergeEvidence([], [newer]).added).toEqual([newer]);
    expect(mergeEvidence([mine], [newer]).updated).toEqual([newer]);
    expect(mergeEvidence([newer], [mine]).unchanged).toEqual([mine]);
    const lastChangedHere = { ...mine, modified: '2026-03-01T00:00:00.000Z' };
    expect(mergeEvidence([newer], [lastChangedHere]).unchanged).toEqual([lastChangedHere]);
    expect(mergeEvidence([lastChangedHere], [newer]).unchanged).toEqual([newer]);
    const timeless = { schema: 2, id: 'n', target: { document: 'x' } };
    expect(mergeEvidence([timeless], [timeless]).unchanged).toEqual([timeless]);
    const asOld = { ...timeless, more: [1] };
    expect(mergeEvidence([timeless], [asOld]).unchanged).toEqual([asOld]);
    const timed = { ...timeless, modified: EARLY };
    expect(mergeEvidence([timeless], [timed]).updated).toEqual([timed]);
    expect(mergeEvidence([timed], [timeless]).unchanged).toEqual([timeless]);
  });

  it('takes no record of a newer version of Rung for another one', () => {
    const [one, other] = ['a', 'b'].map((id) => ({
      schema: 2,
      id,
      modified: EARLY,
      target: { document: 'x' },
    })) as [StorableRecord, StorableRecord];
    expect(mergeEvidence([one], [other])).toEqual({ ...NOTHING, added: [other] });
    expect(mergeEvidence([other], [one])).toEqual({ ...NOTHING, added: [one] });
  });

  it('says what each record stands in the place of', () => {
    const alike = record({ id: 'z', quote: 'Other words' });
    const later = { ...mine, note: 'Mended', modified: LATE };
    const renamed = { ...alike, id: 'b' };
    expect(mergeEvidence([alike, mine], [renamed, later])).toEqual({
      ...NOTHING,
      updated: [later],
      renamed: [renamed],
      replaced: [mine, alike],
    });
  });

  it('keeps the same words at two places of a document apart', () => {
    const first = record({ id: 'a', target: { selector: between('Q1: ', ' Q2') } });
    const second = record({ id: 'b', target: { selector: between('Q4: ', '') } });
    expect(mergeEvidence([first], [second]).added).toEqual([second]);
  });

  const records = fc.array(
    fc.oneof(
      fc
        .record({
          id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
          quote: fc.constantFrom('one', 'two'),
          modified: fc.integer({ min: 1, max: 6 }).map((day) => `2026-01-0${day}T00:00:00.000Z`),
          note: fc.constantFrom('', '', 'first', 'second'),
          level: fc.constantFrom('pm1', 'pm2'),
          when: fc.constantFrom(undefined, '2025-12-30', '2025-12-31'),
        })
        .map(record),
      fc.record({
        schema: fc.constant(2),
        id: fc.constantFrom('a', 'x'),
        target: fc.constant({ document: 'd' }),
        modified: fc.constantFrom(undefined, EARLY, '2026-01-03T00:00:00.000Z'),
      }),
    ),
    { maxLength: 8 },
  );
  const collection = records.map((all) => [...new Map(all.map((one) => [one.id, one])).values()]);
  it('changes nothing when it is done again, whatever order storage gives', () => {
    fc.assert(
      fc.property(collection, records, (here, theirs) => {
        const once = merged(here, mergeEvidence(here, theirs));
        const again = mergeEvidence(once.toReversed(), theirs);
        expect(again).toMatchObject({ added: [], updated: [], renamed: [] });
      }),
      { numRuns: 2000 },
    );
  });

  it('comes to the same on both sides, whichever takes in the other', () => {
    const byId = (all: StorableRecord[]) => all.sort((a, b) => (a.id < b.id ? -1 : 1));
    const readable = collection.map((all) => all.filter(({ schema }) => schema === 1));
    fc.assert(
      fc.property(readable, readable, (here, there) => {
        const mine = merged(here, mergeEvidence(here, there));
        const theirs = merged(there, mergeEvidence(there, here));
        expect(byId(mine)).toEqual(byId(theirs));
        const exchanged = mergeEvidence(mine, theirs);
        expect(exchanged).toMatchObject({ added: [], updated: [], renamed: [] });
      }),
      { numRuns: 2000 },
    );
  });

  it('loses no note of a record that has none in its later version', () => {
    fc.assert(
      fc.property(collection, collection, (here, there) => {
        const notes = (all: StorableRecord[], id: string) =>
          all.filter((one) => one.id === id && 'note' in one && one.note !== '');
        for (const one of merged(here, mergeEvidence(here, there))) {
          if (!('note' in one) || one.note !== '') continue;
          expect(notes([...here, ...there], one.id)).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('accounts for every record, loses none and changes none', () => {
    fc.assert(
      fc.property(collection, records, (here, theirs) => {
        const before = structuredClone([here, theirs]);
        const result = mergeEvidence(here, theirs);
        const { added, updated, renamed, replaced, unchanged } = result;
        const told = [added, updated, renamed, unchanged].flat();
        expect(told).toHaveLength(theirs.length);
        expect(replaced).toHaveLength(updated.length + renamed.length);
        expect(merged(here, result)).toHaveLength(here.length + added.length);
        expect([here, theirs]).toEqual(before);
      }),
      { numRuns: 1000 },
    );
  });

  it('comes to the same days whichever of two collections is merged into the other', () => {
    // Of two that are equally old mine stays, so that each has a time of its own here.
    const apart = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd'),
        when: fc.constantFrom(undefined, '2025-12-30', '2025-12-31'),
      }),
      { selector: ({ id }) => id },
    );
    const timed = (all: readonly object[], odd: number) =>
      all.map((one, at) =>
        record({
          ...one,
          quote: `${JSON.stringify(one)}`,
          modified: new Date(at * 2 + odd).toISOString(),
        }),
      );
    fc.assert(
      fc.property(apart, apart, (some, others) => {
        const [here, there] = [timed(some, 0), timed(others.toReversed(), 1)];
        const days = (into: StorableRecord[], from: StorableRecord[]) =>
          merged(into, mergeEvidence(into, from))
            .map((one) => [one.id, (one as Evidence).when])
            .sort();
        expect(days(here, there)).toEqual(days(there, here));
      }),
    );
  });

  it('brings a collection into an empty one whole', () => {
    fc.assert(
      fc.property(collection, (theirs) => {
        const { added, updated, unchanged } = mergeEvidence([], theirs);
        expect(new Set(added)).toEqual(new Set(theirs));
        expect([updated, unchanged]).toEqual([[], []]);
      }),
    );
  });
});
