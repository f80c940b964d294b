import { describe, expect, it } from 'vitest';
import { createLadderSearch } from '../../../../data/search';
import { bundledLadders } from '../../../fixtures/bundled-ladders';
import { bakersLadder } from '../../../fixtures/small-ladder';

const search = createLadderSearch(bundledLadders);
const myLevel = { ladder: 'intercom-pm', level: 'senior-pm' };

describe('levels in a query', () => {
  it.each([
    ['senior roadmap', 'Senior PM', 'PM3', 'roadmap'],
    ['roadmap senior', 'Senior PM', 'PM3', 'roadmap'],
    ['roadmap for a senior pm', 'Senior PM', 'PM3', 'roadmap'],
    ['Senior Product Manager communication', 'Senior PM', 'PM3', 'communication'],
    ['spm communication', 'Senior PM', 'PM3', 'communication'],
    ['senior PMs and decisions', 'Senior PM', 'PM3', 'and decisions'],
    ['pm3 vision', undefined, 'PM3', 'vision'],
    ['pm 3 vision', undefined, 'PM3', 'vision'],
    ['vision PM-4', undefined, 'PM4', 'vision'],
    ['staff analytics', 'Staff PM', undefined, 'analytics'],
    ['principal strategy', 'Principal PM', 'PM5', 'strategy'],
    ['apm beta', 'Associate PM', 'PM1', 'beta'],
    ['associate pm beta', 'Associate PM', 'PM1', 'beta'],
    ['beta at PM4', undefined, 'PM4', 'beta at'],
    ['pm roadmap', 'PM', 'PM2', 'roadmap'],
    ['lead pm staffing', undefined, 'PM4', 'staffing'],
    ['staff pm product vision', 'Staff PM', undefined, 'product vision'],
    ['senior pm', 'Senior PM', 'PM3', ''],
    ['staff level', 'Staff PM', undefined, ''],
    ['principal levels', 'Principal PM', 'PM5', ''],
    ['communication at staff level', 'Staff PM', undefined, 'communication at'],
    ['at senior level', 'Senior PM', 'PM3', ''],
    ['lead level strategy', undefined, 'PM4', 'strategy'],
    ['what is expected of a staff pm', 'Staff PM', undefined, ''],
    ['expectations at PM4', undefined, 'PM4', ''],
    ['PM4 expectations', undefined, 'PM4', ''],
    ['how do I get promoted to staff', 'Staff PM', undefined, ''],
    ['requirements for senior pm', 'Senior PM', 'PM3', ''],
    ['senior requirements', 'Senior PM', 'PM3', 'requirements'],
    ['senior vs staff', 'Senior PM', undefined, ''],
    ['staff to senior', 'Senior PM', undefined, ''],
    ['pm vs staff', 'PM', 'PM2', 'vs staff'],
    ['difference between PM3 and PM4', undefined, 'PM3', ''],
  ])('are read in %j', (query, intercom, webflow, text) => {
    const reading = search.read(query);
    const level = (id: string) => reading.levels.find((one) => one.ladder.id === id)?.level.name;
    expect([level('intercom-pm'), level('webflow-pm'), reading.text]).toEqual([
      intercom,
      webflow,
      text,
    ]);
  });

  it.each([
    'lead the team',
    'coaching junior PMs',
    'senior leadership support',
    'senior stakeholders',
    'senior level stakeholders',
    'staff engineers',
    'hiring staff',
    'uplevels the PM org',
    'a passage of many words in which a senior person agreed that our plan was a good one',
  ])('are not read in %j', (query) => {
    expect(search.read(query).levels).toEqual([]);
  });

  it.each([
    ['my level roadmap', 'Senior PM'],
    ['roadmap next level', 'Staff PM'],
    ['what is expected at the level above', 'Staff PM'],
  ])('%j follows from my own', (query, level) => {
    expect(search.read(query, { myLevel }).levels.map((one) => one.level.name)).toEqual([level]);
  });

  it('the next level of the top one is the top one', () => {
    const top = { ladder: 'intercom-pm', level: 'principal-pm' };
    const { levels } = search.read('next level', { myLevel: top });
    expect(levels.map((one) => one.level.name)).toEqual(['Principal PM']);
  });

  it('"my level" means nothing as long as none is set', () => {
    expect(search.read('my level roadmap').levels).toEqual([]);
  });

  it('leave out ladders that have no such level', () => {
    const results = search.search('PM3 communication');
    expect(results.length).toBeGreaterThan(0);
    for (const { ladder } of results) expect(ladder.name).toBe('Webflow PM');
  });
});

