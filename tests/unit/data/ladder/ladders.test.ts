import { describe, expect, it } from 'vitest';
import { type Ladder, parseLadder, type SubSkill, subSkillsOf } from '../../../../data/ladder';
import intercomFile from '../../../../data/ladders/intercom-pm.json';
import webflowFile from '../../../../data/ladders/webflow-pm.json';
import inventory from '../../../fixtures/ladder-inventory.json';

function parsed(file: unknown): Ladder {
  const result = parseLadder(file);
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.ladder;
}

const kebab = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const statementsIn = (subSkill: SubSkill) =>
  Object.values(subSkill.expectations).flatMap((cell) => Object.values(cell).flat());

const statementsOf = (ladder: Ladder) => subSkillsOf(ladder).flatMap(statementsIn);

/** The statements of one cell's level, all dimensions or one; `[]` where the ladder says nothing. */
function cell(ladder: Ladder, subSkillId: string, levelId: string, dimensionId?: string): string[] {
  const level = subSkillsOf(ladder).find((one) => one.id === subSkillId)?.expectations[levelId];
  return level ? (dimensionId ? (level[dimensionId] ?? []) : Object.values(level).flat()) : [];
}

function stringsIn(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => stringsIn(inner, `${path}/${key}`));
}

describe.each([
  ['intercom-pm', intercomFile],
  ['webflow-pm', webflowFile],
] as const)('the bundled ladder %s', (id, file) => {
  const ladder = parsed(file);
  const expected = inventory.ladders[id];
  const areas = Object.entries(expected.skillAreas);

  it('has the names of its source, with ids made from them', () => {
    expect(ladder.id).toBe(id);
    expect(ladder.name).toBe(expected.name);
    expect(ladder.levels.map(({ name, title }) => [name, title])).toEqual(
      Object.entries(expected.levels),
    );
    expect(ladder.dimensions.map((dimension) => dimension.name)).toEqual(expected.dimensions);
    expect(
      ladder.skillAreas.map((area) => [area.name, area.subSkills.map((one) => one.name)]),
    ).toEqual(areas.map(([name, area]) => [name, Object.keys(area.subSkills)]));
    for (const one of [...ladder.levels, ...ladder.skillAreas, ...subSkillsOf(ladder)]) {
      expect(one.id).toBe(kebab(one.name));
    }
  });

  it('has as many statements in every cell as its source', () => {
    const counts = ladder.skillAreas.map((area) =>
      area.subSkills.map((subSkill) =>
        ladder.levels
          .map((level) =>
            ladder.dimensions
              .map((dimension) => cell(ladder, subSkill.id, level.id, dimension.id).length)
              .join('/'),
          )
          .join(' '),
      ),
    );
    expect(counts).toEqual(areas.map(([, area]) => Object.values(area.subSkills)));
    expect(statementsOf(ladder)).toHaveLength(expected.statements);
  });

  it('adds each level to the one its source names', () => {
    const byIds = areas.map(([, area]) =>
      Object.fromEntries(
        Object.entries<string>(area.addsTo).map((pair) => pair.map((name) => kebab(name))),
      ),
    );
    expect(ladder.skillAreas.map((area) => area.addsTo)).toEqual(byIds);
  });

  it('says nothing twice, but for what its source repeats at another level', () => {
    const atLevel = (levelId: string) =>
      subSkillsOf(ladder).flatMap((subSkill) => cell(ladder, subSkill.id, levelId));
    for (const level of ladder.levels) {
      const statements = atLevel(level.id);
      expect(new Set(statements).size, level.name).toBe(statements.length);
    }
    const statements = statementsOf(ladder).map((one) => one.toLowerCase());
    const repeated = statements.length - new Set(statements).size;
    expect(repeated).toBe(expected.repeatedAtAnotherLevel);
  });

  it('writes every statement and definition as a sentence', () => {
    const sentences = [
      ...statementsOf(ladder),
      ...subSkillsOf(ladder).map((one) => one.definition),
      ...ladder.glossary.map((entry) => entry.meaning),
    ];
    expect(sentences.filter((one) => !/^\p{Lu}.*\.$/su.test(one))).toEqual([]);
  });

  it('holds no empty or untidy text', () => {
    const untidy = stringsIn(file).filter(
      ([, text]) => text.trim() === '' || text !== text.trim() || /\s{2}|[\t\r\n]/.test(text),
    );
    expect(untidy).toEqual([]);
  });

  it('says where its public document is, or why it cannot', () => {
    const { url, note } = ladder.source;
    expect(url ?? note).toBeTruthy();
    if (url !== null) expect(new URL(url).protocol).toBe('https:');
  });

  it('explains each term once', () => {
    const terms = ladder.glossary.map((entry) => entry.term.toLowerCase());
    expect(new Set(terms).size).toBe(terms.length);
  });
});

