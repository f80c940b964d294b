import { type Day, localDay } from '../days';
import type { Evidence } from './record';

/**
 * The day a piece of evidence speaks of: the one the user said, which is the same in every zone, or
 * else the day it was tagged, where the user is.
 */
export function dayOf({ when, created }: Pick<Evidence, 'when' | 'created'>): Day {
  return when ?? localDay(created);
}
