import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLadderSearch, type SearchResult } from '../../../../data/search';
import { bundledLadders } from '../../../fixtures/bundled-ladders';
import { bakersLadder } from '../../../fixtures/small-ladder';

const bakers = createLadderSearch([bakersLadder]);
const all = createLadderSearch([...bundledLadders, bakersLadder]);
const names = (results: SearchResult[]) => results.map((result) => result.subSkill.name);

describe('search', () => {
  it.each([
    ['kneading', 'Kneading'],
    ['a slip', 'kneeding', 'Kneading'],
    ['two slips', 'kneadjnk', 'Kneading'],
    ['the beginning of a word', 'sourd', 'Sourdough care'],
    ['two words run together', 'sourdoughcare', 'Sourdough care'],
    ['a word of the definition', 'flour', 'Kneading'],
    ['a word of an expectation, inflected', 'feeding', 'Sourdough care'],
    ["the ladder's own words", 'levain', 'Sourdough care'],
    ['a saying out of order', 'window of gluten', 'Kneading'],
  ])('finds by %s', (...row) => {
    const [query, name] = row.slice(-2) as [string, string];
    expect(names(bakers.search(query))[0]).toBe(name);
  });

  it('finds every bundled sub-skill by its name', () => {
    for (const ladder of bundledLadders) {
      for (const { subSkills } of ladder.skillAreas) {
        for (const { id, name } of subSkills) {
          const [first] = all.search(name, { ladder: ladder.id });
          expect(first?.subSkill).toEqual({ id, name });
          expect(first?.ladder).toEqual({ id: ladder.id, name: ladder.name });
        }
      }
    }
  });

  it('marks what is carried over to a level that is named', () => {
    const [intercom] = bundledLadders;
    const results = all.search('team senior pm', { ladder: intercom?.id ?? '' });
    const start = results.find(({ subSkill }) => subSkill.name === 'Start with the problem');
    const [first] = start?.expectations ?? [];
    expect(first?.text).toMatch(/team/);
    expect(first?.marks.length).toBeGreaterThan(0);
    expect(first?.level.name).not.toBe('Senior PM');
  });

  it('offers no word for a slip that none of the ladders has', () => {
    for (const slip of ['roadmpa', 'expermient']) expect(bakers.didYouMean(slip)).toBeUndefined();
    expect(bakers.didYouMean('kneeding')).toBe('kneading');
  });

  it('knows equal expressions in ladders that no vocabulary was written for', () => {
    const ladder = structuredClone(bakersLadder);
    const [kneading] = ladder.skillAreas[0]?.subSkills ?? [];
    if (kneading) kneading.definition = 'Runs experiments with flour.';
    expect(names(createLadderSearch([ladder]).search('a/b test'))).toEqual(['Kneading']);
  });

  it('prefers who has the words together', () => {
    const ladder = structuredClone(bakersLadder);
    const [first, second] = ladder.skillAreas[0]?.subSkills ?? [];
    if (first) first.words = ['rye', 'basket'];
    if (second) second.words = ['rye basket'];
    expect(names(createLadderSearch([ladder]).search('rye basket'))[0]).toBe('Sourdough care');
  });

  it('knows an expression whose words stand apart, in another order', () => {
    const ladder = structuredClone(bakersLadder);
    const [first, second] = ladder.skillAreas[0]?.subSkills ?? [];
    if (first) first.words = ['good rye', 'old basket'];
    if (second) second.words = ['rye basket', 'good old'];
    const search = createLadderSearch([ladder]);
    expect(names(search.search('a basket made of rye'))[0]).toBe('Sourdough care');
  });

  it('prefers who has the words in one expectation', () => {
    const ladder = structuredClone(bakersLadder);
    const [first, second] = ladder.skillAreas[0]?.subSkills ?? [];
    const saying = (scope: string[]) => ({
      definition: '',
      words: [],
      expectations: { baker: { scope } },
    });
    if (first) Object.assign(first, saying(['Brings a basket home.', 'Grinds the rye alone.']));
    if (second)
      Object.assign(second, saying(['Brings the rye home, in a basket.', 'Grinds alone.']));
    expect(names(createLadderSearch([ladder]).search('rye basket'))).toEqual([
      'Sourdough care',
      'Kneading',
    ]);
  });

  it('knows sayings of nothing but plain words', () => {
    const ladder = structuredClone(bakersLadder);
    const [first] = ladder.skillAreas[0]?.subSkills ?? [];
    if (first) first.words = ['gets things done'];
    expect(names(createLadderSearch([ladder]).search('got the things done'))).toEqual([]);
    expect(names(createLadderSearch([ladder]).search('she gets things done'))).toEqual([
      'Kneading',
    ]);
  });

  it.each(['', ' ', '\n\t', '😀', '!?…', 'zzzzqqqqxxxx', '\u0000', '​'])(
    'finds nothing for %j',
    (query) => expect(bakers.search(query)).toEqual([]),
  );

  it('answers any text with each sub-skill at most once, and the same twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (query) => {
        const results = all.search(query);
        const ids = results.map((result) => `${result.ladder.id}/${result.subSkill.id}`);
        expect(new Set(ids).size).toBe(ids.length);
        expect(all.search(query)).toEqual(results);
      }),
      { numRuns: 60 },
    );
  });

  it('answers five megabytes', () => {
    expect(names(bakers.search('kneading dough '.repeat(330_000)))).toContain('Kneading');
  });

  it('keeps to one ladder and to a limit', () => {
    const results = all.search('stakeholders', { ladder: 'webflow-pm', limit: 2 });
    expect(results).toHaveLength(2);
    expect(results.every((result) => result.ladder.id === 'webflow-pm')).toBe(true);
  });

  it('puts my level first and the next one second', () => {
    const [kneading] = bakers.search('kneads', { myLevel: { ladder: 'bakers', level: 'baker' } });
    expect(kneading?.expectations.map((one) => one.level.id)).toEqual(['baker', 'junior']);
    const [other] = bakers.search('kneads', { myLevel: { ladder: 'bakers', level: 'junior' } });
    expect(other?.expectations.map((one) => one.level.id)).toEqual(['junior', 'baker']);
  });

  it('gives everything expected at the level a query names', () => {
    const [kneading] = bakers.search('baker kneading');
    const own = kneading?.expectations.filter(({ level }) => level.id === 'baker') ?? [];
    expect(own.map((one) => one.text).sort()).toEqual([
      'Kneads for the whole morning.',
      'Loaves rise evenly.',
    ]);
  });

  it('gives what is carried over where the level has nothing of its own', () => {
    const [care] = bakers.search('baker sourdough');
    expect(care?.expectations.map((one) => [one.level.id, one.text])).toEqual([
      ['junior', 'Feeds the starter every evening.'],
    ]);
  });

  it('lists everything for a level alone', () => {
    expect(names(bakers.search('master baker'))).toEqual([
      'Kneading',
      'Sourdough care',
      'Scope of sale',
    ]);
  });
});

