import { describe, expect, test } from 'vitest';
import { expectationsAt, findSubSkill, nextLevel } from '../../../../data/ladder';
import { BUNDLED_LADDERS } from '../../../../data/library';

const [intercom, webflow] = BUNDLED_LADDERS;
if (!intercom || !webflow) throw new Error('The bundled ladders are missing.');

const stated = (subSkill: string, level: string, dimension: string) =>
  findSubSkill(intercom, subSkill)?.subSkill.expectations[level]?.[dimension] ?? [];

const at = (subSkill: string, level: string, dimension: string) =>
  expectationsAt(intercom, subSkill, level).find((one) => one.dimension.id === dimension);

describe('a level that adds to the one below', () => {
  test('has its own statements and carries over those of every level below, nearest first', () => {
    const impact = at('customer-focus', 'senior-pm', 'impact');
    expect(impact?.fresh).toEqual(stated('customer-focus', 'senior-pm', 'impact'));
    expect(impact?.carried.map(({ from }) => from.id)).toEqual(['pm', 'associate-pm']);
    expect(impact?.carried[0]?.statements).toEqual(stated('customer-focus', 'pm', 'impact'));
    expect(impact?.unstated).toBe(false);
  });

  test('shows what it inherits where its own cell is empty', () => {
    const scope = at('customer-focus', 'pm', 'scope');
    expect(scope?.fresh).toEqual([]);
    expect(scope?.carried).toEqual([
      { from: intercom.levels[0], statements: stated('customer-focus', 'associate-pm', 'scope') },
    ]);
    expect(scope?.unstated).toBe(false);
  });

  test('says where a dimension begins that nothing below speaks of', () => {
    const impact = at('competitive-insight', 'associate-pm', 'impact');
    expect(impact).toMatchObject({ fresh: [], carried: [], startsAt: { id: 'pm' } });
  });
});

describe('Leadership Behaviours, which add up only at Staff PM', () => {
  test('a level that stands alone carries nothing over', () => {
    expect(at('communication', 'pm', 'impact')?.carried).toEqual([]);
    expect(at('communication', 'principal-pm', 'impact')?.carried).toEqual([]);
  });

  test('Staff PM carries over Senior PM and nothing below it', () => {
    const impact = at('communication', 'staff-pm', 'impact');
    expect(impact?.carried.map(({ from }) => from.id)).toEqual(['senior-pm']);
  });

  test('an empty cell shows what was last said, and that it is not restated', () => {
    const scope = at('communication', 'senior-pm', 'scope');
    expect(scope).toMatchObject({ fresh: [], unstated: true });
    expect(scope?.carried.map(({ from }) => from.id)).toEqual(['pm']);
  });

  test('a sub-skill for senior people says where it begins', () => {
    expect(at('uplevels-the-pm-org', 'pm', 'impact')?.startsAt?.id).toBe('staff-pm');
  });
});

test('a dimension that a sub-skill never uses is left out', () => {
  expect(at('ownership', 'pm', 'autonomy')).toBeUndefined();
  expect(at('ownership', 'pm', 'scope')).toBeDefined();
});

test("Webflow's levels stand alone", () => {
  for (const { id } of webflow.levels) {
    const [all] = expectationsAt(webflow, 'execution', id);
    expect(all?.carried).toEqual([]);
    expect(all?.fresh.length).toBeGreaterThan(0);
  }
});

test('no cell of either ladder is blank', () => {
  for (const ladder of [intercom, webflow]) {
    for (const { id: level } of ladder.levels) {
      for (const { id } of ladder.skillAreas.flatMap((area) => area.subSkills)) {
        for (const cell of expectationsAt(ladder, id, level)) {
          expect(
            cell.fresh.length + cell.carried.length > 0 || cell.startsAt,
            `${id} ${level}`,
          ).toBeTruthy();
        }
      }
    }
  }
});

test('nothing is expected of what the ladder does not know', () => {
  expect(expectationsAt(intercom, 'juggling', 'pm')).toEqual([]);
  expect(expectationsAt(intercom, 'ownership', 'emperor')).toEqual([]);
  expect(nextLevel(intercom, 'principal-pm')).toBeUndefined();
  expect(nextLevel(intercom, 'emperor')).toBeUndefined();
});