/** How much help a phrase stands for, from most to none: the order the source's words have. */
const HELP = ['substantial', 'close', 'regular', 'some', 'limited', 'light', 'seldom', 'none'];

/** Limited and light help are the same rung of the scale. */
const amountOfHelp = (word: string) =>
  HELP.length - HELP.indexOf(word === 'light' ? 'limited' : word);

const HELP_PHRASE =
  /\bneeding (?:only )?(substantial|close|regular|some|limited|light|no) (?:support|guidance)\b|\b(seldom) needing (?:support|guidance)\b|\b(?:on their own|by themselves)\b/;

function helpIn(statements: string[]): string[] {
  return statements.flatMap((statement) => {
    const found = HELP_PHRASE.exec(statement);
    if (!found) return [];
    const word = found[1] ?? found[2] ?? 'no';
    return [word === 'no' ? 'none' : word];
  });
}

/** What each sub-skill with a scale of help says under Autonomy, level by level from the lowest. */
const HELP_BY_LEVEL: Record<string, string[][]> = {
  'strategy-definition-influence': [[], ['close'], ['light', 'limited'], ['seldom'], []],
  'roadmap-creation-rationale': [[], ['limited'], ['none', 'limited'], [], []],
  'start-with-the-problem': [[], ['none', 'light'], ['limited'], ['seldom'], ['none']],
  'think-big-start-small': [['substantial'], ['some'], ['limited'], ['seldom'], ['none']],
  'learn-fast': [['substantial'], ['none', 'regular'], ['limited'], ['seldom'], ['none']],
  'shipping-is-our-heartbeat': [['regular'], ['limited'], [], ['seldom'], ['none']],
  'ship-the-whole-customer-experience': [
    ['substantial'],
    ['regular'],
    ['limited'],
    ['seldom'],
    ['none'],
  ],
  'define-the-outcomes-that-matter': [
    ['substantial'],
    ['regular'],
    ['limited'],
    ['seldom'],
    ['none'],
  ],
  'fight-for-impact': [['substantial'], ['regular'], ['none', 'limited'], ['seldom'], ['none']],
  communication: [[], ['regular'], ['limited'], ['seldom'], ['none']],
  collaboration: [[], ['limited'], ['seldom'], ['none'], []],
  decisiveness: [['substantial'], ['regular'], ['limited'], ['seldom'], ['none']],
};

