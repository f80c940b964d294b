import { STOP_WORDS } from '../../data/search/common-words';
import { stem } from '../../data/search/stem';
import { wordsOf } from '../../data/search/words';

/** Fewer passages than this with a word are chance. */
const FEWEST_PASSAGES = 3;

/** Passages by sub-skill ("<ladder id>/<sub-skill id>"). */
export type Passages = Readonly<Record<string, readonly string[]>>;

/** The distinct stems of a passage that can tell anything. */
export function stemsOf(passage: string): string[] {
  return [
    ...new Set(
      wordsOf(passage.replace(CONTRACTIONS, ' '))
        .map(({ text }) => text)
        .filter((word) => !STOP_WORDS.has(word) && /\p{L}/u.test(word))
        .map(stem),
    ),
  ];
}

/** The stems to learn from, in alphabetical order: not of names, and not of few passages. */
export function learnable(passages: Passages): string[] {
  const seen = new Map<string, number>();
  const common = new Set<string>();
  for (const passage of Object.values(passages).flat()) {
    for (const one of stemsOf(passage)) seen.set(one, (seen.get(one) ?? 0) + 1);
    for (const one of stemsOf(passage.replace(CAPITALISED, ' '))) common.add(one);
  }
  return [...seen]
    .filter(([one, count]) => count >= FEWEST_PASSAGES && common.has(one))
    .map(([one]) => one)
    .sort();
}

/** "I'd" and "she'll": without their apostrophes they would be taken for "id" and "shell". */
const CONTRACTIONS = /\p{L}+['’](?!s(?!\p{L}))\p{L}+/giu;

/**
 * Words with one capital letter: one that has it wherever it stands is a name, or begins every
 * sentence it is in, and tells nothing either way. "OKRs" and "A/B" are no such words.
 */
const CAPITALISED = /(?<![\p{L}\p{N}])\p{Lu}[\p{Ll}\p{M}'’]+(?![\p{L}\p{N}])/gu;
