import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { subSkillText } from '../../../../data/export/clipping';
import { expectationsFor, groupEvidence } from '../../../../data/export/group';
import { expectationLine, idsOf, levelLabel, sourceOf } from '../../../../data/export/phrases';
import { fill } from '../../../../data/export/words';
import type { Ladder, Level } from '../../../../data/ladder';
import { subSkillsOf } from '../../../../data/ladder/lookup';
import { LADDER, record, WORDS } from '../../../fixtures/records';

const CLIPPING_WORDS = { ...WORDS, startsAt: 'From {level} on.', nothing: 'Nothing here.' };

it('sorts by skill area and sub-skill in the ladder’s order, level, then age', () => {
  const groups = groupEvidence(
    [LADDER],
    [
      record({ id: 'p', subSkill: 'planning', level: 'pm1' }),
      record({ id: 'x', level: 'no-such-level' }),
      record({ id: 'b', level: 'pm2' }),
      record({ id: 'a', level: 'pm2' }),
      record({ id: 'z', level: 'pm2', created: '2025-01-01T00:00:00.000Z' }),
      record({ id: 'l', level: 'pm1' }),
      record({ id: 'm', subSkill: 'market' }),
    ],
    'all',
  );
  expect(
    groups.ladders[0]?.skillAreas.map(({ skillArea, subSkills }) => [
      skillArea.id,
      subSkills.map(({ subSkill, levels }) => [
        subSkill.id,
        levels.map(({ levelId, evidence }) => [levelId, ...evidence.map(({ id }) => id)]),
      ]),
    ]),
  ).toEqual([
    [
      'insight',
      [
        [
          'research',
          [
            ['pm1', 'l'],
            ['pm2', 'z', 'a', 'b'],
            ['no-such-level', 'x'],
          ],
        ],
        ['market', [['pm2', 'm']]],
      ],
    ],
    ['delivery', [['planning', [['pm1', 'p']]]]],
  ]);
});

it('leaves out a ladder that nothing is tagged on', () => {
  const { ladders } = groupEvidence([{ ...LADDER, id: 'other' }, LADDER], [record()], 'all');
  expect(ladders.map(({ ladder }) => ladder.id)).toEqual(['acme-pm']);
});

it('sorts levels that are not there any more by their ids', () => {
  const evidence = ['pm9', 'pm8'].map((level, at) => record({ id: `e${at}`, level }));
  const { ladders } = groupEvidence([LADDER], evidence, 'all');
  const levels = ladders[0]?.skillAreas[0]?.subSkills[0]?.levels;
  expect(levels?.map(({ levelId }) => levelId)).toEqual(['pm8', 'pm9']);
});

it('sorts what has no place on a ladder by its day, wherever it was tagged', () => {
  const { unplaced } = groupEvidence(
    [LADDER],
    [
      record({ id: 'spring', subSkill: 'gone', when: '2026-04-01' }),
      record({ id: 'winter', subSkill: 'lost', when: '2026-02-01' }),
      record({ id: 'summer', subSkill: 'lost', when: '2026-07-01' }),
    ],
    'all',
  );
  expect(unplaced.map(({ id }) => id)).toEqual(['winter', 'spring', 'summer']);
});

it('never leaves evidence out and never changes what it is given', () => {
  const ids = (extra: string) =>
    fc.constantFrom(extra, 'constructor', '', ...subSkillsOf(LADDER).map(({ id }) => id));
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.record({
          id: fc.uuid(),
          ladder: fc.constantFrom('acme-pm', 'gone', 'acme-pm research'),
          subSkill: ids('lost'),
          level: fc.constantFrom('pm1', 'pm2', 'pm9'),
        }),
        { selector: ({ id }) => id },
      ),
      (changes) => {
        const evidence = changes.map((change) => record(change));
        const before = structuredClone(evidence);
        const { ladders, unplaced } = groupEvidence([LADDER, LADDER], evidence, 'all');
        const placed = ladders.flatMap(({ skillAreas }) =>
          skillAreas.flatMap(({ subSkills }) =>
            subSkills.flatMap(({ levels }) => levels.flatMap((level) => level.evidence)),
          ),
        );
        const found = [...placed, ...unplaced].map(({ id }) => id);
        expect(found.sort()).toEqual(evidence.map(({ id }) => id).sort());
        expect(evidence).toEqual(before);
      },
    ),
  );
});

