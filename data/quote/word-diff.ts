import { UNSPACED } from '../unspaced';

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

const EMOJI = '\\p{Extended_Pictographic}[\\p{M}\\p{Emoji_Modifier}]*';

/**
 * A word, a run of spaces, or one other character as people see it: a flag, a family. Where no spaces
 * are put between words, each character is compared by itself.
 */
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
 * Compares two wordings word by word (Myers 1986, "An O(ND) difference algorithm"). The `same` and
 * `removed` texts make up `then`, the `same` and `added` ones `now`; neighbours never share a kind.
 */
export function wordDiff(then: string, now: string): WordChange[] {
  const a = then.match(PIECE) ?? [];
  const b = now.match(PIECE) ?? [];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  ) {
    tail++;
  }
  const changes: WordChange[] = [];
  add(changes, 'same', a.slice(0, head));
  for (const { kind, text } of middle(
    a.slice(head, a.length - tail),
    b.slice(head, b.length - tail),
  )) {
    add(changes, kind, [text]);
  }
  add(changes, 'same', a.slice(a.length - tail));
  return joinReplaced(changes);
}

/** Words that were replaced one after another are replaced together: each by itself says nothing. */
function joinReplaced(changes: readonly WordChange[]): WordChange[] {
  const joined: WordChange[] = [];
  for (let at = 0; at < changes.length; at++) {
    const { kind, text } = changes[at] as WordChange;
    const before = replaced(joined.at(-2), joined.at(-1));
    const next = replaced(changes[at + 1], changes[at + 2]);
    if (kind === 'same' && text.trim() === '' && before && next) {
      before.removed.text += text + next.removed.text;
      before.added.text += text + next.added.text;
      at += 2;
    } else joined.push({ kind, text });
  }
  return joined;
}

/** What went and what came in its place; `undefined` where two changes are anything else. */
function replaced(removed?: WordChange, added?: WordChange) {
  const isReplaced = removed?.kind === 'removed' && added?.kind === 'added';
  return isReplaced ? { removed, added } : undefined;
}

function add(changes: WordChange[], kind: WordChange['kind'], pieces: string[]): void {
  const text = pieces.join('');
  if (text === '') return;
  const last = changes.at(-1);
  if (last?.kind === kind) last.text += text;
  else changes.push({ kind, text });
}

/** The shortest edit from `a` to `b`, piece by piece, removals before additions. */
function middle(a: string[], b: string[]): WordChange[] {
  const most = Math.min(a.length + b.length, MOST_EDITS);
  const reach = new Int32Array(2 * most + 3);
  const centre = most + 1;
  const trail: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits++) {
    trail.push(reach.slice(centre - edits - 1, centre + edits + 2));
    for (let k = -edits; k <= edits; k += 2) {
      const down =
        k === -edits || (k !== edits && at(reach, centre + k - 1) < at(reach, centre + k + 1));
      let x = down ? at(reach, centre + k + 1) : at(reach, centre + k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      reach[centre + k] = x;
      if (x >= a.length && x - k >= b.length) return backwards(a, b, trail);
    }
  }
  return [
    { kind: 'removed', text: a.join('') },
    { kind: 'added', text: b.join('') },
  ];
}

function backwards(a: string[], b: string[], trail: Int32Array[]): WordChange[] {
  const changes: WordChange[] = [];
  let x = a.length;
  let y = b.length;
  for (let edits = trail.length - 1; edits >= 0; edits--) {
    const reach = trail[edits] as Int32Array;
    const centre = edits + 1;
    const k = x - y;
    const down =
      k === -edits || (k !== edits && at(reach, centre + k - 1) < at(reach, centre + k + 1));
    const from = down ? k + 1 : k - 1;
    const fromX = edits === 0 ? 0 : at(reach, centre + from);
    const fromY = edits === 0 ? 0 : fromX - from;
    while (x > fromX && y > fromY && x > 0 && y > 0 && a[x - 1] === b[y - 1]) {
      changes.push({ kind: 'same', text: a[--x] as string });
      y--;
    }
    if (edits === 0) break;
    if (down) changes.push({ kind: 'added', text: b[--y] as string });
    else changes.push({ kind: 'removed', text: a[--x] as string });
  }
  return changes.reverse();
}

function at(list: Int32Array, index: number): number {
  return list[index] ?? -1;
}
