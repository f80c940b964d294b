import type { LadderIndex } from './ladder-index';
import { saidBy } from './passage-words';
import type { QueryTerms } from './query-terms';
import { stem } from './stem';

/**
 * How much learned words count beside the ladder's, in a passage (about what did best on passages
 * kept back from learning) and in a query, where the words are what a person looks for and not what
 * they did.
 */
const LEARNED = { inPassage: 0.25, inQuery: 0.1 } as const;

/** "She'd" says who, and without its apostrophe it would be a shed. */
const CONTRACTION = /\p{L}['’](?!s$)\p{L}/iu;

/**
 * Adds what the words of a passage say that were learned from other passages: what people did, in
 * the words they have for it, rather than what ladders call it. Each word counts once, and many
 * words together as the square root of their number, much as they were learned. A query of a few
 * words is not answered by this alone: "hospital" stands in many a passage and asks for nothing.
 */
export function addPassageWords(
  index: LadderIndex,
  query: QueryTerms,
  most: number,
  scores: Float64Array,
  byWord: Float64Array[],
): void {
  const words = new Map<string, number>();
  for (const [i, { word, typed }] of query.words.entries()) {
    const one = stem(word.text);
    if (!words.has(one) && !CONTRACTION.test(typed)) words.set(one, i);
  }
  const known = [...words].flatMap(([one, i]) => {
    const said = saidBy(index.passageWords, one);
    return said ? [{ i, said }] : [];
  });
  const learned = query.isPassage ? LEARNED.inPassage : LEARNED.inQuery;
  const share = learned / Math.sqrt(known.length);
  for (const { i, said } of known) {
    const values = byWord[i] as Float64Array;
    // A general word is no reason to give, however much it adds.
    const asReason = most * (query.words[i]?.weight ?? 1);
    for (const { of, weight } of said) {
      for (const { place, weight: kinship } of index.placesOfKind(of)) {
        if (!query.isPassage && scores[place] === 0) continue;
        const worth = share * weight * kinship;
        scores[place] = (scores[place] as number) + worth;
        values[place] = (values[place] as number) + worth * asReason;
      }
    }
  }
}
