import { compareDays, type Day, FIRST_WHEN, isDay, LAST_DAY } from '../../data/days';

/** Not all of a date is there, it is still to come, or its year is a slip. */
export type DateSlip = 'half' | 'future' | 'old';

type Field = Pick<HTMLInputElement, 'value'> & { readonly validity: { badInput: boolean } };

/**
 * What is wrong with the date in a field; `null` where it holds a likely day, or nothing.
 *
 * @param last the last day it may be
 */
export function slipIn({ value, validity }: Field, last: Day = LAST_DAY): DateSlip | null {
  // To the browser a field with half a date is as empty as one that was cleared.
  if (validity.badInput) return 'half';
  if (value === '') return null;
  if (!isDay(value)) return 'half';
  if (compareDays(value, last) > 0) return 'future';
  return compareDays(value, FIRST_WHEN) < 0 ? 'old' : null;
}
