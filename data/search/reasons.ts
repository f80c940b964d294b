import type { IndexedSubSkill, LadderIndex } from './ladder-index';
import type { QueryTerms } from './query-terms';
import type { Ranking } from './rank';

const MOST = 3;
/** A word that led here by less than this share of the strongest one of the answer is no reason. */
const WEAK = 0.3;
/** Nor is one that says less than this share of all it says in the ladder for this sub-skill. */
const VAGUE = 0.2;

/** What lies between words, where a hyphen joins them: "e-mail" is one, and neither part of it. */
const BETWEEN = /[^\p{L}\p{N}'’&/-]|\B-|-\B/u;

/**
 * They lead somewhere beside others, but nobody would give them as the reason: what says no, how much,
 * how long and where, and plain verbs.
 */
const EVERYDAY: ReadonlySet<string> = new Set(
  `why whether not no none nobody somebody folk folks yes actually sure nearly likely whenever till
  less fewer little bit bits rest single alone apart twice once thirteen fifteen sixteen seventeen
  eighteen nineteen forty sixty seventy eighty ninety dozen thousand million minute minutes hour hours
  morning afternoon weekend through toward towards inside place sat sit sits sitting held gone stayed
  left spent missed nice hard`.split(/\s+/),
);

/**
 * Why each place is an answer: the words of `text` that a person would name, as they stand there and
 * whole, strongest first. Where they are all weak or everyday ones, none is better than a silly one.
 */
export function reasonsIn(
  index: LadderIndex,
  text: string,
  { words, sequence }: QueryTerms,
  { byWord }: Ranking,
  places: readonly number[],
): (place: number) => string[] {
  const { subSkills } = index;
  const wholes = text.split(BETWEEN);
  const least =
    WEAK * Math.max(...byWord.flatMap((values) => places.map((place) => values[place] as number)));
  return (place) => {
    const { ladder } = subSkills[place] as IndexedSubSkill;
    const reasons = words.flatMap(({ word, typed }, i) => {
      const values = byWord[i] as Float64Array;
      const value = values[place] as number;
      // Told first: few words of a long passage get further.
      if (value <= least) return [];
      if (index.termWeight(sequence[i] as number) < 1) return [];
      const all = values.reduce(
        (sum, one, at) => sum + +(subSkills[at]?.ladder === ladder) * one,
        0,
      );
      const whole = wholes.find((one) => one.split('-').includes(typed)) ?? typed;
      // Joined to another it says more: "nice-to-have".
      if (whole === typed && EVERYDAY.has(word.text)) return [];
      return value > all * VAGUE && /\p{L}\S/u.test(whole) ? [{ whole, value }] : [];
    });
    reasons.sort((a, b) => b.value - a.value);
    return [...new Set(reasons.map(({ whole }) => whole))].slice(0, MOST);
  };
}
