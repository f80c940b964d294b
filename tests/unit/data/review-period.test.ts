import { expect, it } from 'vitest';
import { endedOn, periodOf, reviewedUpTo, taggedAfter } from '../../../data/review-period';
import { DEFAULT_SETTINGS } from '../../../data/settings';
import { record } from '../../fixtures/records';
import { inZone } from '../support/zone';

const set = (periodFrom: string | null, periodTo: string | null) => ({
  ...DEFAULT_SETTINGS,
  periodFrom,
  periodTo,
});

it('is set where one of its days is', () => {
  expect(periodOf(set(null, null))).toBeNull();
  expect(periodOf(set('2026-01-01', null))).toEqual({ from: '2026-01-01', to: null });
  expect(periodOf(set(null, '2026-06-30'))).toEqual({ from: null, to: '2026-06-30' });
});

it.each([
  ['after it', '2026-07-01', '2026-01-01', '2026-06-30', '2026-06-30'],
  ['long after one without a beginning', '2027-03-01', null, '2026-06-30', '2026-06-30'],
  ['on its last day', '2026-06-30', '2026-01-01', '2026-06-30', null],
  ['before it', '2025-12-31', '2026-01-01', '2026-06-30', null],
  ['where it is open', '2026-07-01', '2026-01-01', null, null],
  ['where none is set', '2026-07-01', null, null, null],
  ['where its end is no day', '2026-07-01', null, '2026-06-31', null],
  ['where its year is a slip of the finger', '2026-07-01', null, '0202-06-30', null],
  ['where it ended before 2000', '2026-07-01', '1999-01-01', '1999-12-31', null],
  ['where it ended on the first day that can be', '2026-07-01', null, '2000-01-01', '2000-01-01'],
  ['where it ends before it begins', '2026-07-03', '2026-07-01', '2026-06-30', null],
])('is over or not: %s', (_, today, from, to, expected) => {
  expect(endedOn(set(from, to), today)).toBe(expected);
});

it.each([
  ['the day after', '2026-07-01', '2026-06-30'],
  ['a quarter later', '2026-09-30', '2026-06-30'],
  ['when the next one is long under way', '2026-10-01', null],
  ['while it lasts', '2026-06-30', null],
])('is being reviewed or not: %s', (_, today, expected) => {
  expect(reviewedUpTo(set('2026-01-01', '2026-06-30'), today)).toBe(expected);
});

it('has nothing to do with what was tagged long after it', () => {
  const evidence = ['2026-09-30', '2026-10-01'].map((day) =>
    record({ id: day, created: `${day}T12:00:00.000Z` }),
  );
  expect(taggedAfter(evidence, '2026-06-30').map(({ id }) => id)).toEqual(['2026-09-30']);
});

it('leaves out what was tagged after it only where no day was said', () => {
  inZone('Europe/Berlin', () => {
    const evidence = [
      record({ id: 'late', created: '2026-07-03T09:00:00.000Z' }),
      record({ id: 'after midnight', created: '2026-06-30T22:30:00.000Z' }),
      record({ id: 'in time', created: '2026-06-30T21:30:00.000Z' }),
      record({ id: 'said', created: '2026-07-03T09:00:00.000Z', when: '2026-07-02' }),
    ];
    const found = taggedAfter(evidence, '2026-06-30');
    expect(found.map(({ id }) => id)).toEqual(['late', 'after midnight']);
  });
});
