import { type Alignment, align, GAP_OPEN } from './align';
import type { Pattern } from './pattern';
import type { TextIndex } from './text-index';

/**
 * Words that may have come between the quote and the context that still stands beside it, before the
 * context counts for less: a short insertion at the edge, as people make them.
 */
const EDGE_INSERTION = 3;
/** Further words between them by which it counts half: about the length of a clause. */
const HALF_DISTANCE = 8;
/** Context that tells this many bits is certain (one place in 2^60): more of it adds nothing. */
const ENOUGH_BITS = 60;
/** A side with less than this has no context to speak of: one common word. */
const LEAST_BITS = 5;

/** How far the text beside a place agrees with the context of the quote, 0 to 1 for each side. */
export function contextAgreement(pattern: Pattern, alignment: Alignment): [number, number] {
  return [agreement(pattern, alignment, -1), agreement(pattern, alignment, 1)];
}

function agreement(pattern: Pattern, { to }: Alignment, side: -1 | 1): number {
  let last = side < 0 ? pattern.first : pattern.last - 1;
  while (to[last] === -1 && last >= pattern.first && last < pattern.last) last -= side;
  if (last < pattern.first || last >= pattern.last) return 0;
  let bits = 0;
  let all = 0;
  let atEdge = true;
  let nearness = 1;
  for (
    let word = side < 0 ? pattern.first - 1 : pattern.last;
    word >= 0 && word < pattern.count;
    word += side
  ) {
    all += pattern.bits[word] as number;
    if (to[word] === -1) continue;
    const inserted = Math.abs((to[word] as number) - (to[last] as number)) - 1;
    const left = Math.abs(word - last) - 1;
    if (atEdge) nearness = 2 ** (-Math.max(0, inserted - left - EDGE_INSERTION) / HALF_DISTANCE);
    else if (inserted + left > 0) bits -= GAP_OPEN + Math.max(inserted, left);
    atEdge = false;
    last = word;
    bits += pattern.bits[word] as number;
  }
  if (all < LEAST_BITS) return 0;
  return nearness * Math.min(1, Math.max(0, bits) / Math.min(all, ENOUGH_BITS));
}

/**
 * Completes an alignment of the quote alone with that of its context: the prefix with the text before
 * the place, the suffix with the text after it.
 */
export function* alignContext(
  pattern: Pattern,
  index: TextIndex,
  alignment: Alignment,
): Generator<void, void> {
  const { first, last, count } = pattern;
  let head = first;
  while (head < last && alignment.to[head] === -1) head++;
  if (head === last) return;
  let tail = last - 1;
  while (alignment.to[tail] === -1) tail--;
  const begin = alignment.to[head] as number;
  const end = (alignment.to[tail] as number) + 1;
  const before = yield* align(pattern, index, begin - head, { from: 0, to: first, most: begin });
  const after = yield* align(pattern, index, end - 1 - tail, { from: last, to: count, least: end });
  for (let word = 0; word < count; word++) {
    if (word >= first && word < last) continue;
    const source = word < first ? before : after;
    alignment.to[word] = source.to[word] as number;
    alignment.start[word] = source.start[word] as number;
    alignment.end[word] = source.end[word] as number;
  }
}
