import { expect, it } from 'vitest';
import { compareDays, daysBetween, isDay, localDay, noonOf, withinDays } from '../../../data/days';
import { inZone } from '../support/zone';

it.each(['2026-03-04', '2024-02-29', '0050-06-01', '9999-12-31', '20226-01-01'])(
  'knows the day %s',
  (day) => {
    expect(isDay(day)).toBe(true);
    expect(noonOf(day)?.toISOString()).toContain(`${day}T12:00`);
  },
);

it.each([
  '',
  '2026',
  '2026-02-31',
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '2026-1-1',
  '2026-01-01x',
  '275760-09-14',
])('knows no day %j', (day) => {
  expect(isDay(day)).toBe(false);
});

it('knows a day that the clocks of a zone left out', () => {
  inZone('Pacific/Apia', () => expect(isDay('2011-12-30')).toBe(true));
});

it('gives the day of an instant where the user is', () => {
  expect(localDay(new Date(2026, 0, 1, 0, 0))).toBe('2026-01-01');
  expect(localDay(new Date(2026, 11, 31, 23, 59).toISOString())).toBe('2026-12-31');
  expect(localDay('no time')).toBe('');
  inZone('Pacific/Auckland', () => expect(localDay('2026-06-30T12:30:00Z')).toBe('2026-07-01'));
  inZone('America/Los_Angeles', () => expect(localDay('2026-07-01T06:30:00Z')).toBe('2026-06-30'));
});

it('puts days in their order, also after the year 9999', () => {
  const days = ['20226-01-01', '2026-01-02', '2026-01-01', '9999-12-31'];
  expect(days.sort(compareDays)).toEqual(['2026-01-01', '2026-01-02', '9999-12-31', '20226-01-01']);
});

it('counts the days between two, whatever the clocks do meanwhile', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2026-01-02', '2026-01-01')).toBe(-1);
  expect(daysBetween('2026-02-31', '2026-03-01')).toBeNaN();
  expect(daysBetween('2026-03-01', '2026-02-31')).toBeNaN();
});

it.each([
  [null, null, ['a', 'b', 'c']],
  ['2026-01-02', null, ['b', 'c']],
  [null, '2026-01-02', ['a', 'b']],
  ['2026-01-02', '2026-01-02', ['b']],
  ['2026-01-03', '2026-01-01', []],
  ['2026-02-31', '20226-01-01', ['a', 'b', 'c']],
])('a span from %s to %s has both of its days', (from, to, expected) => {
  const days = { a: '2026-01-01', b: '2026-01-02', c: '2026-01-03' };
  const isWithin = withinDays({ from, to });
  expect(Object.entries(days).flatMap(([name, day]) => (isWithin(day) ? name : []))).toEqual(
    expected,
  );
});
