import bundled from '../vocabulary.json';

/** What a word or phrase says for a sub-skill: 1 it may, 2 it does, 3 it means nothing else. */
export type WeightedPhrase = readonly [phrase: string, weight: number];

/** The words of the craft; `data/vocabulary.json` has the bundled ones. */
export interface Vocabulary {
  schema: 1;
  /** Phrases of one meaning, whatever the ladder: "a/b test", "split test", "experiment". */
  equivalents: readonly (readonly string[])[];
  /** By "<ladder id>/<sub-skill id>". */
  subSkills: Readonly<Record<string, { words: readonly WeightedPhrase[] }>>;
}

/** JSON knows no tuples, so the compiler cannot see that each pair is one; a test does. */
export const bundledVocabulary = bundled as unknown as Vocabulary;

/** A ladder's own words say as much as a bundled word of the middle weight. */
export const OWN_WORD_WEIGHT = 2;
