import { everyWordKey, type Lexicon, NO_TERM } from './lexicon';
import { isPlainWord } from './plain-words';
import { type Word, wordsOf } from './words';

/** What a query is read against: the ladders' index, or the evidence's. */
export interface TermSource {
  lexicon: Lexicon;
  /** Whether any text has the term. */
  knows(term: number): boolean;
  /** How much a term counts in a query: general words little. */
  termWeight(term: number): number;
}

/** A term a word of the query may stand for, and how surely, 0 to 1. */
export interface Alternative {
  term: number;
  weight: number;
}

export interface QueryWord {
  word: Word;
  /** As it was typed. */
  typed: string;
  /** Most certain first; empty for a word nothing is known of. */
  alternatives: Alternative[];
  /** The word it is taken for, if it is nobody's word as it stands. */
  corrected?: string;
  /** How much it counts: less if it is a general word. */
  weight: number;
}

export interface QueryTerms {
  words: QueryWord[];
  /** The most certain term of each word, for phrases; -1 where there is none. */
  sequence: number[];
  /** The same of all words, also those that say nothing, by `everyWordKey`; for sayings. */
  everyWord: number[];
  /** More words than a person types into a search field. */
  isPassage: boolean;
  /** Whether the last word may be the beginning of another. */
  typing: boolean;
}

/** A query of this many words or more is a passage: written, not typed, so without half words. */
const PASSAGE_WORDS = 10;
/** A query is read up to here; a passage says by then what it is about. */
const MOST_WORDS = 400;
/** How surely a word means another, by what lies between them. */
const SURENESS = { completed: 0.85, alsoCompleted: 0.5, oneEdit: 0.8, twoEdits: 0.6, parts: 0.95 };
/** How many words that begin alike are looked at, and how many near ones are taken. */
const MOST_COMPLETIONS = 40;
const MOST_NEAR = 4;
/** Shorter parts of a run-together word are chance: "re" and "treat". */
const SHORTEST_PART = 2;
/** Words that at the end of another are its ending: an "apprenticeship" ships nothing. */
const SUFFIXES = new Set([
  'ship',
  'able',
  'less',
  'like',
  'wise',
  'hood',
  'age',
  'ward',
  'man',
  'men',
  'full',
]);

/**
 * The words of a query, each with the terms it may stand for: its own; if it is the last and no
 * space follows, the words it may become; if nobody knows it, its parts ("buyin") or, outside
 * passages, the words it may be a slip for.
 */
export function termsOf(index: TermSource, query: string, words: Word[]): QueryTerms {
  const isPassage = words.length >= PASSAGE_WORDS;
  const last = words.at(-1);
  const typing = !isPassage && last !== undefined && last.end === query.length;
  const result: QueryTerms = {
    words: [],
    sequence: [],
    everyWord: words.map((word) => index.lexicon.termOfStem(everyWordKey(word.text)) ?? -1),
    isPassage,
    typing,
  };
  const read = (skipEmpty: boolean) => {
    words.slice(0, MOST_WORDS).forEach((word, i) => {
      const isLast = i === words.length - 1;
      const term = index.lexicon.termOf(word.text);
      // "The" may be on its way to "themes", but only while nothing else is typed.
      if (term === NO_TERM && (skipEmpty || !typing || !isLast)) return;
      addWord(index, result, query, word, term, words[i - 1], words[i + 1], typing && isLast);
    });
  };
  read(true);
  if (result.words.length === 0) read(false);
  return result;
}

/** The words of a query, as far as it is read. */
export function queryWords(query: string): Word[] {
  return wordsOf(query, MOST_WORDS);
}

function addWord(
  index: TermSource,
  into: QueryTerms,
  query: string,
  word: Word,
  term: number | undefined,
  before: Word | undefined,
  after: Word | undefined,
  typing: boolean,
): void {
  const { lexicon } = index;
  const alternatives: Alternative[] = [];
  const typed = query.slice(word.start, word.end);
  let corrected: string | undefined;
  const offer = (other: number, weight: number) => {
    if (other !== NO_TERM && !alternatives.some((known) => known.term === other)) {
      alternatives.push({ term: other, weight });
    }
  };

  const known = term !== undefined && term !== NO_TERM && index.knows(term);
  if (known) offer(term, 1);
  for (const joined of [before && before.text + word.text, after && word.text + after.text]) {
    const joinedTerm = joined && lexicon.has(joined) ? lexicon.termOf(joined) : undefined;
    if (joinedTerm !== undefined) offer(joinedTerm, SURENESS.parts);
  }
  if (typing) {
    const sureness = known ? SURENESS.alsoCompleted : SURENESS.completed;
    for (const one of lexicon.completions(word.text, MOST_COMPLETIONS)) offer(one.term, sureness);
  }
  // A word that only an equivalent has leads on by its meaning, so it is no slip either.
  const own = term !== undefined && term !== NO_TERM ? term : undefined;
  if (alternatives.length === 0 && own === undefined) {
    // In running text a word that has two others inside is just a word: "beforehand".
    const parts = into.isPassage ? [] : partsOf(index, word.text);
    if (parts.length > 0) {
      for (const part of parts) {
        into.words.push({
          word,
          typed,
          alternatives: [{ term: part, weight: SURENESS.parts }],
          weight: index.termWeight(part),
        });
        into.sequence.push(part);
      }
      return;
    }
    if (!into.isPassage && !isPlainWord(word.text)) {
      const near = lexicon.near(word.text, typing);
      corrected = near[0]?.word;
      const fewest = near[0]?.edits ?? 0;
      for (const one of near.slice(0, MOST_NEAR)) {
        if (one.edits > fewest) break;
        offer(one.term, one.edits > 1 ? SURENESS.twoEdits : SURENESS.oneEdit);
      }
    }
  }
  const best = alternatives[0];
  const weight = best ? index.termWeight(best.term) : 1;
  into.words.push({ word, typed, alternatives, weight, ...(corrected && { corrected }) });
  into.sequence.push(own ?? best?.term ?? -1);
}

/** The terms of two words written as one, the longer first part preferred; `[]` if it is none. */
function partsOf(index: TermSource, word: string): number[] {
  for (let cut = word.length - SHORTEST_PART; cut >= 3; cut--) {
    const [a, b] = [word.slice(0, cut), word.slice(cut)];
    if (!index.lexicon.has(a) || !index.lexicon.has(b) || SUFFIXES.has(b)) continue;
    const terms = [a, b]
      .map((part) => index.lexicon.termOf(part) ?? NO_TERM)
      .filter((term) => term !== NO_TERM);
    if (terms.length > 0) return terms;
  }
  return [];
}
