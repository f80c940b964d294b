import { expect, it } from 'vitest';
import { engines } from '../../../bench/search/engines';
import { measureQuality } from '../../../bench/search/quality';
import {
  KEPT_BACK_QUERIES,
  OWN_QUERIES,
  type Query,
  readJson,
} from '../../../bench/search/queries';
import { bundledLadders } from '../../../fixtures/bundled-ladders';

const queries = [OWN_QUERIES, KEPT_BACK_QUERIES].flatMap((path) => readJson<Query[]>(path));

const qualityOf = (name: string) => {
  const engine = engines[name]?.(bundledLadders);
  if (!engine) throw new Error(`There is no engine ${name}.`);
  return measureQuality(engine, queries, bundledLadders);
};

it('answers no kind of query worse than MiniSearch, tuned', () => {
  const ours = qualityOf('rung');
  for (const [type, theirs] of qualityOf('miniSearch')) {
    expect(ours.get(type)?.queries, type).toBe(theirs.queries);
    expect(ours.get(type)?.at3, type).toBeGreaterThanOrEqual(theirs.at3);
  }
}, 120_000);
