import { GENERAL_WEIGHT, GENERAL_WORDS, STOP_WORDS } from './common-words';
import type { IndexedSubSkill, LadderIndex } from './ladder-index';
import { stem } from './stem';
import type { TaggedPassage } from './types';
import { wordsOf } from './words';

/** What was tagged before may change the order within the first so many, never who is in them. */
const FIRST = 10;
/** Passages that have less than this in common (cosine) have it by chance. */
const LEAST_ALIKE = 0.12;
/** Of the passages tagged for a sub-skill, the most alike so many speak for it. */
const NEIGHBOURS = 3;
/** With so many tags what they say counts half of its most: a few are anecdote. */
const HALF_TRUST = 12;
/** What tags can say at most, beside 1 for the leader without them. */
const MOST_SAY = 0.9;
/** A tagged passage is read up to here. */
const MOST_WORDS = 300;

interface Profile {
  place: number;
  weights: Map<string, number>;
  length: number;
}

/** Reading a passage costs far more than comparing it, and the same ones come with every call. */
const bags = new Map<string, Map<string, number>>();
const MOST_BAGS = 20_000;

/**
 * Puts sub-skills first for which the person tagged passages like this one (k nearest neighbours
 * by cosine over words weighted by rarity).
 *
 * @param order places by what the ladder says, best first; `scores` are theirs
 * @returns the same places, the first ten among themselves in a new order
 */
export function rerank(
  index: LadderIndex,
  passage: string,
  order: readonly number[],
  scores: Float64Array,
  tagged: Iterable<TaggedPassage>,
): number[] {
  const places = placesById(index.subSkills);
  const tags: { place: number; bag: Map<string, number> }[] = [];
  const frequency = new Map<string, number>();
  for (const tag of tagged) {
    const place = places.get(`${tag.ladder}/${tag.subSkill}`);
    if (place === undefined) continue;
    const bag = bagOf(`${tag.exact} ${tag.note ?? ''}`);
    tags.push({ place, bag });
    for (const word of bag.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  const first = order.slice(0, FIRST);
  if (tags.length === 0 || first.length < 2) return [...order];

  const rarity = (word: string) =>
    Math.log(1 + (tags.length + 10) / ((frequency.get(word) ?? 0) + 0.5));
  const wanted = weighted(bagOf(passage), rarity, 0);
  const likenesses = new Map<number, number[]>();
  for (const { place, bag } of tags) {
    const likeness = cosine(wanted, weighted(bag, rarity, place));
    if (likeness < LEAST_ALIKE) continue;
    const list = likenesses.get(place);
    if (list) list.push(likeness);
    else likenesses.set(place, [likeness]);
  }
  const trust = (MOST_SAY * tags.length) / (tags.length + HALF_TRUST);
  const top = scores[first[0] as number] || 1;
  const value = new Map(
    first.map((place) => {
      const nearest = (likenesses.get(place) ?? []).sort((a, b) => b - a).slice(0, NEIGHBOURS);
      const said = 1 - nearest.reduce((left, likeness) => left * (1 - likeness), 1);
      return [place, (scores[place] as number) / top + trust * said];
    }),
  );
  first.sort((a, b) => (value.get(b) as number) - (value.get(a) as number));
  return [...first, ...order.slice(FIRST)];
}

function placesById(subSkills: readonly IndexedSubSkill[]): Map<string, number> {
  return new Map(subSkills.map((one) => [`${one.ladder.id}/${one.subSkill.id}`, one.place]));
}

function bagOf(text: string): Map<string, number> {
  let bag = bags.get(text);
  if (!bag) {
    bag = new Map();
    for (const { text: word } of wordsOf(text, MOST_WORDS)) {
      if (STOP_WORDS.has(word)) continue;
      bag.set(stem(word), GENERAL_WORDS.has(word) ? GENERAL_WEIGHT : 1);
    }
    if (bags.size >= MOST_BAGS) bags.clear();
    bags.set(text, bag);
  }
  return bag;
}

function weighted(
  bag: ReadonlyMap<string, number>,
  rarity: (word: string) => number,
  place: number,
): Profile {
  const weights = new Map<string, number>();
  let square = 0;
  for (const [word, weight] of bag) {
    const value = weight * rarity(word);
    weights.set(word, value);
    square += value * value;
  }
  return { place, weights, length: Math.sqrt(square) };
}

function cosine(a: Profile, b: Profile): number {
  if (a.length === 0 || b.length === 0) return 0;
  let dot = 0;
  for (const [word, value] of a.weights) dot += value * (b.weights.get(word) ?? 0);
  return dot / (a.length * b.length);
}
