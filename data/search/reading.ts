import { levelIndex, nextLevel } from '../ladder/lookup';
import type { Ladder, Level } from '../ladder/schema';
import { STOP_WORDS } from './common-words';
import type { LadderIndex } from './ladder-index';
import { asksForLevelAlone } from './level-alone';
import { type LevelPhrases, levelAt } from './level-words';
import { NO_TERM } from './lexicon';
import { queryWords } from './query-terms';
import { isBetweenLevels, lowerOfNeighbours } from './two-levels';
import type { QueryReading, SearchOptions } from './types';
import type { Word } from './words';

/** A query of more words than this is running text, in which "senior" is just a word. */
const MOST_WORDS = 12;
/** A dimension is read as one only beside at most this many other words. */
const MOST_BESIDE_DIMENSION = 5;

/** A query taken apart into what narrows and what is searched for. */
export interface Reading {
  /** By ladder id. Empty when no level is named; a ladder without the level is then left out. */
  levels: Map<string, Level>;
  /** Ids of the dimensions named. */
  dimensions: Set<string>;
  /** The words left to search for. */
  words: Word[];
}

/** Reads levels and dimensions out of a query, as `SearchOptions` understands them. */
export function readQuery(
  index: LadderIndex,
  levelPhrases: LevelPhrases,
  query: string,
  options: SearchOptions,
): Reading {
  const reading: Reading = { levels: new Map(), dimensions: new Set(), words: queryWords(query) };
  const ladders = index.ladders.filter((one) => !options.ladder || one.id === options.ladder);
  if (reading.words.length <= MOST_WORDS) {
    readOwnLevel(reading, ladders, options);
    if (reading.levels.size === 0) {
      readLevel(index, levelPhrases, reading, ladders, options);
      readSecondLevel(index, levelPhrases, reading, ladders, options);
    }
    if (reading.levels.size > 0 && asksForLevelAlone(reading.words, query)) reading.words = [];
    readDimension(index, reading, ladders);
  }
  return reading;
}

/** The reading in words for people. */
export function describeReading(ladders: readonly Ladder[], reading: Reading): QueryReading {
  const levels = ladders.flatMap((ladder) => {
    const level = reading.levels.get(ladder.id);
    if (!level) return [];
    return [
      { ladder: { id: ladder.id, name: ladder.name }, level: { id: level.id, name: level.name } },
    ];
  });
  return {
    levels,
    text: reading.words.map((word) => word.text).join(' '),
  };
}

const OWN_LEVEL = [
  { words: ['my', 'next', 'level'], above: 1 },
  { words: ['the', 'next', 'level'], above: 1 },
  { words: ['the', 'level', 'above'], above: 1 },
  { words: ['next', 'level'], above: 1 },
  { words: ['level', 'above'], above: 1 },
  { words: ['my', 'level'], above: 0 },
] as const;

function readOwnLevel(reading: Reading, ladders: readonly Ladder[], options: SearchOptions): void {
  const { words } = reading;
  for (const { words: phrase, above } of OWN_LEVEL) {
    const at = words.findIndex((_, i) => phrase.every((word, k) => words[i + k]?.text === word));
    if (at < 0) continue;
    const mine = options.myLevel;
    const ladder = mine && ladders.find((one) => one.id === mine.ladder);
    // Without a level set there is nothing to narrow to, and the words are searched for.
    if (!ladder || levelIndex(ladder, mine.level) < 0) return;
    const own = ladder.levels[levelIndex(ladder, mine.level)] as Level;
    // At the top there is no next level; the top one is the nearest true answer.
    reading.levels.set(ladder.id, above ? (nextLevel(ladder, own.id) ?? own) : own);
    words.splice(at, phrase.length);
    return;
  }
}

