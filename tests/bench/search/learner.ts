import type { Ladder } from '../../../data/ladder';
import { createLadderSearch, type TaggedPassage } from '../../../data/search';
import type { ReviewSentence } from './queries';
import { seeded, shuffled } from './random';

/** Shares, 0 to 1, of untagged sentences led to the right sub-skill, without and with tags. */
export interface Learnt {
  tags: number;
  without: { at1: number; at3: number; at10: number };
  with: { at1: number; at3: number; at10: number };
  /** Sentences right within the first ten without tags and no longer with them. */
  lost: number;
}

const TAGS = [1, 2, 5, 10, 20, 40, 80];
/** The same person tagging in so many different orders. */
const LIVES = 6;

/**
 * A simulated person: tags sentences of their reviews one after the other, always as they mean
 * them, and sees suggestions for all the others.
 */
export function simulateUser(ladder: Ladder, sentences: readonly ReviewSentence[]): Learnt[] {
  const search = createLadderSearch([ladder]);
  const ids = new Map(
    ladder.skillAreas.flatMap((area) => area.subSkills).map(({ id, name }) => [name, id]),
  );
  const passages = sentences.map(({ subSkill, text }) => ({
    ladder: ladder.id,
    subSkill: ids.get(subSkill) ?? '',
    exact: text,
  }));
  const placeOf = (passage: TaggedPassage, tagged: TaggedPassage[]) => {
    const results = search.suggest(passage.exact, { ladder: ladder.id, tagged });
    const at = results.findIndex((result) => result.subSkill.id === passage.subSkill);
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  };
  const before = new Map(passages.map((passage) => [passage, placeOf(passage, [])]));
  const random = seeded(1);
  const lives = Array.from({ length: LIVES }, () => shuffled(passages, random));

  return TAGS.filter((tags) => tags < passages.length).map((tags) => {
    const without: number[] = [];
    const withTags: number[] = [];
    for (const life of lives) {
      const tagged = life.slice(0, tags);
      for (const passage of life.slice(tags)) {
        without.push(before.get(passage) as number);
        withTags.push(placeOf(passage, tagged));
      }
    }
    const lost = without.filter((place, i) => place < 10 && (withTags[i] as number) >= 10).length;
    return { tags, without: shares(without), with: shares(withTags), lost };
  });
}

function shares(places: readonly number[]) {
  const within = (count: number) =>
    places.filter((place) => place < count).length / Math.max(1, places.length);
  return { at1: within(1), at3: within(3), at10: within(10) };
}
