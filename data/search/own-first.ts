import type { QueryReading, SearchResult } from './types';

interface Answer {
  readonly results: readonly SearchResult[];
  /** Whether the user's own ladder gave it. */
  readonly isOwn: boolean;
}

/**
 * Someone on one ladder asks about that one: others answer only where it has nothing to say, or where
 * the query names a level that only they have.
 *
 * @param levels those the query names
 * @param own id of the user's own ladder
 * @param searchOwn, searchAll ask that ladder, and all of them; each is called only where it counts
 */
export function ownFirst(
  levels: QueryReading['levels'],
  own: string,
  searchOwn: () => readonly SearchResult[],
  searchAll: () => readonly SearchResult[],
): Answer {
  const isAbout = levels.length === 0 || levels.some(({ ladder }) => ladder.id === own);
  const results = isAbout ? searchOwn() : [];
  return results.length > 0 ? { results, isOwn: true } : { results: searchAll(), isOwn: false };
}