/** A ladder with nothing but levels of these names, and one expectation. */
const withLevels = (...names: string[]) => {
  const levels = names.map((name, at) => ({
    ...{ id: `l${at}`, name, title: name, summary: '', aliases: [] },
  }));
  return createLadderSearch([{ ...bakersLadder, levels, skillAreas: [] }]);
};

describe("levels of a ladder of one's own", () => {
  const directors = withLevels(
    'Product Manager',
    'Senior Product Manager',
    'Director of Product',
    'Senior Director of Product',
  );
  const staff = withLevels('PM', 'Senior PM', 'Staff PM', 'Senior Staff PM', 'Principal PM');
  const tracks = withLevels(
    ...['Engineer', 'Senior Engineer', 'Staff Engineer', 'Principal Engineer'],
    ...['Engineering Manager', 'Senior Manager', 'Engineering Director', 'VP of Engineering'],
  );
  const numbered = withLevels('PM 1', 'PM 2', 'PM 3');

  it.each([
    [directors, 'roadmap for a senior pm', 'Senior Product Manager'],
    [directors, 'senior roadmap', 'Senior Product Manager'],
    [directors, 'director roadmap', 'Director of Product'],
    [directors, 'senior director roadmap', 'Senior Director of Product'],
    [staff, 'senior roadmap', 'Senior PM'],
    [staff, 'staff roadmap', 'Staff PM'],
    [staff, 'senior staff roadmap', 'Senior Staff PM'],
    [tracks, 'principal roadmap', 'Principal Engineer'],
    [numbered, 'pm3 roadmap', 'PM 3'],
    [numbered, 'pm 3 roadmap', 'PM 3'],
  ])('are read, also where two share a word (%#)', (own, query, level) => {
    expect(own.read(query).levels.map((one) => one.level.name)).toEqual([level]);
    expect(own.read(query).text).toBe('roadmap');
  });
});

it.each(['my impact', 'out of scope', 'what is my level', 'how do i get to staff'])(
  'beside words that say nothing there is an answer: %j',
  (query) => {
    expect(search.search(query, { myLevel }).length).toBeGreaterThan(0);
  },
);

it("a plain word that only another ladder has for a level leaves one on one's own", () => {
  const own = createLadderSearch([...bundledLadders, bakersLadder]);
  const asBaker = { myLevel: { ladder: 'bakers', level: 'baker' } };
  expect(own.read('kneading staff', asBaker).levels).toEqual([]);
  expect(own.read('senior sourdough', asBaker).levels).toEqual([]);
  expect(own.read('senior sourdough').levels).not.toEqual([]);
  expect(own.read('staff pm kneading', asBaker).levels).toHaveLength(1);
  // "As" and "to" are no initials.
  expect(withLevels('Associate Scientist', 'Team Owner').read('as to dough').levels).toEqual([]);
});

describe('dimensions in a query', () => {
  it.each([
    ['learn fast impact', 'Impact', 'learn fast'],
    ['autonomy roadmap', 'Autonomy', 'roadmap'],
    ['senior ownership scope', 'Scope', 'ownership'],
  ])('are read in %j', (query, dimension, text) => {
    expect(search.read(query).text).toBe(text);
    for (const { expectations } of search.search(query)) {
      for (const one of expectations) expect(one.dimension.name).toBe(dimension);
    }
  });

  it.each([
    'scope of responsibility',
    'fight for impact',
    'scoping',
    'scope',
    'impact',
    'business impact',
    'scope creep',
  ])('are not read in %j', (query) => {
    expect(search.read(query).text).toBe(query);
  });

  it('give way to names', () => {
    expect(search.search('scope of responsibility')[0]?.subSkill.name).toBe(
      'Scope of Responsibility',
    );
    expect(search.search('fight for impact')[0]?.subSkill.name).toBe('Fight for impact');
  });
});

describe('my level in a query', () => {
  it('is taken out of what is searched for', () => {
    expect(search.read('roadmap my level', { myLevel }).text).toBe('roadmap');
    expect(search.read('communication at the next level', { myLevel }).text).toBe(
      'communication at',
    );
  });

  it('is none where the ladder has no such level any more', () => {
    const gone = { ladder: 'intercom-pm', level: 'gone' };
    const reading = search.read('my level roadmap', { myLevel: gone });
    expect(reading).toMatchObject({ levels: [], text: 'my level roadmap' });
  });
});

it('reads no level in running text', () => {
  const text = 'pm3 is what the feedback on my roadmap and the strategy says that I am by now';
  expect(search.read(text).levels).toEqual([]);
  expect(search.read('pm3 roadmap').levels).toHaveLength(1);
});
