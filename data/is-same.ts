import { sortKeys } from './sort-keys';

/** Whether two JSON values say the same, in whatever order they have their keys. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(sortKeys(one)) === JSON.stringify(sortKeys(other));
}
