import bundled from '../passage-words.json';

/**
 * What the words of passages say for sub-skills, learned from passages of reviews and working
 * documents (`scripts/learn`); `data/passage-words.json` has the bundled ones.
 */
export interface PassageWords {
  schema: 1;
  /** Steps that make a unit of weight. */
  stepsAUnit: number;
  /** "<ladder id>/<sub-skill id>", in the order of the letters: the first is "a". */
  subSkills: readonly string[];
  /** By stem: for each sub-skill it speaks for a letter and a digit, its steps. */
  words: Readonly<Record<string, string>>;
}

export const bundledPassageWords: PassageWords = { ...bundled, schema: 1 };

/** What one word says for one sub-skill. */
export interface Said {
  /** Index in `subSkills`. */
  of: number;
  weight: number;
}

const FIRST_LETTER = 'a'.charCodeAt(0);
const ZERO = '0'.charCodeAt(0);

/** What a stem says, strongest first; `undefined` for one that nothing was learned of. */
export function saidBy({ words, stepsAUnit }: PassageWords, stem: string): Said[] | undefined {
  const code = Object.hasOwn(words, stem) ? words[stem] : undefined;
  if (code === undefined) return undefined;
  const said: Said[] = [];
  for (let at = 0; at + 1 < code.length; at += 2) {
    said.push({
      of: code.charCodeAt(at) - FIRST_LETTER,
      weight: (code.charCodeAt(at + 1) - ZERO) / stepsAUnit,
    });
  }
  return said;
}
