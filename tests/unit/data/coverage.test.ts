import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Coverage, coverage, expectedAt, gapsAt, standingBelow } from '../../../data/coverage';
import type { Days } from '../../../data/days';
import { LADDER, record } from '../../fixtures/records';

const counts = ({ rows }: Coverage) =>
  Object.fromEntries(
    rows.map(({ subSkill, cells }) => [subSkill, cells.map(({ count }) => count)]),
  );

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

const totalOf = ({ rows }: Coverage) =>
  sum(rows.flatMap(({ cells }) => cells.map(({ count }) => count)));

const NONE = { self: 0, peer: 0, manager: 0 };

describe('coverage', () => {
  it('counts evidence per sub-skill and level, and by whose view it is', () => {
    const result = coverage(LADDER, [
      record({ level: 'pm1' }),
      record({ level: 'pm2' }),
      record({ level: 'pm2', kind: 'peer' }),
      record({ subSkill: 'planning', level: 'pm3', kind: 'manager' }),
    ]);
    expect(counts(result)).toEqual({ research: [1, 2, 0], market: [0, 0, 0], planning: [0, 0, 1] });
    expect(result.kinds).toEqual({ self: 2, peer: 1, manager: 1 });
    expect(result.rows[0]).toMatchObject({
      skillArea: 'insight',
      subSkill: 'research',
    });
    expect(result.rows[0]?.cells.map(({ kinds }) => kinds)).toEqual([
      { ...NONE, self: 1 },
      { ...NONE, self: 1, peer: 1 },
      NONE,
    ]);
  });

  it('has a row for each sub-skill and a cell for each level where there is no evidence', () => {
    const result = coverage(LADDER, []);
    expect(counts(result)).toEqual({ research: [0, 0, 0], market: [0, 0, 0], planning: [0, 0, 0] });
    expect(result.rows[1]?.cells).toEqual([
      { level: 'pm1', count: 0, kinds: NONE, expected: false },
      { level: 'pm2', count: 0, kinds: NONE, expected: true },
      { level: 'pm3', count: 0, kinds: NONE, expected: true },
    ]);
  });

  it('counts apart what the ladder has no place for', () => {
    const result = coverage(LADDER, [
      record(),
      record({ ladder: 'gone' }),
      record({ subSkill: 'lost' }),
      record({ subSkill: 'constructor' }),
      record({ level: 'pm9' }),
    ]);
    expect(totalOf(result)).toBe(1);
    expect(result.elsewhere).toEqual({
      outsidePeriod: 0,
      unknownSubSkill: 2,
      unknownLevel: 1,
      otherLadder: 1,
    });
  });

  it.each([
    ['open', null, null, ['a', 'b', 'c']],
    ['from a day on', '2026-01-02', null, ['b', 'c']],
    ['up to a day', null, '2026-01-02', ['a', 'b']],
    ['between two', '2026-01-02', '2026-01-02', ['b']],
  ])('keeps to a period: %s', (_, from, to, within) => {
    const evidence = [
      record({ id: 'a', created: new Date(2026, 0, 1, 23, 59).toISOString() }),
      record({ id: 'b', created: new Date(2026, 0, 2).toISOString() }),
      record({ id: 'c', when: '2026-01-03' }),
    ];
    const result = coverage(LADDER, evidence, { from, to });
    expect(totalOf(result)).toBe(within.length);
    expect(result.elsewhere.outsidePeriod).toBe(3 - within.length);
  });

  it('counts every record in exactly one place', () => {
    const records = fc.array(
      fc
        .record({
          ladder: fc.constantFrom('acme-pm', 'gone'),
          subSkill: fc.constantFrom('research', 'planning', 'lost', '__proto__'),
          level: fc.constantFrom('pm1', 'pm3', 'pm9', 'toString'),
          kind: fc.constantFrom('self' as const, 'peer' as const, 'manager' as const),
          created: fc.constantFrom('2026-01-01T00:00:00Z', '2026-06-01T00:00:00Z'),
          when: fc.constantFrom(undefined, '2026-02-28', '2026-03-01'),
        })
        .map(record),
    );
    fc.assert(
      fc.property(records, (evidence) => {
        const counted = coverage(LADDER, evidence, {
          from: '2026-03-01',
          to: null,
        });
        const total = totalOf(counted);
        expect(total + sum(Object.values(counted.elsewhere))).toBe(evidence.length);
        const { unknownSubSkill, unknownLevel } = counted.elsewhere;
        expect(sum(Object.values(counted.kinds))).toBe(total + unknownSubSkill + unknownLevel);
      }),
    );
  });
});

