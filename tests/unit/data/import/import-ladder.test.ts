import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { toBackup } from '../../../../data/export/json';
import { readBackup } from '../../../../data/import/json';
import { MAX_LADDER_FILE_BYTES, readLadderFile } from '../../../../data/import/ladder';
import { humanProblem } from '../../../../data/import/ladder-path';
import intercom from '../../../../data/ladders/intercom-pm.json';
import webflow from '../../../../data/ladders/webflow-pm.json';
import type { Settings } from '../../../../data/settings';
import { LADDER } from '../../../fixtures/records';

const read = (value: unknown) => readLadderFile(JSON.stringify(value), ['bundled-pm']);
const changed = (change: (ladder: typeof LADDER) => void) => {
  const ladder = structuredClone(LADDER);
  change(ladder);
  return read(ladder);
};

it('reads a ladder', () => {
  expect(read(LADDER)).toEqual({ ok: true, ladder: LADDER, leftOut: [], cut: false });
  expect(readLadderFile(`\ufeff${JSON.stringify(LADDER)}`, [])).toMatchObject({ ok: true });
});

describe('what is no ladder to import', () => {
  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['id: acme', 'not-json'],
    ['{"id":', 'not-json'],
    ['{\n "note": line 42\n}', 'not-json'],
  ])('%j', (text, problem) => {
    expect(readLadderFile(text, [])).toEqual({ ok: false, problem, details: [], cut: false });
  });

  it('a file with a slip of the pen, and where', () => {
    const text = '{\n  "id": "acme",\n  "levels": [],\n}\n';
    expect(readLadderFile(text, [])).toMatchObject({ problem: 'not-json', details: ['4'] });
  });

  it('a file with a slip of the pen, in the line that Firefox names', () => {
    const message = 'JSON.parse: expected property name or "}" at line 4 column 1 of the JSON data';
    const parse = vi.spyOn(JSON, 'parse').mockImplementation(() => {
      throw new SyntaxError(message);
    });
    expect(readLadderFile('{', [])).toMatchObject({ problem: 'not-json', details: ['4'] });
    parse.mockRestore();
  });

  it('a file larger than the limit, counted in bytes', () => {
    const padded = (bytes: number, unit: string) =>
      `{${unit.repeat((bytes - 2) / new TextEncoder().encode(unit).length)}}`;
    const over = { ok: false, problem: 'too-large', details: [], cut: false };
    expect(readLadderFile(padded(MAX_LADDER_FILE_BYTES + 1, ' '), [])).toEqual(over);
    expect(readLadderFile(padded(MAX_LADDER_FILE_BYTES + 2, 'é'), [])).toEqual(over);
    expect(readLadderFile(padded(MAX_LADDER_FILE_BYTES, ' '), [])).toMatchObject({
      problem: 'invalid',
    });
  });

  it('a backup', () => {
    const file = toBackup({
      evidence: [],
      ladders: [LADDER],
      settings: {} as Settings,
      exportedAt: new Date(0),
    });
    expect(readLadderFile(file, [])).toMatchObject({ ok: false, problem: 'backup' });
  });

  it('a ladder with the id of one that comes along', () => {
    expect(read({ ...LADDER, id: 'bundled-pm' })).toEqual({
      ok: false,
      problem: 'bundled',
      details: ['bundled-pm'],
      cut: false,
    });
  });
});

