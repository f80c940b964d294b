import type { IndexedSubSkill, LadderIndex } from './ladder-index';
import type { QueryTerms } from './query-terms';
import { addNames } from './rank-names';
import { addPassageWords } from './rank-passage';
import { addConcepts, addPhrases, addSayings, UNKNOWN_IDF } from './rank-phrases';
import { statementScore, termWorth } from './statement-score';

/**
 * How much the words count, 1, and the best single statement beside them. These and the weights of
 * the other signs were found by trying on queries of our own; see `npm run bench -- search`.
 */
const WEIGHT = { words: 1, statement: 0.5 } as const;
/** Statements are compared only for this many sub-skills, those that lead by everything else. */
const STATEMENT_CANDIDATES = 40;

/** What each word of the query is worth to each sub-skill, and all of it together. */
export interface Ranking {
  /** Places, best first; sub-skills without any sign are left out. */
  order: number[];
  /** By place; not bounded, comparable within one ranking. */
  scores: Float64Array;
  /** Per word of the query, by place. */
  byWord: Float64Array[];
  /** See `termWorth`. */
  worth: Float64Array;
}

/**
 * Ranks the sub-skills for a query: BM25 over everything that is said of a sub-skill (each word of
 * the query counting once, for its best alternative), the vocabulary's phrases, what was learned
 * of words, the name, and the best single statement.
 *
 * @param allowed sub-skills that may answer
 */
export function rank(
  index: LadderIndex,
  query: QueryTerms,
  text: string,
  allowed: (subSkill: IndexedSubSkill) => boolean,
): Ranking {
  const { subSkills } = index;
  const scores = new Float64Array(subSkills.length);
  const byWord = query.words.map(() => new Float64Array(subSkills.length));

  let most = 0;
  query.words.forEach((word, i) => {
    const best = byWord[i] as Float64Array;
    let idf = 0;
    for (const { term, weight } of word.alternatives) {
      const postings = index.postings(term);
      if (!postings) continue;
      idf = Math.max(idf, postings.idf);
      const factor = weight * word.weight * postings.idf;
      for (let k = 0; k < postings.places.length; k++) {
        const place = postings.places[k] as number;
        const value = factor * (postings.weights[k] as number);
        if (value > (best[place] as number)) best[place] = value;
      }
    }
    most += word.weight * (idf || UNKNOWN_IDF);
  });
  // A query of nothing but "it" and "done" has no words to weigh, but may still be a saying.
  most ||= UNKNOWN_IDF;

  for (const values of byWord) {
    for (let place = 0; place < scores.length; place++) {
      scores[place] = (scores[place] as number) + (WEIGHT.words * (values[place] as number)) / most;
    }
  }
  addConcepts(index, query, most, scores);
  addPhrases(index, query, most, scores, byWord);
  addSayings(index, query, scores);
  addPassageWords(index, query, most, scores, byWord);
  if (!query.isPassage) addNames(index, query, text, scores);

  const order: number[] = [];
  for (let place = 0; place < scores.length; place++) {
    if ((scores[place] as number) > 0 && allowed(subSkills[place] as IndexedSubSkill)) {
      order.push(place);
    }
  }
  const better = (a: number, b: number) => (scores[b] as number) - (scores[a] as number) || a - b;
  order.sort(better);
  const worth = termWorth(index, query);
  addStatements(index, worth, most, scores, order.slice(0, STATEMENT_CANDIDATES));
  return { order: order.sort(better), scores, byWord, worth };
}

function addStatements(
  index: LadderIndex,
  worth: Float64Array,
  most: number,
  scores: Float64Array,
  places: readonly number[],
): void {
  for (const place of places) {
    let best = 0;
    for (const { terms } of (index.subSkills[place] as IndexedSubSkill).statements) {
      best = Math.max(best, statementScore(terms, worth));
    }
    scores[place] = (scores[place] as number) + (WEIGHT.statement * best) / most;
  }
}