describe('gapsAt', () => {
  const result = coverage(LADDER, [
    record({ level: 'pm2' }),
    record({ subSkill: 'planning', level: 'pm1' }),
    record({ subSkill: 'planning', level: 'pm3' }),
    record({ subSkill: 'planning', level: 'pm3' }),
  ]);

  it('names sub-skills without evidence at a level, whatever they have at others', () => {
    expect(gapsAt(result, 'pm2')).toEqual(['market', 'planning']);
  });

  it('does not call it a gap where nothing is expected yet', () => {
    expect(gapsAt(result, 'pm1')).toEqual(['research']);
  });

  it('has none at a level the ladder does not have', () => {
    expect(gapsAt(result, 'pm9')).toEqual([]);
  });
});

describe('expectedAt', () => {
  it('counts the sub-skills that expect something, with evidence or without', () => {
    const result = coverage(LADDER, [record({ subSkill: 'market', level: 'pm1' })]);
    expect(['pm1', 'pm2', 'pm9'].map((level) => expectedAt(result, level))).toEqual([2, 3, 0]);
    expect(gapsAt(result, 'pm1').length).toBe(2);
  });
});

describe('standingBelow', () => {
  const below = (level: string, evidence: Parameters<typeof record>[0][], days?: Days) =>
    standingBelow(coverage(LADDER, evidence.map(record), days), LADDER, level);

  it('gives the level below, where that has evidence and mine has none', () => {
    const evidence = [{ level: 'pm1' }, { level: 'pm1', subSkill: 'planning' }];
    expect(below('pm2', evidence)).toEqual({ level: LADDER.levels[0], count: 2, alone: true });
    expect(below('pm3', evidence)).toBeNull();
  });

  it('or has little, and the level below more', () => {
    const evidence = [{ level: 'pm1' }, { level: 'pm1' }, { level: 'pm2' }];
    expect(below('pm2', evidence)).toMatchObject({ count: 2, alone: false });
    expect(below('pm2', [...evidence, { level: 'pm2' }])).toBeNull();
  });

  it('says nothing where half of what is expected at mine has evidence', () => {
    const lots = Array.from({ length: 9 }, () => ({ level: 'pm1' }));
    expect(below('pm2', [...lots, { level: 'pm2' }])).toMatchObject({ count: 9 });
    const covered = [{ level: 'pm2' }, { level: 'pm2', subSkill: 'market' }];
    expect(below('pm2', [...lots, ...covered])).toBeNull();
  });

  it('says nothing where just half has evidence, nor at the lowest level', () => {
    const insight = { ...LADDER, skillAreas: LADDER.skillAreas.slice(0, 1) };
    const evidence = [{ level: 'pm1' }, { level: 'pm1' }, { level: 'pm2' }].map(record);
    expect(expectedAt(coverage(insight, evidence), 'pm2')).toBe(2);
    expect(standingBelow(coverage(insight, evidence), insight, 'pm2')).toBeNull();
    expect(below('pm1', [])).toBeNull();
  });

  it('keeps to the period, and to levels that there are', () => {
    const evidence = [{ level: 'pm1', when: '2025-05-01' }];
    expect(below('pm2', evidence, { from: '2026-01-01', to: null })).toBeNull();
    for (const level of ['pm1', 'pm9']) expect(below(level, evidence)).toBeNull();
  });
});
