import type { LadderIndex, WordSense } from './ladder-index';
import type { PhraseMatch } from './phrases';
import type { QueryTerms } from './query-terms';

/** How much phrases count beside words. */
const PHRASES = 1.1;
/** A phrase whose words stand apart in the query says so much of what it says together. */
const APART = 0.9;
/** A concept is a sign beside the words that name it, so it counts less than a word. */
const CONCEPT = 0.2;
/** What a word unknown to every ladder would have told, had it been known. */
export const UNKNOWN_IDF = 1.2;
/** A weight of the vocabulary that leaves no doubt. */
const SURE = 3;

/** Adds what the query's meaning says where its words are others: "a/b test", "experiment". */
export function addConcepts(
  index: LadderIndex,
  query: QueryTerms,
  most: number,
  scores: Float64Array,
): void {
  const seen = new Set<number>();
  for (const { phrase } of index.concepts.in(query.sequence)) {
    const concept = phrase.values[0] as number;
    const postings = index.postings(concept);
    if (!postings || seen.has(concept)) continue;
    seen.add(concept);
    const share = shareOf(index, phrase.terms, most);
    for (let k = 0; k < postings.places.length; k++) {
      const place = postings.places[k] as number;
      scores[place] = (scores[place] as number) + CONCEPT * share * (postings.weights[k] as number);
    }
  }
}

/** Adds what the vocabulary's phrases and the names say that the query has. */
export function addPhrases(
  index: LadderIndex,
  query: QueryTerms,
  most: number,
  scores: Float64Array,
  byWord: Float64Array[],
): void {
  // Of several phrases over the same words only the best one counts.
  const best = query.words.map(() => new Float64Array(scores.length));
  const add = ({ phrase, at }: PhraseMatch<WordSense>, factor: number) => {
    const { terms, values } = phrase;
    // Words that belong together say more than each of them by itself.
    const share = shareOf(index, terms, most) * Math.sqrt(terms.length);
    const worth = (factor * share) / terms.length / SURE;
    for (let k = 0; k < terms.length; k++) {
      const i = query.sequence.indexOf(terms[k] as number, factor === 1 ? at + k : 0);
      const ofWord = best[i];
      if (!ofWord) continue;
      for (const { place, weight } of values) {
        ofWord[place] = Math.max(ofWord[place] as number, worth * weight);
      }
    }
  };
  for (const match of index.senses.in(query.sequence)) add(match, 1);
  for (const match of index.senses.near(query.sequence)) add(match, APART);
  for (const [i, ofWord] of best.entries()) {
    const values = byWord[i] as Float64Array;
    for (let place = 0; place < scores.length; place++) {
      const worth = PHRASES * (ofWord[place] as number);
      scores[place] = (scores[place] as number) + worth;
      values[place] = (values[place] as number) + worth * most;
    }
  }
}

/** How much of the query a phrase makes up. */
function shareOf(index: LadderIndex, terms: readonly number[], most: number): number {
  let sum = 0;
  for (const term of terms)
    sum += index.termWeight(term) * (index.postings(term)?.idf ?? UNKNOWN_IDF);
  return Math.min(1, sum / most);
}

/** Adds what sayings of plain words say: "gets things done", "the right thing". */
export function addSayings(index: LadderIndex, query: QueryTerms, scores: Float64Array): void {
  const best = new Map<number, number>();
  for (const { phrase } of index.sayings.in(query.everyWord)) {
    for (const { place, weight } of phrase.values) {
      const worth = (PHRASES * (weight / SURE) * phrase.terms.length) / query.everyWord.length;
      if (worth > (best.get(place) ?? 0)) best.set(place, worth);
    }
  }
  for (const [place, worth] of best) scores[place] = (scores[place] as number) + worth;
}
