/**
 * The instant a day begins where the user is.
 *
 * @param day `YYYY-MM-DD`
 * @param later so many days later; 1 for the end of the day
 * @returns `undefined` where `day` is no such day or is `null`
 */
export function startOfDay(day: string | null, later = 0): Date | undefined {
  const [year, month, date] = (day ?? '').split('-').map(Number);
  return year && month && date ? new Date(year, month - 1, date + later) : undefined;
}
