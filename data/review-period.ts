import {
  compareDays,
  type Day,
  type Days,
  daysBetween,
  FIRST_WHEN,
  isDay,
  isReversed,
} from './days';
import { dayOf } from './evidence/day';
import type { Evidence } from './evidence/record';
import type { Settings } from './settings';

/** The review period, both days included and either of them open; `null` where none is set. */
export function periodOf({ periodFrom, periodTo }: Settings): Days | null {
  return periodFrom === null && periodTo === null ? null : { from: periodFrom, to: periodTo };
}

/**
 * How many days after its end a period is still being reviewed: reviews are written within weeks, and
 * what is done and tagged a quarter later belongs to the next period.
 */
const REVIEWED_FOR = 92;

/**
 * The last day of a review period that is over; otherwise `null`, also where the period is
 * reversed or its year is a slip.
 *
 * @param today where the user is
 */
export function endedOn({ periodFrom, periodTo }: Settings, today: Day): Day | null {
  if (periodTo === null || !isDay(periodTo) || compareDays(today, periodTo) <= 0) return null;
  if (compareDays(periodTo, FIRST_WHEN) < 0) return null;
  return isReversed({ from: periodFrom, to: periodTo }) ? null : periodTo;
}

/** The same, but only while it is still under review: what is tagged then is most likely about it. */
export function reviewedUpTo(settings: Settings, today: Day): Day | null {
  const last = endedOn(settings, today);
  return last !== null && daysBetween(last, today) <= REVIEWED_FOR ? last : null;
}

/** The evidence tagged while the period was under review that has no date of its own, in the order given. */
export function taggedAfter(evidence: readonly Evidence[], last: Day): Evidence[] {
  return evidence.filter((one) => {
    const after = one.when === undefined && daysBetween(last, dayOf(one));
    return after !== false && after > 0 && after <= REVIEWED_FOR;
  });
}