describe('a ladder that breaks the schema says where', () => {
  it.each<[string, (ladder: typeof LADDER) => void, string]>([
    ['a name', (one) => Object.assign(one, { name: '' }), '"name" must not be empty'],
    [
      'an id that every object has',
      (one) => Object.assign(one, { id: 'constructor' }),
      '"id" must not be a name reserved by JavaScript, such as "constructor"',
    ],
    [
      'an id that valibot leaves out of a group',
      (one) =>
        Object.assign(one.skillAreas[0]?.subSkills[0] as object, {
          expectations: { prototype: { scope: ['Builds one.'] } },
        }),
      'Skill area 1 "Insight", sub-skill 1 "Research & data", expectations must not use a name reserved by JavaScript, such as "constructor"',
    ],
    [
      'a level’s title',
      (one) => Object.assign(one.levels[1] as object, { title: undefined }),
      'Level 2 "PM2", title is missing',
    ],
    [
      'a sub-skill without a name',
      (one) => Object.assign(one.skillAreas[0]?.subSkills[1] as object, { name: ' ' }),
      'Skill area 1 "Insight", sub-skill 2, name must not be empty',
    ],
    [
      'an expectation',
      (one) =>
        Object.assign(one.skillAreas[1]?.subSkills[0]?.expectations.pm1 as object, { scope: [7] }),
      'Skill area 2 "Delivery", sub-skill 1 "Planning", expectations, pm1, scope, item 1 must be text in quotation marks, but is the number 7',
    ],
    [
      'a skill area without sub-skills',
      (one) => Object.assign(one.skillAreas[1] as object, { subSkills: [] }),
      'Skill area 2 "Delivery", subSkills needs at least one sub-skill',
    ],
    [
      'an entry of the glossary, by its term',
      (one) => Object.assign(one, { glossary: [{ term: 'OKR', meaning: '' }] }),
      'Glossary entry 1 "OKR", meaning must not be empty',
    ],
    [
      'a link between parts',
      (one) => Object.assign(one.skillAreas[0] as object, { addsTo: { pm1: 'pm3' } }),
      '"Insight" says "pm1" adds to "pm3", which is not a lower level',
    ],
  ])('%s', (_, change, problem) => {
    expect(changed(change)).toEqual({
      ok: false,
      problem: 'invalid',
      details: [problem],
      cut: false,
    });
  });

  it('a key that stands twice, of which the first would be lost', () => {
    const text = JSON.stringify(LADDER).replace('"expectations":{"pm1":', '"expectations":{"pm2":');
    expect(readLadderFile(text, [])).toMatchObject({
      ok: false,
      problem: 'invalid',
      details: [
        expect.stringMatching(/expectations, pm2 appears twice, the second time on line 1$/),
      ],
    });
  });

  it('names every problem', () => {
    const result = changed((one) => Object.assign(one, { name: '', id: 'No Id', levels: [] }));
    expect(result.ok || result.details).toHaveLength(3);
  });

  it('names every problem of a few hundred', () => {
    const levels = Array.from({ length: 60 }, () => ({}));
    const result = changed((one) => Object.assign(one, { levels }));
    expect(result.ok || result.cut).toBe(false);
    expect(result.ok || result.details).toHaveLength(60 * 4);
    expect(result.ok || result.details.at(-1)).toBe('Level 60, summary is missing');
  });

  const withExpectations = (expectations: unknown) => {
    const [area] = LADDER.skillAreas;
    return { skillAreas: [{ ...area, subSkills: [{ ...area?.subSkills[0], expectations }] }] };
  };

  it.each<[string, object, string, (at: number) => string]>([
    ['levels without anything', { levels: '@' }, '[]', () => '{}'],
    ['fields no ladder has', { levels: '@' }, '[]', () => '{"a":1}'],
    ['keys that stand twice', { guide: '@' }, '{}', () => '"a":1'],
    ['expectations at no level', withExpectations('@'), '{}', (at) => `"l${at}":{}`],
  ])('stops at so many %s that nobody reads them, and says so', (_, part, [open, close], row) => {
    const rows = Array.from({ length: 5_000 }, (_, at) => row(at));
    const file = JSON.stringify({ ...LADDER, ...part }).replace('"@"', `${open}${rows}${close}`);
    const result = readLadderFile(file, []);
    expect(result).toMatchObject({ ok: false, problem: 'invalid', cut: true });
    expect(result.ok || result.details.length).toBeGreaterThan(100);
    expect(result.ok || result.details.length).toBeLessThan(3_000);
  });

  it('names of many fields it leaves out the first, and says that there are more', () => {
    const others = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`+${at}`, 0]));
    const result = read({ ...LADDER, ...others });
    expect(result).toMatchObject({ ok: true, cut: true });
    expect(result.ok && result.leftOut).toHaveLength(1_000);
  });

  it.each([null, 7, 'x', [[]]])('says so where there is nothing like a ladder: %j', (value) => {
    expect(read(value)).toEqual({
      ok: false,
      problem: 'invalid',
      details: ["The file doesn't contain a ladder"],
      cut: false,
    });
  });
});

