import { expect, test } from 'vitest';
import type { Evidence } from '../../../../data/evidence';
import {
  EVERYTHING,
  type EvidenceFilter,
  filterEvidence,
  narrowings,
} from '../../../../data/evidence/filter';
import { occurring } from '../../../../data/evidence/occurring';
import { BUNDLED_LADDERS } from '../../../../data/library';
import { createEvidenceSearch } from '../../../../data/search';
import { seededRecord } from '../../../e2e/harness/seed';

const evidence: Evidence[] = Array.from({ length: 60 }, (_, index) => seededRecord(index));
const search = createEvidenceSearch(evidence);
const shown = (filter: Partial<EvidenceFilter>) =>
  filterEvidence(evidence, { ...EVERYTHING, ...filter }, search);

test('everything passes the empty filter, in the order given', () => {
  expect(shown({})).toEqual(evidence);
  expect(narrowings(EVERYTHING)).toBe(0);
});

test.each<[Partial<EvidenceFilter>, (one: Evidence) => boolean]>([
  [{ level: 'intercom-pm/pm' }, (one) => one.level === 'pm'],
  [{ kind: 'peer' }, (one) => one.kind === 'peer'],
  [{ subSkill: 'intercom-pm/ownership' }, (one) => one.subSkill === 'ownership'],
  [
    { document: evidence[30]?.target.document ?? '' },
    (one) => one.target.document === evidence[30]?.target.document,
  ],
  [{ id: 'seeded-7' }, (one) => one.id === 'seeded-7'],
  [{ level: 'intercom-pm/pm', kind: 'self' }, (one) => one.level === 'pm' && one.kind === 'self'],
])('%o lets through just what fits', (filter, fits) => {
  const expected = evidence.filter(fits);
  expect(expected.length).toBeGreaterThan(0);
  expect(shown(filter)).toEqual(expected);
  expect(narrowings({ ...EVERYTHING, ...filter })).toBe(Object.keys(filter).length);
});

test('a level of another ladder is another, whatever its id', () => {
  const own = { ...(evidence[0] as Evidence), id: 'own', ladder: 'acme' };
  const all = [...evidence, own];
  const at = (level: string) => filterEvidence(all, { ...EVERYTHING, level }, search);
  expect(at(`acme/${own.level}`)).toEqual([own]);
  expect(at(`intercom-pm/${own.level}`)).not.toContain(own);
});

test('evidence can be narrowed to what has no place on its ladder any more', () => {
  const [intercom] = BUNDLED_LADDERS;
  const without = (change: Partial<Evidence>) => ({ ...(evidence[0] as Evidence), ...change });
  const lost = [
    without({ id: 'sub-skill', subSkill: 'gone' }),
    without({ id: 'level', level: 'gone' }),
  ];
  const other = without({ id: 'ladder', ladder: 'gone', subSkill: 'gone' });
  const filter = { ...EVERYTHING, unplaced: 'intercom-pm' };
  const all = [other, ...lost, ...evidence];
  expect(filterEvidence(all, filter, search, BUNDLED_LADDERS)).toEqual(lost);
  expect(filterEvidence(all, { ...filter, unplaced: 'gone' }, search, BUNDLED_LADDERS)).toEqual([]);
  expect(occurring(all, BUNDLED_LADDERS).changed).toEqual([['intercom-pm', intercom?.name]]);
  expect(occurring(evidence, BUNDLED_LADDERS).changed).toEqual([]);
});

test('spaces hold nothing back', () => {
  expect(narrowings({ ...EVERYTHING, query: '  ' })).toBe(0);
});

test('evidence can be narrowed to a ladder, and to all others', () => {
  const others = ['acme', 'gone'].map((ladder) => ({
    ...(evidence[0] as Evidence),
    id: ladder,
    ladder,
  }));
  const all = [...others, ...evidence];
  const by = (filter: Partial<EvidenceFilter>) =>
    filterEvidence(all, { ...EVERYTHING, ...filter }, search);
  expect(by({ ladder: 'acme' })).toEqual([others[0]]);
  expect(by({ notLadder: 'intercom-pm' })).toEqual(others);
  expect(by({ ladder: 'intercom-pm' })).toEqual(evidence);
  expect(narrowings({ ...EVERYTHING, notLadder: 'intercom-pm' })).toBe(1);
});

test('a year of many digits holds nothing back that it should not', () => {
  expect(shown({ to: '20226-01-01' })).toEqual(evidence);
  expect(shown({ from: '20226-01-01' })).toEqual([]);
});

test('both days of a span are included, as days are where the user is', () => {
  const day = (one: Evidence) => new Date(one.created).toLocaleDateString('sv');
  const [from, to] = [day(evidence[5] as Evidence), day(evidence[9] as Evidence)];
  const expected = evidence.filter((one) => day(one) >= from && day(one) <= to);
  expect(shown({ from, to })).toEqual(expected);
  expect(shown({ from: to, to: from })).toEqual(
    day(evidence[5] as Evidence) === to ? expected : [],
  );
});

test('words are searched for in quote and note, and other parts still hold back', () => {
  const found = shown({ query: 'silence on pricing' });
  expect(found.length).toBeGreaterThan(0);
  expect(found[0]?.target.selector[0].exact).toMatch(/silence on pricing/);
  expect(
    shown({ query: 'silence on pricing', level: 'intercom-pm/pm' }).every(
      (one) => one.level === 'pm',
    ),
  ).toBe(true);
});

test('what is searched for comes best match first, whatever the order given', () => {
  const saying = (exact: string): Evidence => {
    const base = seededRecord(0);
    const selector = { ...base.target.selector[0], exact };
    return { ...base, id: exact, note: '', target: { ...base.target, selector: [selector] } };
  };
  const best = saying('release the big plan');
  const other = saying('plan the big release');
  for (const given of [
    [best, other],
    [other, best],
  ]) {
    const found = filterEvidence(
      given,
      { ...EVERYTHING, query: 'big plan' },
      createEvidenceSearch(given),
    );
    expect(found).toEqual([best, other]);
  }
});
