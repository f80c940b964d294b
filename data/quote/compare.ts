import { diffArrays } from 'diff';

/** A stretch of words that stayed, went or came, with the spaces and punctuation between them. */
export interface WordChange {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/**
 * Edits looked for before two texts count as wholly different. Time and room grow with its square;
 * at 1,000 both stay within a few milliseconds and megabytes, and no reader compares more.
 */
const MOST_EDITS = 1_000;

/** Scripts that put no spaces between words: each character is compared by itself. */
const UNSPACED = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar', 'Tibetan']
  .map((script) => `\\p{Script=${script}}`)
  .join('');
const EMOJI = '\\p{Extended_Pictographic}[\\p{M}\\p{Emoji_Modifier}]*';

/** A word, a run of spaces, or one other character as people see it: a flag, a family. */
const PIECE = new RegExp(
  [
    `[${UNSPACED}][\\p{M}\\p{Cf}]*`,
    `(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}_'\u2019])+`,
    '\\p{RI}{2}',
    `${EMOJI}(?:\u200d${EMOJI})*`,
    '\\s+',
    '[\\s\\S]',
  ].join('|'),
  'gu',
);

/**
 * Compares two wordings word by word. The `same` and `removed` texts make up `then`, the `same` and
 * `added` ones `now`; neighbours never share a kind, and what was removed comes before what was added.
 */
export function wordDiff(then: string, now: string): WordChange[] {
  const changes = diffArrays(then.match(PIECE) ?? [], now.match(PIECE) ?? [], {
    maxEditLength: MOST_EDITS,
  });
  // A wording that has nothing left of the other is not worth looking for what might be.
  if (!changes) return [change('removed', [then]), change('added', [now])];
  return changes.map(({ value, removed, added }) =>
    change(removed ? 'removed' : added ? 'added' : 'same', value),
  );
}

function change(kind: WordChange['kind'], pieces: readonly string[]): WordChange {
  return { kind, text: pieces.join('') };
}