describe('a key that no ladder has', () => {
  const without = (key: string, value: object) => {
    const { [key]: gone, ...others } = value as Record<string, unknown>;
    return { ...others, [`${key.slice(0, 2)}${key.slice(3)}`]: gone };
  };

  it.each<[string, unknown, string]>([
    [
      'in the place of a part that may be left out',
      {
        ...LADDER,
        skillAreas: LADDER.skillAreas.map(({ addsTo, ...area }, at) =>
          at === 0 ? { ...area, adds_to: addsTo } : area,
        ),
      },
      'Skill area 1 "Insight", adds_to is not a field a ladder has there. Did you mean "addsTo"?',
    ],
    [
      'in the place of one that may not, which is then not missing as well',
      { ...LADDER, levels: [without('summary', LADDER.levels[0] as object)] },
      'Level 1 "PM1", sumary is not a field a ladder has there. Did you mean "summary"?',
    ],
    [
      'in a group of its own',
      { ...LADDER, guide: { resourses: [] } },
      'Guide, resourses is not a field a ladder has there. Did you mean "resources"?',
    ],
    [
      'of the file',
      { ...without('glossary', LADDER) },
      '"glssary" is not a field a ladder has there. Did you mean "glossary"?',
    ],
  ])('is refused as a slip %s', (_, file, problem) => {
    const result = read(file);
    expect(result.ok || result.details).toContain(problem);
    expect(result.ok || result.details.join()).not.toContain('is missing');
  });

  it('is left out and named where it is like none, or like one that is there', () => {
    const file = {
      ...LADDER,
      owner: 'The product team',
      levels: LADDER.levels.map((level, at) => (at === 1 ? { ...level, titles: [] } : level)),
    };
    expect(read(file)).toEqual({
      ok: true,
      ladder: LADDER,
      leftOut: ['Level 2 "PM2", titles', '"owner"'],
      cut: false,
    });
  });

  it.each([intercom, webflow])('is in none of those that come with Rung', (file) => {
    const result = readLadderFile(JSON.stringify(file), []);
    expect(result.ok && result.leftOut).toEqual([]);
  });

  it('keeps no ladder out of a backup, which a newer version of Rung may have written', () => {
    const { glossary, ...others } = LADDER;
    const newer = { ...others, glosary: glossary, levls: [] } as unknown as typeof LADDER;
    const file = toBackup({
      evidence: [],
      ladders: [newer],
      settings: {} as Settings,
      exportedAt: new Date(0),
    });
    expect(readBackup(file)).toMatchObject({ ladders: [{ id: LADDER.id }], skipped: [] });
  });
});

it('leaves a problem alone whose place it does not find', () => {
  expect(humanProblem('a.b.c must not be empty', { a: 1 })).toBe('a.b.c must not be empty');
  expect(humanProblem('levels.0.name is missing', { levels: {} })).toBe('levels.0.name is missing');
  expect(humanProblem('levels.name is missing', { levels: [] })).toBe('levels.name is missing');
  expect(humanProblem('Something else', {})).toBe('Something else');
  const named = { levels: [{ name: 'PM', expectations: { 'Senior PM': 1 } }] };
  expect(humanProblem('levels.0.expectations.Senior PM must be lower-case letters', named)).toBe(
    'Level 1 "PM", expectations, Senior PM must be lower-case letters',
  );
});

it('never throws', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (value, inner) => {
      read(value);
      read({
        ...LADDER,
        levels: value,
        skillAreas: [{ ...LADDER.skillAreas[0], subSkills: inner }],
      });
    }),
  );
});