it('takes what the level states itself and what it carries over, as a copied sub-skill does', () => {
  expect(
    expectationsFor(LADDER, 'research', 'pm2', 'all').map((one) => expectationLine(one, WORDS)),
  ).toEqual([
    'Scope: Plans studies.',
    'Scope: Talks to customers. (carried over from PM1)',
    'Autonomy: With help. (carried over from PM1)',
  ]);
  expect(expectationsFor(LADDER, 'research', 'pm9', 'all')).toEqual([]);
});

it('does not call carried over what a level only leaves unsaid', () => {
  const lines = (subSkill: string, level: string) =>
    expectationsFor(LADDER, subSkill, level, 'all').map((one) => expectationLine(one, WORDS));
  expect(lines('planning', 'pm2')).toEqual([
    'Scope: Plans a sprint. (not restated here, last said at PM1)',
  ]);
  expect(lines('research', 'pm3')).toEqual([
    'Scope: Plans studies. (not restated here, last said at PM2)',
    'Autonomy: With help. (not restated here, last said at PM1)',
  ]);
});

describe('what the level itself states', () => {
  const lines = (subSkill: string, level: string) =>
    expectationsFor(LADDER, subSkill, level, 'stated').map((one) => expectationLine(one, WORDS));

  it('is all there is where it states something, in whichever dimension', () => {
    expect(lines('research', 'pm2')).toEqual(['Scope: Plans studies.']);
    expect(lines('research', 'pm1')).toEqual([
      'Scope: Talks to customers.',
      'Autonomy: With help.',
    ]);
  });

  it('gives way to the nearest level below where it states nothing', () => {
    expect(lines('planning', 'pm2')).toEqual([
      'Scope: Plans a sprint. (not restated here, last said at PM1)',
    ]);
    const [insight, delivery] = LADDER.skillAreas;
    const adding = {
      ...LADDER,
      skillAreas: [{ ...insight, addsTo: { pm3: 'pm2', pm2: 'pm1' } }, delivery],
    } as Ladder;
    const carried = expectationsFor(adding, 'research', 'pm3', 'stated');
    expect(carried.map((one) => expectationLine(one, WORDS))).toEqual([
      'Scope: Plans studies. (carried over from PM2)',
      'Autonomy: With help. (carried over from PM1)',
    ]);
    expect(expectationsFor(adding, 'research', 'pm3', 'all')).toHaveLength(3);
  });
});

it('names no dimension where the ladder has but one', () => {
  const one = { ...LADDER, dimensions: LADDER.dimensions.slice(0, 1) };
  expect(
    expectationsFor(one, 'planning', 'pm1', 'all').map((of) => expectationLine(of, WORDS)),
  ).toEqual(['Plans a sprint.']);
});

it('says nothing of the ladder where that is left out', () => {
  expect(expectationsFor(LADDER, 'research', 'pm2', 'none')).toEqual([]);
});

it('says in a copied sub-skill where each line comes from', () => {
  expect(
    subSkillText(LADDER, 'research', LADDER.levels.slice(1), CLIPPING_WORDS),
  ).toBe(`Research & data
Asks.

PM2 (Acme PM)
Scope
- Plans studies.
- Talks to customers. (carried over from PM1)
Autonomy
- With help. (carried over from PM1)

PM3 (Acme PM)
Scope
- Plans studies. (not restated here, last said at PM2)
Autonomy
- With help. (not restated here, last said at PM1)`);
  expect(subSkillText(LADDER, 'lost', LADDER.levels, CLIPPING_WORDS)).toBe('');
});

