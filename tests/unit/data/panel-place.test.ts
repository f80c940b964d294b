import { expect, test } from 'vitest';
import {
  type Place,
  placeFrom,
  placeHash,
  placeOf,
  readHash,
  START,
} from '../../../data/panel-place';

test('an address leads to the place it was made for', () => {
  const hash = placeHash('ladder', 'intercom-pm', 'customer-focus');
  expect(hash).toBe('#/ladder/intercom-pm/customer-focus');
  expect(placeOf(hash, 5)).toMatchObject({
    tab: 'ladder',
    ladder: 'intercom-pm',
    subSkill: 'customer-focus',
    asked: 5,
  });
});

test('an address says which two levels to compare, or none', () => {
  const hash = placeHash('ladder', 'intercom-pm', 'customer-focus', 'staff-pm', 'principal-pm');
  expect(placeOf(hash, 5)?.levels).toEqual(['staff-pm', 'principal-pm']);
  expect(placeOf(placeHash('ladder', 'intercom-pm', 'a', 'staff-pm'), 5)?.levels).toBeNull();
});

test('an address of evidence shows just that', () => {
  expect(placeOf(placeHash('evidence', 'abc'), 5)).toMatchObject({
    tab: 'evidence',
    filter: { ...START.filter, id: 'abc' },
  });
});

test('parts with slashes and spaces survive', () => {
  expect(readHash(placeHash('a/b', 'c d', 'é'))).toEqual(['a/b', 'c d', 'é']);
});

test.each(['', '#', '#other', '#/nowhere', '#/%E0%A4%A'])('"%s" leads nowhere', (hash) => {
  expect(placeOf(hash, 5)).toBeNull();
});

test('a filter stored before filters knew of ladders holds back what it did', () => {
  const {
    ladder: _,
    notLadder: __,
    unplaced: ___,
    ...old
  } = { ...START.filter, kind: 'peer' as const };
  const stored = { ...START, filter: old } as unknown as Place;
  expect(placeFrom(stored).filter).toEqual({
    ...old,
    ladder: null,
    notLadder: null,
    unplaced: null,
  });
});

test('a place stored before places named their ladder is still a place', () => {
  const { ladder: _ladder, ...old } = { ...START, subSkill: 'customer-focus', scroll: 40 };
  expect(placeFrom(old)).toEqual({ ...old, ladder: null });
});
