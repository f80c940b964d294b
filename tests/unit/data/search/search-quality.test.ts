import { describe, expect, it } from 'vitest';
import { engines } from '../../../bench/search/engines';
import { measureQuality } from '../../../bench/search/quality';
import {
  BLIND_QUERIES,
  KEPT_BACK_QUERIES,
  OWN_QUERIES,
  type Query,
  readJson,
} from '../../../bench/search/queries';
import { bundledLadders } from '../../../fixtures/bundled-ladders';

const queries = readJson<Query[]>(OWN_QUERIES);
const keptBack = readJson<Query[]>(KEPT_BACK_QUERIES);
const blind = readJson<Query[]>(BLIND_QUERIES);
const all = [...queries, ...keptBack, ...blind];
const rung = (engines.rung as NonNullable<typeof engines.rung>)(bundledLadders);

describe('answers to the project’s own queries', () => {
  const quality = measureQuality(rung, queries, bundledLadders);

  it.each([
    ['exact', 0.98, 0.98],
    ['typo', 0.95, 0.98],
    ['prefix', 0.9, 0.98],
    ['level', 0.95, 0.98],
    ['synonym', 0.89, 0.95],
    ['passage', 0.88, 0.93],
  ])('%s: right at once in %f, among the first three in %f of all', (type, at1, at3) => {
    expect(quality.get(type)?.at1).toBeGreaterThanOrEqual(at1);
    expect(quality.get(type)?.at3).toBeGreaterThanOrEqual(at3);
  });

  it('are each asked for once, in one of the three files', () => {
    const asked = all.map(({ query }) => query.toLowerCase());
    expect(asked.filter((query, at) => asked.indexOf(query) !== at)).toEqual([]);
  });

  it('are asked for under names that the ladders have', () => {
    for (const { query, expect: wanted } of all) {
      for (const { ladder, subSkill } of wanted) {
        const known = bundledLadders
          .find((one) => one.name === ladder)
          ?.skillAreas.some((area) => area.subSkills.some((one) => one.name === subSkill));
        expect(known, `${query}: ${subSkill}`).toBe(true);
      }
    }
  });
});

/** Two or three points below what was measured: a real loss is more, a word moved within it less. */
describe.each([
  [
    'that the vocabulary was written without',
    keptBack,
    { synonym: [0.77, 0.88, 0.92], passage: [0.66, 0.87, 0.94] },
  ],
  [
    'that nothing was chosen by',
    blind,
    { synonym: [0.735, 0.89, 0.925], passage: [0.64, 0.87, 0.91] },
  ],
] as const)('answers to queries %s', (_which, asked, least) => {
  const quality = measureQuality(rung, asked, bundledLadders);

  it.each([
    ['synonym', ...least.synonym],
    ['passage', ...least.passage],
  ] as const)(
    '%s: right at once in %f, among the first three in %f, five in %f of all',
    (type, at1, at3, at5) => {
      expect(quality.get(type)?.at1).toBeGreaterThanOrEqual(at1);
      expect(quality.get(type)?.at3).toBeGreaterThanOrEqual(at3);
      expect(quality.get(type)?.at5).toBeGreaterThanOrEqual(at5);
    },
  );
});
