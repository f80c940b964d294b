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
  for (const { phrase } of unique(index.concepts.in(query.sequence))) {
    const postings = index.postings(phrase.value);
    if (!postings) continue;
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
  const best = new Map<number, number[]>();
  const add = (match: PhraseMatch<WordSense>, factor: number) => {
    const { terms, value } = match.phrase;
    const share = shareOf(index, terms, most);
    const worth = factor * share * (value.weight / SURE);
    // Of several phrases over the same words only the best one counts.
    let perWord = best.get(value.place);
    if (!perWord) {
      perWord = query.words.map(() => 0);
      best.set(value.place, perWord);
    }
    for (let k = 0; k < terms.length; k++) {
      const at = query.sequence.indexOf(terms[k] as number, factor === 1 ? match.at + k : 0);
      if (at >= 0) perWord[at] = Math.max(perWord[at] as number, worth / terms.length);
    }
  };
  for (const match of index.senses.in(query.sequence)) add(match, 1);
  for (const match of index.senses.near(query.sequence)) add(match, APART);
  for (const [place, perWord] of best) {
    for (let i = 0; i < perWord.length; i++) {
      const worth = PHRASES * (perWord[i] as number);
      scores[place] = (scores[place] as number) + worth;
      const values = byWord[i] as Float64Array;
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
    const { place, weight } = phrase.value;
    const worth = (PHRASES * (weight / SURE) * phrase.terms.length) / query.everyWord.length;
    if (worth > (best.get(place) ?? 0)) best.set(place, worth);
  }
  for (const [place, worth] of best) scores[place] = (scores[place] as number) + worth;
}

function unique<T extends { phrase: { value: number } }>(matches: T[]): T[] {
  const seen = new Set<number>();
  return matches.filter(({ phrase }) => !seen.has(phrase.value) && seen.add(phrase.value));
}