it('says of a level in a copied sub-skill that nothing is expected there yet', () => {
  const [insight, delivery] = LADDER.skillAreas;
  const [research, ...others] = insight?.subSkills ?? [];
  const { pm3 } = research?.expectations ?? {};
  const late = (expectations: object) =>
    ({
      ...LADDER,
      skillAreas: [{ ...insight, subSkills: [{ ...research, expectations }, ...others] }, delivery],
    }) as Ladder;
  const text = (ladder: Ladder) =>
    subSkillText(ladder, 'research', ladder.levels.slice(0, 1), CLIPPING_WORDS);
  expect(text(late({ pm3: pm3 ?? { scope: ['Plans a sprint.'] } }))).toBe(
    'Research & data\nAsks.\n\nPM1 (Acme PM)\nFrom PM3 on.',
  );
  expect(text(late({}))).toBe('Research & data\nAsks.\n\nPM1 (Acme PM)\nNothing here.');
});

it('names in a copied sub-skill no dimension that only begins at a higher level', () => {
  const [insight, delivery] = LADDER.skillAreas;
  const expectations = {
    pm1: { scope: ['Plans a sprint.'] },
    pm3: { autonomy: ['Plans alone.'] },
  };
  const subSkills = delivery?.subSkills.map((one) => ({ ...one, expectations }));
  const late = { ...LADDER, skillAreas: [insight, { ...delivery, subSkills }] } as Ladder;
  expect(subSkillText(late, 'planning', late.levels.slice(0, 1), CLIPPING_WORDS)).toBe(
    'Planning\nPlans.\n\nPM1 (Acme PM)\nScope\n- Plans a sprint.',
  );
});

it('names no dimension in a copied sub-skill where the ladder has but one', () => {
  const one = { ...LADDER, dimensions: LADDER.dimensions.slice(0, 1) };
  expect(subSkillText(one, 'planning', one.levels.slice(0, 1), CLIPPING_WORDS)).toBe(
    'Planning\nPlans.\n\nPM1 (Acme PM)\n- Plans a sprint.',
  );
});

it('sorts by the day that is spoken of before the day of tagging', () => {
  const groups = groupEvidence(
    [LADDER],
    [
      record({ id: 'tagged first', created: '2026-07-01T12:00:00.000Z' }),
      record({ id: 'of spring', created: '2026-07-03T12:00:00.000Z', when: '2026-04-01' }),
      record({ id: 'of winter', created: '2026-07-02T12:00:00.000Z', when: '2026-02-01' }),
    ],
    'all',
  );
  const [level] = groups.ladders[0]?.skillAreas[0]?.subSkills[0]?.levels ?? [];
  expect(level?.evidence.map(({ id }) => id)).toEqual(['of winter', 'of spring', 'tagged first']);
});

it('names a level once where its title says the same', () => {
  const [first, , third] = LADDER.levels;
  expect(levelLabel({ levelId: 'pm1', level: first }, WORDS)).toBe(
    'PM1, Associate Product Manager',
  );
  expect(levelLabel({ levelId: 'pm3', level: third }, WORDS)).toBe('PM3');
  expect(levelLabel({ levelId: 'pm\n9', level: undefined }, WORDS)).toBe('pm 9');
  const pasted = { ...(third as Level), name: 'PM\n3', title: 'PM\n3' };
  expect(levelLabel({ levelId: 'pm3', level: pasted }, WORDS)).toBe('PM 3');
});

it('calls what has no place on a ladder by its ids, on one line', () => {
  expect(idsOf(record({ ladder: 'go\nne', level: 'pm\n9' }))).toBe('go ne / research / pm 9');
});

it('calls a document without a title by its address', () => {
  expect(sourceOf(record({ target: { title: ' \n' } })).title).toBe('https://example.com/review');
  const secret = record({ target: { title: '', source: 'https://me:secret@example.com/' } });
  expect(sourceOf(secret).title).toBe('https://example.com/');
  const blank = record({ target: { title: '', source: 'about:blank' } });
  expect(sourceOf(blank)).toEqual({ title: 'about:blank', href: undefined });
});

it('fills a place in a phrase with any text', () => {
  expect(fill('from {level}, {level}', 'level', '$&')).toBe('from $&, $&');
  expect(fill('from below', 'level', 'PM1')).toBe('from below');
});
