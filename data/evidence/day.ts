import { type Day, localDay } from '../days';
import type { Evidence } from './record';

/**
 * The day a piece of evidence speaks of: the one the user gave, which is the same in every time zone,
 * otherwise the day it was tagged, in the user's time zone.
 */
export function dayOf({ when, created }: Pick<Evidence, 'when' | 'created'>): Day {
  return when ?? localDay(created);
}
