/** What follows has five digits for the year, which no reader of our records takes for a time. */
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * The time of a change: the clock's, but always after the time of the previous change. Otherwise,
 * once a clock that ran ahead was set right, earlier changes would win over later ones.
 *
 * @param before when the record was modified last, in ISO 8601
 * @param now the clock, in milliseconds since 1970
 */
export function modifiedAfter(before: string, now: number): string {
  const last = Date.parse(before);
  const next = Number.isNaN(last) ? now : Math.max(now, last + 1);
  return new Date(Math.min(next, LAST)).toISOString();
}
