/** The last day a date field takes: in some browsers a year has room for six digits. */
export const LAST_DAY = '9999-12-31';

/**
 * The instant a day begins where the user is.
 *
 * @param day `YYYY-MM-DD`
 * @param later so many days later; 1 for the end of the day
 * @returns `undefined` where `day` is no such day or is `null`
 */
export function startOfDay(day: string | null, later = 0): Date | undefined {
  const [, year = 0, month = 0, date = 0] =
    /^(\d{4,})-(\d\d)-(\d\d)$/.exec(day ?? '')?.map(Number) ?? [];
  // Given to the constructor, a year below 100 would be one of the twentieth century.
  const start = new Date(2000, 0);
  start.setFullYear(year, month - 1, date);
  if (start.getMonth() !== month - 1 || start.getDate() !== date) return undefined;
  start.setDate(date + later);
  // Where the clocks change at midnight, a day later is not the same time of day.
  start.setHours(0, 0, 0, 0);
  return Number.isNaN(start.getTime()) ? undefined : start;
}
