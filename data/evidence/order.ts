import { compare } from '../order';
import type { Evidence } from './record';

/** The oldest first; evidence of the same moment, such as an import's, always in the same order. */
export function oldestFirst(a: Evidence, b: Evidence): number {
  return compare(a.created, b.created) || compare(a.id, b.id);
}
