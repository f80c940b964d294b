import type { IndexedSubSkill, LadderIndex } from './ladder-index';
import type { QueryTerms } from './query-terms';

/** How much each kind of sign counts; found by trying on queries of our own, see the bench. */
const WEIGHT = { words: 1, phrases: 1.1, name: 1.5, wholeName: 1.2, statement: 0.5 } as const;
/** What a word unknown to every ladder would have told, had it been known. */
const UNKNOWN_IDF = 1.2;
/** A phrase whose words stand apart in the query says so much of what it says together. */
const APART = 0.9;
/** A concept is a sign beside the words that name it, so it counts less than a word. */
const CONCEPT = 0.2;
/** Statements are compared only for so many sub-skills that lead by everything else. */
const STATEMENT_CANDIDATES = 40;
/** Statements of fewer terms than this would win by shortness alone. */
const SHORT_STATEMENT = 6;

/** What each word of the query is worth to each sub-skill, and all of it together. */
export interface Ranking {
  /** Places, best first; sub-skills without any sign are left out. */
  order: number[];
  /** By place; not bounded, comparable within one ranking. */
  scores: Float64Array;
  /** Per word of the query, by place. */
  byWord: Float64Array[];
}

/**
 * Ranks the sub-skills for a query: BM25 over everything that is said of a sub-skill (each word of
 * the query counting once, for its best alternative), the vocabulary's phrases, the name, and the
 * best single statement.
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
  if (most === 0) return { order: [], scores, byWord };

  for (const values of byWord) {
    for (let place = 0; place < scores.length; place++) {
      scores[place] = (scores[place] as number) + (WEIGHT.words * (values[place] as number)) / most;
    }
  }
  addConcepts(index, query, most, scores);
  addPhrases(index, query, most, scores, byWord);
  if (!query.isPassage) addNames(index, query, text, scores);

  const order: number[] = [];
  for (let place = 0; place < scores.length; place++) {
    if ((scores[place] as number) > 0 && allowed(subSkills[place] as IndexedSubSkill)) {
      order.push(place);
    }
  }
  const better = (a: number, b: number) => (scores[b] as number) - (scores[a] as number) || a - b;
  order.sort(better);
  addStatements(index, query, most, scores, order.slice(0, STATEMENT_CANDIDATES));
  return { order: order.sort(better), scores, byWord };
}

function addConcepts(
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

function addPhrases(
  index: LadderIndex,
  query: QueryTerms,
  most: number,
  scores: Float64Array,
  byWord: Float64Array[],
): void {
  const best = new Map<number, number[]>();
  const add = (
    match: {
      phrase: { terms: readonly number[]; value: { place: number; weight: number } };
      at: number;
    },
    factor: number,
  ) => {
    const { terms, value } = match.phrase;
    const share = shareOf(index, terms, most);
    const worth = factor * share * (value.weight / 3);
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
      const worth = WEIGHT.phrases * (perWord[i] as number);
      scores[place] = (scores[place] as number) + worth;
      const values = byWord[i] as Float64Array;
      values[place] = (values[place] as number) + worth * most;
    }
  }
}

/** How much of the query a phrase makes up. */
function shareOf(index: LadderIndex, terms: readonly number[], most: number): number {
  let sum = 0;
  for (const term of terms) sum += index.termWeight(term) * (index.postings(term)?.idf ?? UNKNOWN_IDF);
  return Math.min(1, sum / most);
}

function addNames(index: LadderIndex, query: QueryTerms, text: string, scores: Float64Array): void {
  const bySureness = new Map<number, number>();
  let asked = 0;
  for (const word of query.words) {
    asked += word.weight;
    for (const { term, weight } of word.alternatives) {
      bySureness.set(term, Math.max(weight * word.weight, bySureness.get(term) ?? 0));
    }
  }
  for (const { place, nameTerms, foldedName, areaTerms } of index.subSkills) {
    const name = likeness(nameTerms, bySureness, asked, index);
    const area = likeness(areaTerms, bySureness, asked, index) * 0.4;
    let whole = 0;
    if (foldedName === text) whole = 1;
    else if (text.length > 1 && foldedName.startsWith(text)) whole = 0.6;
    else if (text.length > 3 && ` ${foldedName}`.includes(` ${text}`)) whole = 0.4;
    scores[place] =
      (scores[place] as number) + WEIGHT.name * Math.max(name, area) + WEIGHT.wholeName * whole;
  }
}

/** How alike a name and a query are: the harmonic mean of what each has of the other (F1). */
function likeness(
  nameTerms: readonly number[],
  bySureness: ReadonlyMap<number, number>,
  asked: number,
  index: LadderIndex,
): number {
  let [common, size] = [0, 0];
  for (const term of nameTerms) {
    size += index.termWeight(term);
    common += bySureness.get(term) ?? 0;
  }
  return size + asked > 0 ? (2 * Math.min(common, asked)) / (size + asked) : 0;
}

function addStatements(
  index: LadderIndex,
  query: QueryTerms,
  most: number,
  scores: Float64Array,
  places: readonly number[],
): void {
  const worth = termWorth(index, query);
  for (const place of places) {
    let best = 0;
    for (const { terms } of (index.subSkills[place] as IndexedSubSkill).statements) {
      best = Math.max(best, statementScore(terms, worth));
    }
    scores[place] = (scores[place] as number) + (WEIGHT.statement * best) / most;
  }
}

/** What each term a query may mean is worth in a statement. */
export function termWorth(index: LadderIndex, query: QueryTerms): Map<number, number> {
  const worth = new Map<number, number>();
  for (const word of query.words) {
    for (const { term, weight } of word.alternatives) {
      const value = weight * word.weight * (index.postings(term)?.idf ?? 0);
      if (value > (worth.get(term) ?? 0)) worth.set(term, value);
    }
  }
  return worth;
}

/** What a statement has of the query, long statements held back (BM25's length norm, b = 0.5). */
export function statementScore(terms: Int32Array, worth: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const term of terms) sum += worth.get(term) ?? 0;
  return sum / (0.5 + 0.5 * (Math.max(SHORT_STATEMENT, terms.length) / 12));
}

function unique<T extends { phrase: { value: number } }>(matches: T[]): T[] {
  const seen = new Set<number>();
  return matches.filter(({ phrase }) => !seen.has(phrase.value) && seen.add(phrase.value));
}
