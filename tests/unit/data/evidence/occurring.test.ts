import { expect, test } from 'vitest';
import type { Evidence } from '../../../../data/evidence';
import { occurring } from '../../../../data/evidence/occurring';
import type { Ladder } from '../../../../data/ladder';
import { BUNDLED_LADDERS } from '../../../../data/library';
import { seededRecord } from '../../../e2e/harness/seed';

const [intercom] = BUNDLED_LADDERS as readonly [Ladder, ...Ladder[]];
const own = { ...intercom, id: 'own', name: 'Our own' };
const [first, second] = intercom.skillAreas.flatMap((area) => area.subSkills);
const [low, high] = intercom.levels;
const of = (ladder: string, subSkill = '', level = ''): Evidence => ({
  ...seededRecord(0),
  ladder,
  subSkill,
  level,
});

test('lists what occurs once, by name, and nothing else', () => {
  const evidence = [
    of(intercom.id, second?.id, high?.id),
    of(intercom.id, first?.id, high?.id),
    of(intercom.id, second?.id, low?.id),
    of(intercom.id, second?.id, high?.id),
  ];
  const { subSkills, levels, documents } = occurring(evidence, BUNDLED_LADDERS);
  const byName = (a: string[], b: string[]) => (a[1] ?? '').localeCompare(b[1] ?? '');
  expect(subSkills).toEqual(
    [first, second].map((one) => [`${intercom.id}/${one?.id}`, one?.name ?? '']).sort(byName),
  );
  expect(levels).toEqual(
    [low, high].map((one) => [`${intercom.id}/${one?.id}`, one?.name ?? '']).sort(byName),
  );
  expect(documents).toEqual([[evidence[0]?.target.document, 'Review notes 1']]);
});

test('tells ladders of one making apart', () => {
  const evidence = [of(intercom.id, first?.id, low?.id), of(own.id, first?.id, low?.id)];
  const { ladders, subSkills } = occurring([...evidence, of('gone')], [intercom, own]);
  expect(ladders).toEqual([
    ['gone', 'gone'],
    [intercom.id, intercom.name],
    [own.id, 'Our own'],
  ]);
  expect(subSkills.map(([, name]) => name)).toEqual([
    '',
    `${first?.name} · ${intercom.name}`,
    `${first?.name} · Our own`,
  ]);
});

test('gives what no ladder knows by its id', () => {
  const { subSkills, levels } = occurring([of('gone', 'planning', 'p4')], BUNDLED_LADDERS);
  expect(subSkills).toEqual([['gone/planning', 'planning']]);
  expect(levels).toEqual([['gone/p4', 'p4']]);
});