describe('the Intercom ladder', () => {
  const ladder = parsed(intercomFile);
  const helpAt = (subSkillId: string) =>
    ladder.levels.map((level) => helpIn(cell(ladder, subSkillId, level.id, 'autonomy')));

  it('asks for the help its source asks for', () => {
    const scaled = subSkillsOf(ladder).filter((subSkill) =>
      statementsIn(subSkill).some((one) =>
        /\bneeding (?!support\b|guidance\b)|\bseldom\b/.test(one),
      ),
    );
    expect(Object.fromEntries(scaled.map(({ id }) => [id, helpAt(id)]))).toEqual(HELP_BY_LEVEL);
  });

  it('asks for less help from level to level', () => {
    for (const subSkillId of Object.keys(HELP_BY_LEVEL)) {
      const steps = helpAt(subSkillId)
        .filter((words) => words.length > 0)
        .map((words) => words.map(amountOfHelp));
      for (const [i, step] of steps.entries()) {
        const below = steps[i - 1];
        if (!below) continue;
        const falls = Math.max(...step) < Math.max(...below);
        const fallsInPart =
          Math.max(...step) === Math.max(...below) && Math.min(...step) < Math.min(...below);
        // Light help with harder problems and limited help overall are one rung.
        const staysAtLimited = subSkillId === 'start-with-the-problem' && i === 1;
        expect(falls || fallsInPart || staysAtLimited, `${subSkillId}, step ${i}`).toBe(true);
      }
    }
  });

  it('uses one wording for each amount of help', () => {
    const others =
      /\b(rarely|significant(?:ly)? (?:support|guidance)|independently|unaided|heavily)\b/i;
    expect(statementsOf(ladder).filter((one) => others.test(one))).toEqual([]);
  });

  it.each([
    [
      '6–12 months',
      'customer-focus/senior-pm strategy-definition-influence/senior-pm define-the-outcomes-that-matter/pm fight-for-impact/pm',
    ],
    ['24 months', 'customer-focus/staff-pm'],
    ['1–2 years', 'strategy-definition-influence/principal-pm think-big-start-small/principal-pm'],
    [
      'multiple years',
      'define-the-outcomes-that-matter/principal-pm fight-for-impact/principal-pm',
    ],
  ])('looks %s ahead exactly where its source does', (span, where) => {
    const cells = subSkillsOf(ladder).flatMap((subSkill) =>
      ladder.levels
        .filter((level) =>
          cell(ladder, subSkill.id, level.id, 'scope').some((one) => one.includes(span)),
        )
        .map((level) => `${subSkill.id}/${level.id}`),
    );
    expect(cells.join(' ')).toBe(where);
    const everywhere = statementsOf(ladder).filter((one) => one.includes(span));
    expect(everywhere).toHaveLength(cells.length);
  });

  it('keeps contributing, contributing majorly and possibly contributing apart', () => {
    const at = (levelId: string) =>
      cell(ladder, 'strategy-definition-influence', levelId, 'impact')[0] ?? '';
    expect(at('senior-pm')).toMatch(
      /^Has a part in .*group strategy, and may have one in .*winning/,
    );
    expect(at('staff-pm')).toMatch(
      /^Has a large part in .*group strategy, and a part in .*winning/,
    );
    expect(at('principal-pm')).toMatch(/^Has a large part in .*winning strategy/);
  });

  it.each([
    ['customer-focus', 'staff-pm'],
    ['analytics-focus', 'staff-pm'],
    ['strategy-definition-influence', 'senior-pm'],
    ['fight-for-impact', 'senior-pm'],
    ['fight-for-impact', 'staff-pm'],
  ])('keeps the reach into strategy in %s at %s a possibility', (subSkillId, levelId) => {
    const hedged = cell(ladder, subSkillId, levelId, 'impact').filter((one) =>
      /\bmay\b/i.test(one),
    );
    expect(hedged).toHaveLength(1);
  });

  it('knows when it was changed, its ratings, its guide and the role beside it', () => {
    expect(ladder.changeLog.map(({ date, changes }) => [date, changes.length])).toEqual([
      ['2021-04', 4],
      ['2021-06', 3],
    ]);
    expect(ladder.guide.ratings.map((rating) => rating.name)).toEqual([
      'Exceptional',
      'Exceeds',
      'Successfully Meets',
      'Stronger Performance Needed',
      'Needs Immediate Improvement',
    ]);
    expect(ladder.guide.use).toHaveLength(5);
    expect(ladder.guide.assessment).toHaveLength(6);
    expect(ladder.guide.resources).toHaveLength(6);
    expect(ladder.relatedRoles.map((role) => role.name)).toEqual(['Group PM (GPM)']);
  });

  it('says that its link leads beside the public document, and how to find that', () => {
    expect(ladder.source.url).toMatch(/^https:\/\/www\.intercom\.com\//);
    expect(ladder.source.note).toMatch(/not to the document.*To find the document, search for/s);
  });

  it('explains the company words its statements use', () => {
    const terms = ladder.glossary.map((entry) => entry.term);
    const used =
      'Intermission,Interstory,Winning strategy,Group,Use case,Program,GPM,R&D,GTM,PMM,CS,Outcome Report,Phases and Stages,Beta,Proxy metric,IC';
    for (const term of used.split(',')) {
      expect(terms).toContain(term);
      expect(statementsOf(ladder).join(' ').toLowerCase()).toContain(term.toLowerCase());
    }
  });
});

describe('the Webflow ladder', () => {
  const ladder = parsed(webflowFile);

  it('asks for as much help as its source, less from level to level', () => {
    const help =
      /active oversight and guidance|guidance they get .* limited|almost complete independence/;
    const found = ladder.levels.map(({ id }) =>
      cell(ladder, 'scope-of-responsibility', id).flatMap((one) => help.exec(one)?.[0] ?? []),
    );
    expect(found).toEqual([
      ['active oversight and guidance'],
      [expect.stringMatching(/limited$/)],
      ['almost complete independence'],
      [],
      [],
    ]);
  });

  it('leaves to circumstances what its source does', () => {
    for (const level of ['pm4', 'pm5']) {
      const [, lead, manage] = cell(ladder, 'scope-of-responsibility', level);
      expect(lead).toMatch(/^May lead /);
      expect(manage).toMatch(/\bmay even be the line manager\b/);
    }
    const [first] = cell(ladder, 'goal-setting-prioritization-decision-making', 'pm5');
    expect(first).toMatch(/without needing guidance/);
  });

  it('leads to the public document itself', () => {
    expect(ladder.source.url).toBe(
      'https://docs.google.com/spreadsheets/d/1o23pPoHAtdJOj-fVb15FoPJTonnal5fcfxcJyIwLk6E/edit',
    );
  });

  it('has no change log, and every level stands alone', () => {
    expect(ladder.changeLog).toEqual([]);
    expect(ladder.skillAreas.map((area) => area.addsTo)).toEqual([{}, {}, {}, {}, {}]);
  });
});
