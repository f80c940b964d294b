import type { Span } from '../../data/passage';
import type { Found, Quote } from '../../data/quote';
import type { Lines } from './lines';

/**
 * Passages with lines in between that are no part of them: a drag over a closed `<details>` goes on
 * behind it. Such a passage has the words that were marked, and the place from its first to its last,
 * which is longer.
 */

/** What may stand between beyond twice what did, in UTF-16 units: a counter, a label. */
const ROOM = 100;

/**
 * The words of a span without lines in it that are passed over.
 *
 * @param passedOver whole lines, in order
 */
export function wordsWithout(text: string, span: Span, passedOver: readonly Span[]): string {
  let words = '';
  let at = span.start;
  for (const { start, end } of passedOver) {
    words += text.slice(at, start);
    // With the line feed behind it.
    at = end + 1;
  }
  return words + text.slice(at, span.end);
}

/** Whether anything stood in between that is no part of the passage. */
export function isPassingOver({ exact, start, end }: Quote): boolean {
  if (start === undefined || end === undefined || end - start <= exact.length) return false;
  // Of one line, nothing can be left out: an end that is wrong, as in a backup somebody changed.
  return exact.includes('\n');
}

/**
 * Where such a passage stands to the letter, line by line, whatever is in between by now: what was
 * folded away then may be open. `null` where it does not, or at two places with as much of its context.
 */
export function findPassingOver(text: Lines, quote: Quote): Found | null {
  const { exact, start = 0, end = 0 } = quote;
  const [first = '', ...rest] = exact.split('\n');
  const most = 2 * (end - start - exact.length) + ROOM;
  let best: Found | null = null;
  let bestKept = -1;
  text.lines.forEach((line, number) => {
    if (!line.endsWith(first)) return;
    const from = (text.starts[number] as number) + line.length - first.length;
    const to = endOf(rest, text, number + 1, most);
    if (to === null || !beginsAndEndsAs(quote, text, from, to)) return;
    const kept = keptAround(quote, text, from, to);
    if (kept < bestKept) return;
    best = kept > bestKept ? { start: from, end: to, confidence: 'same' } : null;
    bestKept = kept;
  });
  return best;
}

/** Where the last of some lines ends that follow each other from a line on; the last may go on. */
function endOf(wanted: readonly string[], text: Lines, from: number, most: number): number | null {
  const { lines, starts } = text;
  let at = from;
  let passed = 0;
  for (const [turn, words] of wanted.entries()) {
    const isLast = turn === wanted.length - 1;
    const isIt = (line: string) => (isLast ? line.startsWith(words) : line === words);
    for (; at < lines.length && !isIt(lines[at] as string); at++) {
      passed += (lines[at] as string).length + 1;
      if (passed > most) return null;
    }
    if (at === lines.length) return null;
    at++;
  }
  return (starts[at - 1] as number) + (wanted.at(-1)?.length ?? 0);
}

/** Whether it is cut out of its first and last line where it was: no word is cut that was whole. */
function beginsAndEndsAs({ prefix, suffix }: Quote, text: Lines, from: number, to: number) {
  const before = text.slice(Math.max(0, from - 1), from);
  const after = text.slice(to, to + 1);
  const isAs = (now: string, then: string) => now === '\n' || now === '' || now === then;
  return isAs(before, prefix.slice(-1)) && isAs(after, suffix.slice(0, 1));
}

/** How much of what was kept around it stands there, in UTF-16 units. */
function keptAround({ prefix, suffix }: Quote, text: Lines, from: number, to: number): number {
  const before = text.slice(Math.max(0, from - prefix.length), from);
  const after = text.slice(to, to + suffix.length);
  let left = 0;
  while (left < before.length && before.at(-1 - left) === prefix.at(-1 - left)) left++;
  let right = 0;
  while (right < after.length && after[right] === suffix[right]) right++;
  return left + right;
}
