import { readFileSync } from 'node:fs';
import { seeded } from '../search/random';
import type { Case } from './cases';

const REVIEW = new URL('../../fixtures/self-review.txt', import.meta.url);
/** Passages of each kind. */
const EACH = 30;
/** Share of the words outside of the passage that a revision touches. */
const ELSEWHERE = 0.08;
/** Share of the words of the passage that a revision touches, by kind. */
const KINDS: Record<string, number> = {
  kept_once: 0,
  edited_light: 0.1,
  edited_heavy: 0.35,
  moved_edited: 0.12,
  deleted: 1,
  deleted_decoy: 1,
};
/** Share of words by which a decoy differs from the passage. */
const DECOY = 0.55;

type Random = () => number;

/** Cases made from the project's own sample of a self-review by a random editor; always the same. */
export function generateCases(seed = 1): Case[] {
  const random = seeded(seed);
  const words = readFileSync(REVIEW, 'utf8').match(/\S+\s*/g) ?? [];
  return Object.keys(KINDS).flatMap((label) =>
    Array.from({ length: EACH }, () => oneCase(label, words, random)),
  );
}

function oneCase(label: string, words: readonly string[], random: Random): Case {
  const length = 5 + Math.floor(56 * random() ** 2);
  const first = Math.floor(random() * (words.length - length));
  const passage = words.slice(first, first + length);
  const before = words.slice(0, first);
  const after = words.slice(first + length);
  if (label === 'deleted_decoy') after.push('\n', ...revise(passage, words, DECOY, random));
  const head = revise(before, words, ELSEWHERE, random);
  const tail = revise(after, words, label === 'deleted_decoy' ? 0 : ELSEWHERE, random);
  const gone = label.startsWith('deleted');
  const now = gone ? [] : revise(passage, words, KINDS[label] ?? 0, random);
  const all = label === 'moved_edited' ? [...head, ...tail] : head;
  const rest = label === 'moved_edited' ? [] : tail;
  const at = label === 'moved_edited' ? Math.floor(random() * all.length) : all.length;
  const kept = all.slice(0, at).join('');
  const start = before.join('').length;
  return {
    before: [...before, ...passage, ...after].join(''),
    after: kept + now.join('') + [...all.slice(at), ...rest].join(''),
    start,
    end: start + passage.join('').trimEnd().length,
    label,
    accepted: gone ? [] : [[kept.length, kept.length + now.join('').trimEnd().length]],
    group: String(first % 2),
  };
}

/** Drops, replaces or adds words, each change as likely as the other. */
function revise(
  part: readonly string[],
  words: readonly string[],
  share: number,
  random: Random,
): string[] {
  const any = () => words[Math.floor(random() * words.length)] ?? '';
  return part.flatMap((word) => {
    if (random() >= share) return [word];
    const kind = Math.floor(random() * 3);
    return kind === 0 ? [] : kind === 1 ? [any()] : [word, any()];
  });
}
