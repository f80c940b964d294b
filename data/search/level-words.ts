import type { Ladder, Level } from '../ladder/schema';
import { STOP_WORDS } from './common-words';
import { wordsOf } from './words';

interface LevelPhrase {
  words: string[];
  level: Level;
}

interface Levels {
  /** By their first word, longest first: every key typed asks, for each word, in each ladder. */
  phrases: Map<string, LevelPhrase[]>;
  /** What levels' names share ("product manager"): may follow a level's own word. */
  roleWords: Set<string>;
}

/** By ladder id. */
export type LevelPhrases = Map<string, Levels>;

/** What stands in titles of any ladder for product people. */
const ROLE_WORDS = ['pm', 'pms', 'product', 'manager', 'managers'];

/**
 * Nouns after which a level's word speaks of other people: "senior leadership", "staff engineer".
 */
const OTHER_PEOPLE =
  /^(lead(er|ers|ership)|management|stakeholders?|executives?|execs?|engineers?|developers?|designers?|directors?|team|teams|colleagues?|people|folks|audience|sponsors?|partners?|ics?|members?|meetings?|researchers?|analysts?|org|organi[sz]ation|craft|community|discipline|guild|hiring|candidates?)$/;

/** Among more words than these a lone "senior" is no level; words that say nothing not counted. */
const MOST_WORDS = 6;

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
    // What most levels have is the role; what two share, as "senior" may be, still tells them apart.
    for (const [word, count] of counts) if (count * 2 > ladder.levels.length) roleWords.add(word);

    const phrases: LevelPhrase[] = [];
    for (const level of ladder.levels) {
      const title = split(level.title);
      // "Senior Product Manager" is SPM; "Senior PM" has its letters already.
      if (title.length > 1 && !title.includes('pm')) {
        const initials = title.map((word) => word[0]).join('');
        // An "Associate Scientist" is not meant by every "as".
        if (!STOP_WORDS.has(initials)) phrases.push({ words: [initials], level });
      }
      for (const expression of [level.name, level.title, ...level.aliases]) {
        const words = split(expression);
        const own = words.filter((word) => !roleWords.has(word) && !STOP_WORDS.has(word));
        phrases.push({ words, level });
        // "I" of "Engineer I" is too little to go by.
        if (own.length > 1 || (own[0]?.length ?? 0) > 2) phrases.push({ words: own, level });
        // A word that no other level has names it by itself, whatever stands beside it.
        const alone = own.filter((word) => word.length > 2 && counts.get(word) === 1);
        if (alone.length === 1) phrases.push({ words: alone, level });
        phrases.push(...otherSpellings(words).map((spelling) => ({ words: spelling, level })));
      }
    }
    phrases.sort((a, b) => b.words.length - a.words.length);
    const byFirstWord: Levels['phrases'] = new Map();
    for (const phrase of phrases) {
      const [first] = phrase.words;
      if (first) byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), phrase]);
    }
    all.set(ladder.id, { phrases: byFirstWord, roleWords });
  }
  return all;
}

/** "PM3" is "PM 3" too, and the other way round. */
function otherSpellings(words: readonly string[]): string[][] {
  const apart = words.flatMap((word) => word.match(/\p{L}+|\p{N}+/gu) ?? []);
  if (apart.length > words.length) return [apart];
  return words.length === 2 && /^\d+$/.test(words[1] as string) ? [[words.join('')]] : [];
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
  const phrases = known?.phrases.get(words[at] ?? '');
  if (!known || !phrases) return undefined;
  for (const { words: phrase, level } of phrases) {
    if (!phrase.every((word, k) => words[at + k] === word || isPlural(words, at, k, word)))
      continue;
    let length = phrase.length + roleLength(known.roleWords, words, at + phrase.length);
    const saysLevel = /^levels?$/.test(words[at + length] ?? '');
    // "Senior level stakeholders" are other people, as "senior stakeholders" are.
    if (saysLevel && OTHER_PEOPLE.test(words[at + length + 1] ?? '')) continue;
    // At the very beginning "senior PMs" is a level; later on it is people someone works with.
    if (at > 0 && /^(pms|managers)$/.test(words[at + length - 1] ?? '')) continue;
    const single = phrase.length === 1 && length === 1;
    if (saysLevel) length += 1;
    else if (single && !standsForLevel(phrase[0] as string, words, at, inSaying)) continue;
    return { level, length };
  }
  return undefined;
}

/** How many words name the role: all of "product manager", nothing of "product vision". */
function roleLength(roleWords: ReadonlySet<string>, words: readonly string[], at: number): number {
  let length = 0;
  while (roleWords.has(words[at + length] ?? '')) length += 1;
  return words[at + length - 1] === 'product' ? length - 1 : length;
}

/** "Product managers" where the level is called "product manager". */
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
  if (words.filter((one) => !STOP_WORDS.has(one)).length > MOST_WORDS) return false;
  // "Lead strategy" is something to do; only "as a lead" is someone.
  if (word === 'lead') return words[at - 1] === 'a';
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
