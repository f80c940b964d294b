import { compareDays, FIRST_WHEN } from '../../data/days';

/** What stands in a date's field and is no day yet, or no likely one. */
export interface DateSlip {
  /** What the field says of itself: `''` for a date that is not complete. */
  readonly value: string;
  readonly why: 'half' | 'old';
}

/** The slip in a date's field; `undefined` where it holds a day, or nothing. */
export function slipIn({ value, validity }: HTMLInputElement): DateSlip | undefined {
  if (validity.badInput) return { value, why: 'half' };
  const isOld = value !== '' && compareDays(value, FIRST_WHEN) < 0;
  return isOld ? { value, why: 'old' } : undefined;
}
