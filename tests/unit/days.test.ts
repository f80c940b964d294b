import { expect, it } from 'vitest';
import { startOfDay } from '../../data/days';

it('begins a day where the user is, or the one so many days later', () => {
  expect(startOfDay('2026-03-04')).toEqual(new Date(2026, 2, 4));
  expect(startOfDay('2026-02-28', 1)).toEqual(new Date(2026, 2, 1));
  expect(startOfDay('2024-02-29')).toEqual(new Date(2024, 1, 29));
});

it('takes a year as it is written', () => {
  const start = startOfDay('0050-06-01');
  expect([start?.getFullYear(), start?.getMonth(), start?.getDate()]).toEqual([50, 5, 1]);
});

it('ends a day where the next begins, also where the clocks change at midnight', () => {
  const { TZ } = process.env;
  process.env.TZ = 'Africa/Cairo';
  try {
    // The hour after midnight of 24 April 2026 is left out there.
    const end = startOfDay('2026-04-24', 1);
    expect([end?.getDate(), end?.getHours()]).toEqual([25, 0]);
  } finally {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  }
});

it.each([
  null,
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
  expect(startOfDay(day)).toBeUndefined();
});
