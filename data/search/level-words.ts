import type { Ladder, Level } from '../ladder/schema';
import { wordsOf } from './words';

interface LevelPhrase {
  words: string[];
  level: Level;
}

/** By ladder id, longest first. */
export type LevelPhrases = Map<
  string,
  {
    phrases: LevelPhrase[];
    /** What levels' names share ("product manager"): may follow a level's own word. */
    roleWords: Set<string>;
  }
>;

/** What stands in titles of any ladder for product people. */
const ROLE_WORDS = ['pm', 'pms', 'product', 'manager', 'managers'];

/**
 * Nouns after which a level's word speaks of other people: "senior leadership", "staff engineer".
 */
const OTHER_PEOPLE =
  /^(lead(er|ers|ership)|management|stakeholders?|executives?|execs?|engineers?|developers?|designers?|directors?|team|teams|colleagues?|people|folks|audience|sponsors?|partners?|ics?|members?|meetings?|researchers?|analysts?)$/;

/** Words that are also verbs or plain nouns: a level only at the beginning, or before a role. */
const ALSO_PLAIN = new Set(['lead', 'staff', 'associate', 'expert', 'mid', 'entry', 'head', 'pm']);

/** Collects every expression for each level: its name, title, aliases, own words and initials. */
export function levelPhrasesOf(ladders: readonly Ladder[]): LevelPhrases {
  const all: LevelPhrases = new Map();
  for (const ladder of ladders) {
    const roleWords = new Set(ROLE_WORDS);
    const counts = new Map<string, number>();
    for (const level of ladder.levels) {
      for (const word of new Set([...split(level.name), ...split(level.title)])) {
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    }
    for (const [word, count] of counts) if (count > 1) roleWords.add(word);

    const phrases: LevelPhrase[] = [];
    for (const level of ladder.levels) {
      for (const expression of [level.name, level.title, ...level.aliases]) {
        const words = split(expression);
        const own = words.filter((word) => !roleWords.has(word));
        phrases.push({ words, level });
        // "I" of "Engineer I" is too little to go by.
        if (own.length === 1 && (own[0] as string).length > 2) phrases.push({ words: own, level });
        if (words.length > 2)
          phrases.push({ words: [words.map((word) => word[0]).join('')], level });
      }
    }
    phrases.sort((a, b) => b.words.length - a.words.length);
    all.set(ladder.id, { phrases: phrases.filter((one) => one.words.length > 0), roleWords });
  }
  return all;
}

/**
 * The level that words `at` and following name in `ladder`, and how many words do so. A single
 * plain word counts only where it can hardly mean anything else.
 *
 * @param inSaying indexes of words that belong to a saying or a name
 */
export function levelAt(
  levelPhrases: LevelPhrases,
  ladder: Ladder,
  words: readonly string[],
  at: number,
  inSaying: ReadonlySet<number>,
): { level: Level; length: number } | undefined {
  const known = levelPhrases.get(ladder.id);
  if (!known) return undefined;
  for (const { words: phrase, level } of known.phrases) {
    if (!phrase.every((word, k) => words[at + k] === word || isPlural(words, at, k, word)))
      continue;
    let length = phrase.length;
    while (known.roleWords.has(words[at + length] ?? '')) length += 1;
    const single = phrase.length === 1 && length === 1;
    if (single && !standsForLevel(phrase[0] as string, words, at, inSaying)) continue;
    return { level, length };
  }
  return undefined;
}

/** At the very beginning "senior PMs" is a level; later on it is people someone works with. */
function isPlural(words: readonly string[], at: number, k: number, word: string): boolean {
  return at === 0 && k > 0 && words[k] === `${word}s`;
}

function standsForLevel(
  word: string,
  words: readonly string[],
  at: number,
  inSaying: ReadonlySet<number>,
): boolean {
  if (/\d/.test(word)) return true;
  if (inSaying.has(at)) return false;
  if (words.length > 6) return false;
  if (word === 'pm') return words.length === 1;
  if (word === 'lead') return false;
  if (OTHER_PEOPLE.test(words[at + 1] ?? '')) return false;
  if (ALSO_PLAIN.has(word)) {
    const before = words[at - 1];
    if (before !== undefined && /ing$/.test(before)) return false;
  }
  return at === 0 || at === words.length - 1 || /^(a|an|as|for)$/.test(words[at - 1] ?? '');
}

function split(text: string): string[] {
  return wordsOf(text).map((word) => word.text);
}
