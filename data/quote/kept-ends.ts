import type { Alignment } from './align';
import type { Pattern } from './pattern';
import type { TextIndex } from './text-index';

/** A passage that more was put into than this makes of it, by words, is no longer one passage. */
const MOST_GROWTH = 2;
/** And a clause, as a short passage may well become three times as long. */
const CLAUSE = 8;

/**
 * Gives an alignment the ends of the quote that it left out although they stand where they stood, next
 * to their context: where more was put into a passage than its end tells, as a sentence between two,
 * the likeliest chain goes on to the context at once. On 11,080 passages of 22 repositories, taken after
 * the weights were fitted, 83 more are found where they stand, and 6 fewer.
 */
export function addKeptEnds(pattern: Pattern, index: TextIndex, alignment: Alignment): void {
  addKeptEnd(pattern, index, alignment, -1);
  addKeptEnd(pattern, index, alignment, 1);
}

function addKeptEnd(
  pattern: Pattern,
  index: TextIndex,
  { to, start, end }: Alignment,
  side: -1 | 1,
): void {
  const { first, last, hash } = pattern;
  const outer = side < 0 ? first : last - 1;
  const beside = to[outer + side] ?? -1;
  const inQuote = (word: number) => word >= first && word < last;
  let inner = outer;
  while (inQuote(inner) && to[inner] === -1) inner -= side;
  if (beside === -1 || !inQuote(inner)) return;
  let opposite = first + last - 1 - outer;
  while (to[opposite] === -1) opposite += side;
  const words = Math.abs(beside - (to[opposite] as number));
  if (words > MOST_GROWTH * (last - first) + CLAUSE) return;
  let isSame = true;
  for (let word = outer; isSame && word !== inner; word -= side) {
    const number = beside - side * (Math.abs(word - outer) + 1);
    if (number === to[inner]) return;
    index.span(number, number + 1, (_number, found, from, until) => {
      isSame = found === hash[word];
      if (!isSame) return;
      to[word] = number;
      start[word] = from;
      end[word] = until;
    });
  }
}