function readLevel(
  index: LadderIndex,
  levelPhrases: LevelPhrases,
  reading: Reading,
  ladders: readonly Ladder[],
  { myLevel }: SearchOptions,
): void {
  const mine = ladders.find(({ id }) => id === myLevel?.ladder);
  const { words } = reading;
  const texts = words.map((word) => word.text);
  const isSaying = sayings(index, words);
  for (let at = 0; at < words.length; at++) {
    let longest = 0;
    const levels = new Map<string, Level>();
    for (const ladder of ladders) {
      const found = levelAt(levelPhrases, ladder, texts, at, isSaying);
      // "PM 3" is one ladder's PM3, and not the PM of another with a number behind it.
      if (!found || found.length < longest) continue;
      if (found.length > longest) levels.clear();
      levels.set(ladder.id, found.level);
      longest = found.length;
    }
    if (levels.size === 0) continue;
    // A plain word that only another ladder has for a level is no reason to leave one's own.
    const isPlain = longest === 1 && words.length > 1 && !/\d/.test(texts[at] as string);
    if (isPlain && mine && !levels.has(mine.id)) continue;
    reading.levels = levels;
    words.splice(at, longest);
    // "For a senior PM", "as a PM3": what led up to the level says nothing more.
    for (
      let i = at - 1;
      i >= 0 && ['a', 'an', 'the', 'as', 'for', 'of'].includes(texts[i] ?? '');
      i--
    ) {
      words.splice(i, 1);
    }
    return;
  }
}

/** Reads "senior vs staff", where one of the two was read already. */
function readSecondLevel(
  index: LadderIndex,
  levelPhrases: LevelPhrases,
  reading: Reading,
  ladders: readonly Ladder[],
  options: SearchOptions,
): void {
  if (reading.levels.size === 0) return;
  const second: Reading = { ...reading, levels: new Map(), words: [...reading.words] };
  readLevel(index, levelPhrases, second, ladders, options);
  if (!second.words.every(({ text }) => isBetweenLevels(text))) return;
  const lower = lowerOfNeighbours(ladders, reading.levels, second.levels);
  if (lower.size === 0) return;
  reading.levels = lower;
  reading.words = [];
}

/** Which words of the query belong to a saying or a name of two words or more. */
function sayings(index: LadderIndex, words: readonly Word[]): Set<number> {
  const at: number[] = [];
  const sequence: number[] = [];
  words.forEach((word, i) => {
    const term = index.lexicon.termOf(word.text);
    if (term === undefined || term === NO_TERM) return;
    at.push(i);
    sequence.push(term);
  });
  const inside = new Set<number>();
  for (const { phrase, at: start } of index.senses.in(sequence)) {
    if (phrase.terms.length < 2) continue;
    for (let k = 0; k < phrase.terms.length; k++) inside.add(at[start + k] as number);
  }
  return inside;
}

/**
 * "Learn fast impact" asks for one dimension of a sub-skill; "scope of responsibility" and "fight
 * for impact" are names, "business impact" is a saying. So a dimension counts as one only first or
 * last, beside nothing but words of a sub-skill's or area's name, and outside sayings.
 */
function readDimension(index: LadderIndex, reading: Reading, ladders: readonly Ladder[]): void {
  const { words } = reading;
  if (words.length > MOST_BESIDE_DIMENSION + 1) return;
  if (words.length < (reading.levels.size > 0 ? 1 : 2)) return;
  const isSaying = sayings(index, words);
  for (const at of new Set([words.length - 1, 0])) {
    const text = (words[at] as Word).text;
    const ids = ladders
      .filter((ladder) => ladder.dimensions.length > 1)
      .flatMap((ladder) => ladder.dimensions)
      .filter((dimension) => dimension.name.toLowerCase() === text)
      .map((dimension) => dimension.id);
    if (ids.length === 0 || isSaying.has(at)) continue;
    const rest = words.filter((_, i) => i !== at);
    if (!rest.every((word) => isNameWord(index, word.text))) continue;
    // "My impact", "out of scope": then it is what is asked for.
    if (reading.levels.size === 0 && rest.every(({ text }) => STOP_WORDS.has(text))) continue;
    for (const id of ids) reading.dimensions.add(id);
    reading.words = rest;
    return;
  }
}

function isNameWord(index: LadderIndex, text: string): boolean {
  const term = index.lexicon.termOf(text);
  if (term === undefined) return false;
  if (term === NO_TERM) return true;
  return index.subSkills.some(
    (one) => one.nameTerms.includes(term) || one.areaTerms.includes(term),
  );
}
