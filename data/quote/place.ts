import { type Alignment, INSERTED_WORD } from './align';
import { classOf, foldOf, SEPARATOR } from './characters';
import { outsideCluster } from './clusters';
import { cuts, outsideWord } from './edges';
import { isJoined } from './exact';
import type { Pattern } from './pattern';
import type { TextIndex } from './text-index';
import { isBlank, MOST_BLANKS } from './words';

/** Words a rewritten edge of a quote may have more than it had, and still belong to the quote. */
const EDGE_GROWTH = 3;
/** Offsets of the passage that an alignment speaks of, or null when no word of the quote is in it. */
export function placeOf(
  pattern: Pattern,
  alignment: Alignment,
  index: TextIndex,
): { start: number; end: number } | null {
  const { text } = index;
  let head = pattern.first;
  while (head < pattern.last && alignment.to[head] === -1) head++;
  if (head === pattern.last) return null;
  let tail = pattern.last - 1;
  while (alignment.to[tail] === -1) tail--;
  tail = withoutStrays(pattern, alignment, tail, head);
  head = withoutStrays(pattern, alignment, head, tail);
  const start = edge(pattern, alignment, index, head, -1);
  const end = edge(pattern, alignment, index, tail, 1);
  return {
    start: outsideCluster(text, start, -1),
    end: outsideCluster(text, Math.max(end, start), 1),
  };
}

/**
 * The outermost word that belongs to the passage, from `outer` towards `inner`: a few words beyond
 * others that were inserted are strays unless they, and the context that stands right beside them, tell
 * as much as those cost. What the quote lost there does not make up for it, as it does within: at an
 * edge, nothing on the other side says that the passage goes on.
 */
function withoutStrays(pattern: Pattern, { to }: Alignment, outer: number, inner: number): number {
  const step = outer < inner ? 1 : -1;
  let edgeWord = outer;
  let bits = contextBeside(pattern, to, outer, -step);
  for (let word = outer; word !== inner; ) {
    bits += pattern.bits[word] as number;
    let next = word + step;
    while (to[next] === -1) next += step;
    const inserted = Math.abs((to[word] as number) - (to[next] as number)) - 1;
    if (bits < INSERTED_WORD * inserted) {
      edgeWord = next;
      bits = 0;
    }
    word = next;
  }
  return edgeWord;
}

/** Bits of the context that stands right beside a word, if that is the quote's first or last one. */
function contextBeside(pattern: Pattern, to: Int32Array, outer: number, side: number): number {
  if (outer !== (side < 0 ? pattern.first : pattern.last - 1)) return 0;
  let bits = 0;
  for (let word = outer + side; word >= 0 && word < pattern.count; word += side) {
    if (to[word] !== (to[word - side] as number) + side) break;
    bits += pattern.bits[word] as number;
  }
  return bits;
}

/** One end of the passage: `side` -1 is its start, +1 its end; `word` its outermost matched word. */
function edge(
  pattern: Pattern,
  alignment: Alignment,
  index: TextIndex,
  word: number,
  side: -1 | 1,
): number {
  const near = side < 0 ? alignment.start : alignment.end;
  const patternNear = side < 0 ? pattern.start : pattern.end;
  const cut = side < 0 ? pattern.from : pattern.to;
  const at = near[word] as number;
  const inPattern = patternNear[word] as number;
  if ((cut - inPattern) * side < 0) {
    // The quote begins or ends inside this word: keep it so, if the word is as long as it was.
    const same =
      (alignment.end[word] as number) - (alignment.start[word] as number) ===
      (pattern.end[word] as number) - (pattern.start[word] as number);
    return same ? at + (cut - inPattern) : at;
  }
  const lost = side < 0 ? word - pattern.first : pattern.last - 1 - word;
  if (lost === 0) return walk(pattern, index.text, inPattern, at, cut, side);
  const rewritten = rewrittenEdge(pattern, alignment, index, word, side);
  const end =
    rewritten >= 0 ? rewritten : walk(pattern, index.text, inPattern, at, cut, side, true);
  return withOutermostMark(pattern, index.text, end, side);
}

/** With the mark that was the outermost of the quote, as a full stop, where it still stands there. */
function withOutermostMark(
  { text: old, from, to }: Pattern,
  text: string,
  at: number,
  side: -1 | 1,
): number {
  const mark = old.charCodeAt(side < 0 ? from : to - 1);
  if (classOf(mark) !== SEPARATOR || isBlank(mark)) return at;
  return text.charCodeAt(side < 0 ? at - 1 : at) === mark ? at + side : at;
}

/**
 * Where the quote ends when its outermost words were rewritten, or -1: next to the context that still
 * stands beside it, unless more came between than belongs to the quote.
 */
function rewrittenEdge(
  pattern: Pattern,
  alignment: Alignment,
  index: TextIndex,
  word: number,
  side: -1 | 1,
): number {
  const lost = side < 0 ? word - pattern.first : pattern.last - 1 - word;
  const neighbour = alignment.to[side < 0 ? pattern.first - 1 : pattern.last] ?? -1;
  if (lost === 0 || neighbour < 0) return -1;
  const between = Math.abs((alignment.to[word] as number) - neighbour) - 1;
  if (between === 0 || between > 2 * lost + EDGE_GROWTH) return -1;
  let offset = -1;
  index.span(neighbour - side, neighbour - side + 1, (_word, _hash, start, end) => {
    offset = side < 0 ? start : end;
  });
  return offset;
}

/**
 * Goes outwards from a matched word as long as quote and text say the same, spaces aside: over
 * punctuation, and over words that lost the space between them. Ends at the last place that is not
 * inside a word; a last word that grew is taken whole, unless only a lost space joined it to the next.
 *
 * @param someLost whether there are words of the quote further out that no longer stand there
 */
function walk(
  pattern: Pattern,
  text: string,
  inPattern: number,
  at: number,
  cut: number,
  side: -1 | 1,
  someLost = false,
): number {
  const unit = (of: string, offset: number) => of.charCodeAt(side < 0 ? offset - 1 : offset);
  let p = inPattern;
  let t = at;
  let good = at;
  let beyondBlank = false;
  while (p !== cut) {
    const mine = unit(pattern.text, p);
    if (isBlank(mine)) {
      beyondBlank = true;
      p += side;
      continue;
    }
    let ahead = t;
    const limit = t + side * MOST_BLANKS;
    while (ahead !== limit && isBlank(unit(text, ahead))) ahead += side;
    const theirs = unit(text, ahead);
    if (Number.isNaN(theirs) || foldOf(mine) !== foldOf(theirs)) break;
    p += side;
    t = ahead + side;
    if (isWord(mine)) beyondBlank = false;
    // The mark of a sentence that is gone looks like that of the one that stands there now.
    if (someLost && beyondBlank) continue;
    if (!cuts(text, t)) good = t;
    else if (p === cut)
      good = lostOnlySpace(pattern, text, cut, t, side) ? t : outsideWord(text, t, side);
  }
  return good;
}

function isWord(unit: number): boolean {
  return classOf(unit) !== SEPARATOR;
}

/** Whether what stood beside the quote, a space apart, now stands there without the space. */
function lostOnlySpace(
  { text: old }: Pattern,
  text: string,
  cut: number,
  at: number,
  side: -1 | 1,
): boolean {
  if (!isBlank(old.charCodeAt(side < 0 ? cut - 1 : cut))) return false;
  return isJoined(text, at, side < 0 ? old.slice(0, cut) : old.slice(cut), side);
}
