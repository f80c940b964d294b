import type { Dimension, Ladder, Level, SkillArea, SubSkill } from '../ladder/schema';
import { GENERAL_WEIGHT, GENERAL_WORDS } from './common-words';
import { everyWordKey, Lexicon, NO_TERM } from './lexicon';
import type { PassageWords } from './passage-words';
import { Parts } from './phrase-parts';
import { PhraseTable } from './phrases';
import { stem } from './stem';
import { OWN_WORD_WEIGHT, type Vocabulary, type WeightedPhrase } from './vocabulary';
import { foldedWords, foldText } from './words';

/** What one occurrence of a word counts, by where in a sub-skill it stands. */
const FIELD = { name: 10, definition: 2.5, area: 1, statement: 0.3, word: 1.6 } as const;
/** A word counts half of its most when its occurrences add up to this (BM25's k1). */
const SATURATION = 1;
/** How far a sub-skill with many words is held back (BM25's b). */
const LENGTH_PENALTY = 0.35;
/** A phrase's meaning, given by an equivalent, stands as much for it as its words would. */
const CONCEPT_WEIGHT = 0.8;
/** Added to how often a word occurs: rare words are rare by chance as well. */
const RARITY_PRIOR = 0.5;
/** A step is to last a millisecond or so on a slow machine. */
const EQUIVALENTS_A_STEP = 40;
/** Words lent by a bundled sub-skill of nearly the same name count this share of their weight. */
const LENT = 0.6;

export interface IndexedStatement {
  level: Level;
  dimension: Dimension;
  text: string;
  terms: Int32Array;
}

export interface IndexedSubSkill {
  /** Its place in `LadderIndex.subSkills`. */
  place: number;
  ladder: Ladder;
  skillArea: SkillArea;
  subSkill: SubSkill;
  foldedName: string;
  nameTerms: number[];
  areaTerms: number[];
  statements: IndexedStatement[];
}

/** Where a term counts, and how much: places ascending, weights 0 to 1 beside them. */
export interface Postings {
  places: number[];
  weights: number[];
  /** How much the term tells sub-skills apart. */
  idf: number;
}

/** A bundled sub-skill, "<ladder id>/<sub-skill id>", and how much its words count here. */
interface Kin {
  key: string;
  share: number;
}

export interface WordSense {
  place: number;
  /** Of phrases 1 to 3, see `WeightedPhrase`; less where they are lent. */
  weight: number;
}

/**
 * All ladders, taken apart for search. `steps()` builds it, a sub-skill a step, so that the caller
 * can pause in between; nothing may be asked of it before the last step.
 */
export class LadderIndex {
  readonly lexicon = new Lexicon();
  readonly subSkills: IndexedSubSkill[] = [];
  /** What sub-skills' vocabulary and names say. */
  readonly senses = new PhraseTable<WordSense>();
  /** Sayings of words that say nothing alone, which a sequence of every word may have. */
  readonly sayings = new PhraseTable<WordSense>();
  /** What has more than one expression; the value is the term they share. */
  readonly concepts = new PhraseTable<number>();
  #counts: Map<number, number>[] = [];
  #postings: (Postings | undefined)[] = [];
  #generalTerms = new Set<number>();
  readonly #termsOfPhrase = new Map<string, readonly number[]>();

  readonly #placesOfKind: WordSense[][];

  constructor(
    readonly ladders: readonly Ladder[],
    readonly vocabulary: Vocabulary,
    readonly passageWords: PassageWords,
  ) {
    this.#placesOfKind = passageWords.subSkills.map(() => []);
  }

  *steps(): Generator<void> {
    for (const word of GENERAL_WORDS) this.#generalTerms.add(this.lexicon.addTerm(stem(word)));
    for (const [i, phrases] of this.vocabulary.equivalents.entries()) {
      const concept = this.lexicon.addTerm(`=${i}`);
      for (const phrase of phrases) this.concepts.add(this.termsIn(phrase), concept);
      if (i % EQUIVALENTS_A_STEP === 0) yield;
    }
    for (const ladder of this.ladders) {
      for (const skillArea of ladder.skillAreas) {
        for (const subSkill of skillArea.subSkills) {
          this.#add(ladder, skillArea, subSkill);
          yield;
        }
      }
    }
    yield* this.#weigh();
    yield;
    this.lexicon.prepare();
  }

  /** The terms of a text in its order; words that say nothing are left out. */
  termsIn(text: string): number[] {
    const terms: number[] = [];
    for (const word of foldedWords(text)) {
      const term = this.lexicon.add(word);
      if (term !== NO_TERM) terms.push(term);
    }
    return terms;
  }

  postings(term: number): Postings | undefined {
    return this.#postings[term];
  }

  /** Whether any text has the term. */
  knows(term: number): boolean {
    return this.#postings[term] !== undefined;
  }

  /** Where words count that were learned for the sub-skill at `of` in `passageWords`, 1 in full. */
  placesOfKind(of: number): readonly WordSense[] {
    return this.#placesOfKind[of] ?? [];
  }

  /** How much a term counts in a query: general words little. */
  termWeight(term: number): number {
    return this.#generalTerms.has(term) ? GENERAL_WEIGHT : 1;
  }

