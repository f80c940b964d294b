import type { Ladder } from '../../../data/ladder';
import type { Engine, Hit } from './engines';
import type { Query } from './queries';

/** Shares of queries, 0 to 1, whose answer has a hit among the first one, three or five. */
export interface Quality {
  queries: number;
  at1: number;
  at3: number;
  at5: number;
}

/** How good an engine's answers are: by type of query, and `all` together. */
export function measureQuality(
  engine: Engine,
  queries: readonly Query[],
  ladders: readonly Ladder[],
): Map<string, Quality> {
  const places = new Map<string, number[]>();
  for (const query of queries) {
    const hits = engine.find(query.query, query.type === 'passage');
    const at = hits.findIndex((hit) => isRight(hit, query, ladders));
    for (const type of [query.type, 'all']) {
      places.set(type, [...(places.get(type) ?? []), at < 0 ? Number.POSITIVE_INFINITY : at]);
    }
  }
  const types = [...places.keys()].filter((type) => type !== 'all');
  return new Map(
    [...types, 'all'].map((type) => {
      const all = places.get(type) ?? [];
      const within = (count: number) =>
        all.filter((place) => place < count).length / Math.max(1, all.length);
      return [type, { queries: all.length, at1: within(1), at3: within(3), at5: within(5) }];
    }),
  );
}

function isRight(hit: Hit, query: Query, ladders: readonly Ladder[]): boolean {
  const expected = query.expect.some(
    ({ ladder, subSkill }) => ladder === hit.ladder && subSkill === hit.subSkill,
  );
  if (!expected || query.level === undefined) return expected;
  // A level of one ladder says nothing about a hit in another, which has none of that name.
  const levels = ladders.find((ladder) => ladder.name === hit.ladder)?.levels ?? [];
  return !levels.some((level) => level.name === query.level) || hit.level === query.level;
}
