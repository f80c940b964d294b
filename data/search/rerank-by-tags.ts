import { GENERAL_WEIGHT, GENERAL_WORDS, STOP_WORDS } from './common-words';
import type { IndexedSubSkill, LadderIndex } from './ladder-index';
import { stem } from './stem';
import type { TaggedPassage } from './types';
import { wordsOf } from './words';

/** How many of the first results earlier tags may reorder, but never push out. */
const FIRST = 10;
/** A word counts for a sub-skill as if it had been seen this many more times without it. */
const DOUBT = 2;
/**
 * What a word says counts in full only once it was seen often: seen once six tenths, ten times nearly
 * all. The larger, the later tags teach something; the smaller, the more one tag's chance words do.
 */
const LUCK = 0.7;
/** Words the ladder knows have had their say already, so tags repeat it only softly. */
const KNOWN_WORD = 0.25;
/** This much evidence of one's own words weighs about as much as leading by the ladder's words. */
const HALF_SAID = 1;
/** What tags can say at most, beside 1 for the leader without them. */
const MOST_SAY = 3;
/** Fewer words in common, all passages of a sub-skill counted, are chance. */
const LEAST_SHARED = 2;
/** A tagged passage is read up to here. */
const MOST_WORDS = 300;

/** Taking a passage apart costs more than anything after it, and the same ones come every time. */
const wordSets = new Map<string, ReadonlySet<string>>();
const MOST_WORD_SETS = 20_000;

/**
 * Puts sub-skills first for which the person used words like this passage's before, which is how
 * a name that only they know ("the Thursday teas") comes to mean something. Each word speaks for
 * the sub-skills it was tagged with more often than chance would have it.
 *
 * @param order places by what the ladder says, best first; `scores` are theirs
 * @param allowed which places may be added where `order` has fewer than ten
 * @returns the places of `order`, the first ten among themselves in a new order; if there were
 *   fewer than ten, with others that the tags speak for
 */
export function rerank(
  index: LadderIndex,
  passage: string,
  order: readonly number[],
  scores: Float64Array,
  tagged: Iterable<TaggedPassage>,
  allowed: (place: number) => boolean,
): number[] {
  const passageWords = wordSetOf(passage);
  const said = whatTagsSay(index, passageWords, tagged);
  if (said.size === 0) return [...order];

  const top = scores[order[0] ?? 0] || 1;
  const value = (place: number) => {
    const sum = said.get(place) ?? 0;
    return (scores[place] as number) / top + MOST_SAY * (sum / (sum + HALF_SAID));
  };
  const first = order.slice(0, FIRST);
  if (order.length < FIRST) {
    const added = [...said.keys()].filter((place) => allowed(place) && !order.includes(place));
    added.sort((a, b) => value(b) - value(a) || a - b);
    first.push(...added.slice(0, FIRST - order.length));
  }
  const values = new Map(first.map((place) => [place, value(place)]));
  first.sort((a, b) => (values.get(b) as number) - (values.get(a) as number));
  return [...first, ...order.slice(FIRST)];
}

/** By place, how much the tagged passages that share words with this one speak for it. */
function whatTagsSay(
  index: LadderIndex,
  passageWords: ReadonlySet<string>,
  tagged: Iterable<TaggedPassage>,
): Map<number, number> {
  const places = placesById(index.subSkills);
  const tagsOf = new Map<number, number>();
  const having = new Map<string, Map<number, number>>();
  let tags = 0;
  for (const { ladder, subSkill, exact, note } of tagged) {
    const place = places.get(`${ladder}/${subSkill}`);
    if (place === undefined) continue;
    tags += 1;
    tagsOf.set(place, (tagsOf.get(place) ?? 0) + 1);
    for (const word of wordSetOf(note ? `${note}\n${exact}` : exact)) {
      if (!passageWords.has(word)) continue;
      let perPlace = having.get(word);
      if (!perPlace) {
        perPlace = new Map();
        having.set(word, perPlace);
      }
      perPlace.set(place, (perPlace.get(place) ?? 0) + 1);
    }
  }

  const said = new Map<number, number>();
  const shared = new Map<number, number>();
  for (const [word, perPlace] of having) {
    let all = 0;
    for (const count of perPlace.values()) all += count;
    for (const [place, count] of perPlace) {
      // A word that stands in every tag says nothing; so does one of the only sub-skill tagged.
      const chance = (all * (tagsOf.get(place) as number)) / (tags + 1);
      const more = ((count - chance) * count) / (count + LUCK) / (all + DOUBT);
      if (more <= 0) continue;
      if (!generalStems().has(word)) shared.set(place, (shared.get(place) ?? 0) + count);
      said.set(place, (said.get(place) ?? 0) + more * weightOf(index, word));
    }
  }
  for (const place of said.keys()) {
    if ((shared.get(place) ?? 0) < LEAST_SHARED) said.delete(place);
  }
  return said;
}

function weightOf(index: LadderIndex, word: string): number {
  if (generalStems().has(word)) return GENERAL_WEIGHT * KNOWN_WORD;
  const term = index.lexicon.termOfStem(word);
  return term !== undefined && index.knows(term) ? KNOWN_WORD : 1;
}

function placesById(subSkills: readonly IndexedSubSkill[]): Map<string, number> {
  return new Map(subSkills.map((one) => [`${one.ladder.id}/${one.subSkill.id}`, one.place]));
}

function wordSetOf(text: string): ReadonlySet<string> {
  let words = wordSets.get(text);
  if (!words) {
    const stems = new Set<string>();
    for (const { text: word } of wordsOf(text, MOST_WORDS)) {
      if (!STOP_WORDS.has(word)) stems.add(stem(word));
    }
    words = stems;
    if (wordSets.size >= MOST_WORD_SETS) wordSets.clear();
    wordSets.set(text, words);
  }
  return words;
}

let general: Set<string> | undefined;

function generalStems(): ReadonlySet<string> {
  general ??= new Set([...GENERAL_WORDS].map(stem));
  return general;
}
