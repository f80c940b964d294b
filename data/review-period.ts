import { compareDays, type Day, type Days, isDay, within } from './days';
import { dayOf } from './evidence/day';
import type { Evidence } from './evidence/record';
import type { Settings } from './settings';

/** The review period that is set, both days included, either of them open; `null` where none is. */
export function periodOf({ periodFrom, periodTo }: Settings): Days | null {
  return periodFrom === null && periodTo === null ? null : { from: periodFrom, to: periodTo };
}

/**
 * The last day of a review period that is over, or `null`. Reviews are written when it is, so that
 * what is tagged then most likely speaks of it.
 *
 * @param today where the user is
 */
export function endedOn({ periodFrom, periodTo }: Settings, today: Day): Day | null {
  if (periodTo === null || !isDay(periodTo) || compareDays(today, periodTo) <= 0) return null;
  // From a later day to an earlier one is no period.
  const wrong = periodFrom !== null && isDay(periodFrom) && compareDays(periodFrom, periodTo) > 0;
  return wrong ? null : periodTo;
}

/** What was tagged after the period and says no day of its own, in the order given. */
export function taggedAfter(evidence: readonly Evidence[], last: Day): Evidence[] {
  const isBefore = within({ from: null, to: last });
  return evidence.filter((one) => one.when === undefined && !isBefore(dayOf(one)));
}
