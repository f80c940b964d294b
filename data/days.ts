import { compare } from './order';

/**
 * A calendar day, `YYYY-MM-DD`: the same one wherever the user is, also where the clocks of a zone
 * left it out.
 */
export type Day = string;

/** A span of days, both ends included; `null`, or a value that is not a day, leaves an end open. */
export interface Days {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** No career reviewed now began before it: an earlier year is a slip of the finger. */
export const FIRST_WHEN = '2000-01-01';

/** The last day a date field takes: in some browsers a year has room for six digits. */
export const LAST_DAY = '9999-12-31';

/** Whether there is such a day in the calendar. */
export function isDay(day: string): boolean {
  return noonOf(day) !== undefined;
}

/** Noon of a day in UTC, to be written with `timeZone: 'UTC'`: no zone shifts it. */
export function noonOf(day: string): Date | undefined {
  const [, year = 0, month = 0, date = 0] = /^(\d{4,})-(\d\d)-(\d\d)$/.exec(day)?.map(Number) ?? [];
  // Given to `Date.UTC`, a year below 100 would be one of the twentieth century.
  const noon = new Date(Date.UTC(2000, 0, 1, 12));
  noon.setUTCFullYear(year, month - 1, date);
  // No two digits of a day lead past the month after, so a wrong one is seen by its month.
  return noon.getUTCMonth() === month - 1 ? noon : undefined;
}

/** The day of an instant in the user's time zone; `''` if it is not an instant. */
export function localDay(instant: Date | string): Day {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  const part = (value: number, digits: number) => String(value).padStart(digits, '0');
  return [part(date.getFullYear(), 4), part(date.getMonth() + 1, 2), part(date.getDate(), 2)].join(
    '-',
  );
}

/** Below 0 where `a` is the earlier day, above 0 where it is the later one. */
export function compareDays(a: Day, b: Day): number {
  // A year of more digits is a later one, and would otherwise be compared by its first four.
  return a.length - b.length || compare(a, b);
}

/** The number of days from one day to a later one; `NaN` if either is not a day. */
export function daysBetween(from: Day, to: Day): number {
  const [start, end] = [noonOf(from), noonOf(to)];
  return start && end ? (end.getTime() - start.getTime()) / 86_400_000 : Number.NaN;
}

/** Whether a span starts after its end, so that no day lies in it. */
export function isReversed({ from, to }: Days): boolean {
  if (from === null || to === null || !isDay(from) || !isDay(to)) return false;
  return compareDays(from, to) > 0;
}

/** A test of whether a day lies in a span. */
export function withinDays({ from, to }: Days): (day: Day) => boolean {
  const first = from !== null && isDay(from) ? from : undefined;
  const last = to !== null && isDay(to) ? to : undefined;
  return (day) =>
    (first === undefined || compareDays(day, first) >= 0) &&
    (last === undefined || compareDays(day, last) <= 0);
}