describe('marks', () => {
  it('mark whole words, what was typed of a word, and names', () => {
    const [care] = bakers.search('starters feed');
    const feeds = care?.expectations.find((one) => one.text.startsWith('Feeds'));
    expect(feeds?.marks.map(([start, end]) => feeds.text.slice(start, end))).toEqual([
      'Feeds',
      'starter',
    ]);
    const [typed] = bakers.search('sourd');
    expect(typed?.marks.name).toEqual([[0, 5]]);
  });

  it('take a word that a space follows for the whole of it', () => {
    const marked = (query: string) =>
      all.search(query).find(({ subSkill }) => subSkill.name.startsWith('Roadmap'))?.marks.name;
    expect(marked('rationale road')).toContainEqual([0, 4]);
    expect(marked('rationale road ')).not.toContainEqual([0, 4]);
  });

  it('are in order, apart, and within the text', () => {
    for (const query of ['strategy and roadmap', 'cust', 'defin the outcoms', 'Café “problem”']) {
      for (const { expectations } of all.search(query)) {
        for (const { text, marks } of expectations) {
          let last = 0;
          for (const [start, end] of marks) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(text.length);
        }
      }
    }
  });
});

describe('what comes with results', () => {
  it('names the words that led there as they were typed', () => {
    const [first] = all.search('Roadmap for us');
    expect(first?.reasons).toEqual(['Roadmap']);
  });

  const reasons = (passage: string, at: number) =>
    all.suggest(passage, { ladder: 'intercom-pm' })[at]?.reasons;

  it('gives no word as the reason that is general, everyday or weak beside another', () => {
    const visit = 'It was a good day and we had a nice visit with the people there.';
    expect(reasons(visit, 0)).toEqual(['visit']);
    expect(reasons(visit, 1)).toEqual([]);
    expect(reasons(visit, 2)).toEqual([]);
    const choice =
      'I explained the choice to every stakeholder, with what would make me change my mind, and nobody has had to reopen it since.';
    expect(reasons(choice, 0)).toEqual(['choice', 'mind']);
    expect(reasons(choice, 1)).toEqual(['stakeholder']);
  });

  it('gives no word as the reason that says nothing in any review: how many, how long, not', () => {
    const everyday = [
      'The plan was not a plan: forty pages, and a single one of them sure.',
      'He sat alone with none of the options, twice, and held little back till the morning.',
      'They actually had less of it inside, and fewer folk to sit apart for an hour.',
    ];
    const silly = new Set(
      'not forty single sure sat alone none twice held little till morning actually less inside fewer folk sit apart hour'.split(
        ' ',
      ),
    );
    const named = everyday.flatMap((passage) =>
      all.suggest(passage).flatMap(({ reasons }) => reasons),
    );
    expect(named.filter((reason) => silly.has(reason))).toEqual([]);
    expect(named).toContain('plan');
    expect(named).toContain('options');
  });

  it('gives a joined word that begins with an everyday one', () => {
    const cut = 'I took every nice-to-have off the list before I estimated the long-term plan.';
    expect(all.suggest(cut).flatMap(({ reasons }) => reasons)).toContain('nice-to-have');
  });

  it('gives words whole that are joined by hyphens', () => {
    const mail = 'Every day I read the e-mail from support before the stand-up, and answered ten.';
    expect(reasons(mail, 0)).toContain('e-mail');
    const plan =
      'I wrote the trade-offs down for the go-to-market plan and sales agreed to them within a week.';
    expect(reasons(plan, 0)).toEqual(['sales', 'go-to-market']);
    expect(reasons(plan, 2)).toEqual(['plan', 'trade-offs']);
    expect(reasons(`-roadmap--${plan}`, 0)).toContain('roadmap');
  });

  it('gives no letter and no number', () => {
    for (const passage of [
      'Every day 12 of us e a i o u 300 ms p95 before the number of 2 x 3 fell',
    ]) {
      for (const { reasons } of all.suggest(passage)) {
        for (const reason of reasons) expect(reason).toMatch(/\p{L}\S/u);
      }
    }
  });

  it('offers the query put right', () => {
    expect(bakers.didYouMean('the kneadign of Sourdough')).toBe('the kneading of Sourdough');
    expect(bakers.didYouMean('kneading sourd')).toBeUndefined();
  });

  it('calls nothing the nearest to what has no letter', () => {
    for (const query of ['\u{1f3af}\u{1f680}', '.*+?^()|[]\\', '\ud83c']) {
      expect(names(bakers.nearest(query))).toEqual([]);
    }
  });

  it('offers the nearest names of one ladder where that is asked', () => {
    const { id } = bakersLadder;
    const nearest = all.nearest('ownershxp', { ladder: id });
    expect(all.nearest('ownershxp').some(({ ladder }) => ladder.id !== id)).toBe(true);
    expect(nearest.every(({ ladder }) => ladder.id === id)).toBe(true);
  });

  it('offers the nearest names where nothing was found', () => {
    expect(bakers.search('sxxrdxxgh')).toEqual([]);
    expect(names(bakers.nearest('sxxrdxxgh'))).toContain('Sourdough care');
  });

  it('answers the same, built ahead or not', async () => {
    const ahead = createLadderSearch([bakersLadder]);
    await ahead.prepare();
    expect(ahead.search('starter')).toEqual(bakers.search('starter'));
  });
});
