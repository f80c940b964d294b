import { readFileSync } from 'node:fs';

/** A query and where it should lead: a hit is any of the sub-skills it may mean. */
export interface Query {
  id: number;
  /** exact, typo, prefix, synonym, level or passage. */
  type: string;
  query: string;
  /** Names as in the ladders. */
  expect: { ladder: string; subSkill: string }[];
  /** The level's name where the query names one: the hit must stand at it. */
  level?: string;
}

/** A sentence from a review and the sub-skill its writer means. */
export interface ReviewSentence {
  ladder: string;
  subSkill: string;
  text: string;
}

export const OWN_QUERIES = 'tests/fixtures/search-queries.json';
/**
 * Written without sight of the vocabulary, and none of its words was chosen by them. How much learned
 * words count was settled with their results in view.
 */
export const KEPT_BACK_QUERIES = 'tests/fixtures/search-queries-kept-back.json';
/**
 * Written by someone who knew only the ladders, when search was finished: nothing in it was chosen with
 * them in view.
 */
export const BLIND_QUERIES = 'tests/fixtures/search-queries-blind.json';
export const REVIEW_SENTENCES = 'tests/fixtures/review-sentences.json';

/** @param path relative to the project's folder or absolute */
export function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}
