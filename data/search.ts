import type { Ladder } from './ladder/schema';
import { STOP_WORDS } from './search/common-words';
import { corrected } from './search/correction';
import { type IndexedSubSkill, LadderIndex } from './search/ladder-index';
import { type LevelPhrases, levelPhrasesOf } from './search/level-words';
import { nearestNames } from './search/nearest';
import { bundledPassageWords, type PassageWords } from './search/passage-words';
import { readPlainWords } from './search/plain-words';
import { queryWords, termsOf } from './search/query-terms';
import { type Ranking, rank } from './search/rank';
import { describeReading, type Reading, readQuery } from './search/reading';
import { rerank } from './search/rerank-by-tags';
import { resultsOf } from './search/results';
import type { QueryReading, SearchOptions, SearchResult, SuggestOptions } from './search/types';
import { bundledVocabulary, type Vocabulary } from './search/vocabulary';
import { foldText } from './search/words';
import { inSlices } from './slices';

export { createEvidenceSearch, type EvidenceQuestions } from './search/evidence';
export type { SearchResult, TaggedPassage } from './search/types';

/** Search over ladders. The index is built at the first question, or ahead by `prepare`. */
export interface LadderSearch {
  /**
   * The sub-skills a query asks for, best first, each once; `[]` if nothing matches. Never throws,
   * whatever the query.
   */
  search(query: string, options?: SearchOptions): SearchResult[];
  /**
   * The sub-skills a passage speaks of, best first. Earlier tags reorder the first ten but never push
   * one out.
   */
  suggest(passage: string, options?: SuggestOptions): SearchResult[];
  /** How a query is understood: the level it names, and what is searched for. */
  read(query: string, options?: SearchOptions): QueryReading;
  /** The query with slips of the pen put right, or `undefined` where there are none. */
  didYouMean(query: string): string | undefined;
  /** For a query that found nothing: the sub-skills whose names are nearest to it. */
  nearest(query: string, options?: SearchOptions): SearchResult[];
  /** Builds the index in slices of a few milliseconds, so that nothing on screen waits for it. */
  prepare(): Promise<void>;
}

/** How many results an answer has unless a limit is given: all of two ladders. */
const LIMIT = 24;
/** Results scoring less than this share of the best one are left out: chance, not an answer. */
const WEAKEST = 0.12;

/**
 * Makes a search over some ladders, in which nothing is indexed yet.
 *
 * @param ladders in the order in which equals are listed
 * @param vocabulary the words of the craft; the bundled ones if left out
 * @param passageWords what words of passages were learned to say; the bundled ones if left out
 */
export function createLadderSearch(
  ladders: readonly Ladder[],
  vocabulary: Vocabulary = bundledVocabulary,
  passageWords: PassageWords = bundledPassageWords,
): LadderSearch {
  const index = new LadderIndex(ladders, vocabulary, passageWords);
  const steps = index.steps();
  let levelPhrases: LevelPhrases | undefined;
  let ready = false;
  /** Whether there is more to build. */
  const buildSome = (): boolean => {
    ready ||= steps.next().done === true;
    return !ready;
  };
  const phrases = () => {
    while (buildSome());
    levelPhrases ??= levelPhrasesOf(ladders);
    return levelPhrases;
  };

  const inLadder = (options: { ladder?: string }) => (place: number) =>
    options.ladder === undefined || index.subSkills[place]?.ladder.id === options.ladder;

  function answer(
    text: string,
    reading: Reading,
    options: SearchOptions,
    learn?: (order: number[], ranking: Ranking) => number[],
  ): SearchResult[] {
    const query = termsOf(index, text, reading.words);
    const allowed = (one: IndexedSubSkill) =>
      (options.ladder === undefined || one.ladder.id === options.ladder) &&
      (reading.levels.size === 0 || reading.levels.has(one.ladder.id)) &&
      (reading.dimensions.size === 0 ||
        one.statements.some((statement) => reading.dimensions.has(statement.dimension.id)));
    const folded = reading.words
      .map((word) => word.text)
      .filter((word) => word !== 'and')
      .join(' ');
    const ranking = rank(index, query, folded, allowed);
    let order = ranking.order;
    const saysNothing = reading.words.every((word) => STOP_WORDS.has(word.text));
    if (order.length === 0 && saysNothing && reading.levels.size > 0) {
      // Only a level: everything that is expected there, in the ladder's order.
      order = index.subSkills.filter(allowed).map((one) => one.place);
    }
    const least = (ranking.scores[order[0] ?? 0] ?? 0) * WEAKEST;
    order = order.filter((place) => (ranking.scores[place] as number) >= least);
    if (learn) order = learn(order, ranking);
    const places = order.slice(0, options.limit ?? LIMIT);
    return resultsOf(index, text, query, ranking, places, reading, options);
  }

  const search: LadderSearch['search'] = (query, options = {}) => {
    const levels = phrases();
    return answer(query, readQuery(index, levels, query, options), options);
  };

  return {
    search,
    suggest(passage, options = {}) {
      phrases();
      const reading: Reading = {
        levels: new Map(),
        dimensions: new Set(),
        words: queryWords(passage),
      };
      const { tagged } = options;
      // A space after the last word says that nobody is still typing it.
      return answer(`${passage} `, reading, options, (order, { scores }) =>
        tagged ? rerank(index, passage, order, scores, tagged, inLadder(options)) : order,
      );
    },
    read(query, options = {}) {
      const levels = phrases();
      return describeReading(ladders, readQuery(index, levels, query, options));
    },
    didYouMean(query) {
      const { words } = readQuery(index, phrases(), query, {});
      const meant = corrected(query, termsOf(index, query, words));
      // A word that no ladder has, and only an equivalent of one, may be on none of these.
      return meant && search(meant, { limit: 1 }).length > 0 ? meant : undefined;
    },
    nearest(query, options = {}) {
      phrases();
      const places = nearestNames(index, foldText(query), inLadder(options));
      const nothing = { words: [], sequence: [], everyWord: [], isPassage: false, typing: false };
      const ranking = rank(index, nothing, '', () => false);
      const reading = { levels: new Map(), dimensions: new Set<string>(), words: [] };
      return resultsOf(index, '', nothing, ranking, places, reading, options);
    },
    async prepare() {
      await inSlices(buildSome);
      readPlainWords();
    },
  };
}
