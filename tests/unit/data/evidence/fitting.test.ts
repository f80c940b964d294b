import { expect, it } from 'vitest';
import { fittingOn } from '../../../../data/evidence/fitting';
import { LADDER, record } from '../../../fixtures/records';

const old = (change: Parameters<typeof record>[0] = {}) =>
  record({ ladder: 'last-year', ...change });
const ids = (...records: ReturnType<typeof record>[]) =>
  fittingOn(LADDER, records).map(({ id }) => id);

it('is what names a sub-skill and a level that the ladder has, whatever ladder it was of', () => {
  const other = old({ id: 'b', ladder: 'before-that', subSkill: 'market' });
  expect(ids(old({ id: 'a' }), other)).toEqual(['a', 'b']);
});

it('is not what the ladder has no place for, nor what is of it already', () => {
  const records = [
    old({ subSkill: 'lost' }),
    old({ level: 'lost' }),
    record({ subSkill: 'market' }),
  ];
  expect(ids(...records)).toEqual([]);
});

it('is nothing that would be said twice', () => {
  expect(ids(record({ id: 'a' }), old({ id: 'b' }))).toEqual([]);
  expect(ids(old({ id: 'b' }), record({ id: 'a' }))).toEqual([]);
  expect(ids(old({ id: 'a' }), old({ id: 'b', ladder: 'before-that' }))).toEqual(['a']);
});

it.each([
  ['another sub-skill', { subSkill: 'market' }],
  ['another level', { level: 'pm3' }],
  ['another view', { kind: 'peer' as const }],
  ['other words', { quote: 'Something else.' }],
  ['another document', { target: { document: 'https://docs.example/other' } }],
])('may be beside %s on the ladder', (_, change) => {
  expect(ids(old({ id: 'a' }), record({ id: 'b', ...change }))).toEqual(['a']);
});

it('is not what was pasted and stands in a document already', () => {
  const target = { document: '', surface: 'pasted' as const };
  expect(ids(old({ id: 'a', target }), record({ id: 'b' }))).toEqual([]);
});