  #add(ladder: Ladder, skillArea: SkillArea, subSkill: SubSkill): void {
    const place = this.subSkills.length;
    const counts = new Map<number, number>();
    const count = (terms: readonly number[], weight: number) => {
      for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + weight);
      for (const { phrase } of this.concepts.in(terms)) {
        for (const concept of phrase.values) {
          counts.set(concept, (counts.get(concept) ?? 0) + weight * CONCEPT_WEIGHT);
        }
      }
    };

    const nameTerms = this.termsIn(subSkill.name);
    const areaTerms = this.termsIn(skillArea.name);
    count(nameTerms, FIELD.name);
    count(areaTerms, FIELD.area);
    count(this.#runTogether(subSkill.name), FIELD.name / 2);
    count(this.termsIn(subSkill.definition), FIELD.definition);
    this.senses.add(nameTerms, { place, weight: 3 });

    const kin = this.#kinOf(ladder, subSkill);
    for (const { key, share } of kin) {
      this.#placesOfKind[this.passageWords.subSkills.indexOf(key)]?.push({ place, weight: share });
    }
    const parts = new Parts();
    for (const [phrase, weight] of this.#wordsFor(subSkill, kin)) {
      const terms = this.#phraseTerms(phrase);
      if (terms.length < 2 && terms.every((term) => this.#generalTerms.has(term))) {
        // "Done" and "right" mean nothing alone; as they stand here they may.
        const saying = this.#sayingIn(phrase);
        if (saying.length > 1) this.sayings.add(saying, { place, weight });
        continue;
      }
      if (terms.length === 1) count(terms, (FIELD.word * weight) / 2);
      else
        for (const term of terms)
          parts.add(term, (FIELD.word * weight) / 2 / Math.sqrt(terms.length));
      this.senses.add(terms, { place, weight });
    }

    for (const [term, weight] of parts.worth()) count([term], weight);

    const statements: IndexedStatement[] = [];
    for (const level of ladder.levels) {
      for (const dimension of ladder.dimensions) {
        for (const text of subSkill.expectations[level.id]?.[dimension.id] ?? []) {
          const terms = this.termsIn(text);
          count(terms, FIELD.statement);
          statements.push({ level, dimension, text, terms: Int32Array.from(new Set(terms)) });
        }
      }
    }

    this.#counts.push(counts);
    const foldedName = foldText(subSkill.name);
    this.subSkills.push({
      place,
      ladder,
      skillArea,
      subSkill,
      foldedName,
      nameTerms,
      areaTerms,
      statements,
    });
  }

  /** As `termsIn`; many sub-skills of many ladders may be lent the same phrases. */
  #phraseTerms(phrase: string): readonly number[] {
    let terms = this.#termsOfPhrase.get(phrase);
    if (!terms) {
      terms = this.termsIn(phrase);
      this.#termsOfPhrase.set(phrase, terms);
    }
    return terms;
  }

  #sayingIn(phrase: string): number[] {
    return foldedWords(phrase).map((word) => this.lexicon.addTerm(everyWordKey(word)));
  }

  /** Neighbours in a name written as one word: "corevalues" is known, and "corevaleus" near it. */
  #runTogether(name: string): number[] {
    const words = foldedWords(name);
    return words.slice(1).map((word, i) => this.lexicon.add(`${words[i]}${word}`));
  }

  #wordsFor(subSkill: SubSkill, kin: readonly Kin[]): WeightedPhrase[] {
    const words = subSkill.words.map((word): WeightedPhrase => [word, OWN_WORD_WEIGHT]);
    for (const { key, share } of kin) {
      for (const [phrase, weight] of this.vocabulary.subSkills[key]?.words ?? []) {
        words.push([phrase, weight * share]);
      }
    }
    return words;
  }

  /** The bundled sub-skills whose words this one has: itself, or those of nearly the same name. */
  #kinOf(ladder: Ladder, subSkill: SubSkill): Kin[] {
    const own = `${ladder.id}/${subSkill.id}`;
    if (Object.hasOwn(this.vocabulary.subSkills, own)) return [{ key: own, share: 1 }];
    const name = new Set(this.termsIn(subSkill.name));
    return Object.keys(this.vocabulary.subSkills).flatMap((key) => {
      const other = new Set(this.termsIn(key.slice(key.indexOf('/') + 1)));
      const common = [...name].filter((term) => other.has(term)).length;
      return common * 2 > Math.max(name.size, other.size) ? [{ key, share: LENT }] : [];
    });
  }

  *#weigh(): Generator<void> {
    const totals = this.#counts.map((counts) => {
      let total = 0;
      for (const weight of counts.values()) total += weight;
      return total;
    });
    const mean = totals.reduce((a, b) => a + b, 0) / Math.max(1, totals.length);
    for (const [place, counts] of this.#counts.entries()) {
      const length = 1 - LENGTH_PENALTY + (LENGTH_PENALTY * (totals[place] as number)) / mean;
      for (const [term, weight] of counts) {
        let postings = this.#postings[term];
        if (!postings) {
          postings = { places: [], weights: [], idf: 0 };
          this.#postings[term] = postings;
        }
        postings.places.push(place);
        postings.weights.push(weight / (weight + SATURATION * length));
      }
      yield;
    }
    const all = this.subSkills.length;
    for (const postings of this.#postings) {
      if (!postings) continue;
      // Not how many sub-skills have the term but how much of it they have: a passing mention in
      // every one makes it no less telling for the one that is about it.
      const mass = postings.weights.reduce((sum, weight) => sum + weight, 0);
      postings.idf = Math.log(1 + (all - mass + 0.5) / (mass + RARITY_PRIOR));
    }
    this.#counts = [];
    this.#termsOfPhrase.clear();
  }
}
