import type { Lines } from './lines';

/** A stretch of a text that became another one: UTF-16 offsets, ends exclusive. */
export interface Change {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** A line of so many UTF-16 units is hardly ever there twice: a sentence, not a word or a rule. */
const TELLING_LINE = 20;

/**
 * What changed between two texts, in order: a page often changes in several places at once, such as
 * a clock above and a list below, and what stands between them did not change. Lines that stand
 * once in each text tell where the texts run together again (as in Bram Cohen's patience diff, but
 * in one pass). Takes time in proportion to the texts' lines, whatever changed.
 */
export function changesBetween(old: Lines, next: Lines): Change[] {
  const changes: Change[] = [];
  let back = 0;
  const most = Math.min(old.lines.length, next.lines.length);
  while (back < most && old.lines.at(-1 - back) === next.lines.at(-1 - back)) back++;
  const oldCount = old.lines.length - back;
  const newCount = next.lines.length - back;
  let unique: Map<string, number> | undefined;
  let i = 0;
  let j = 0;
  const nextTogether = (): [number, number] | null => {
    // Most often one line changed; nothing has to be counted to see that.
    const line = old.lines[i + 1];
    const isNext = i + 1 < oldCount && j + 1 < newCount && line === next.lines[j + 1];
    if (isNext && line !== undefined && line.length >= TELLING_LINE) return [i + 1, j + 1];
    unique ??= onceIn(next.lines, j, newCount);
    return together(old.lines, unique, i, j, oldCount);
  };
  while (i < oldCount || j < newCount) {
    if (i < oldCount && j < newCount && old.lines[i] === next.lines[j]) {
      i++;
      j++;
      continue;
    }
    const [i2, j2] = nextTogether() ?? [oldCount, newCount];
    changes.push(narrowed(old, next, { i, j, i2, j2 }));
    i = i2;
    j = j2;
  }
  return changes;
}

/** Numbers of the lines that stand once in a stretch; -1 for those that stand more often. */
function onceIn(lines: readonly string[], from: number, to: number): Map<string, number> {
  const found = new Map<string, number>();
  for (let at = from; at < to; at++) {
    const line = lines[at] as string;
    found.set(line, found.has(line) ? -1 : at);
  }
  return found;
}

/** The next two lines that are the same, if there are any. */
function together(
  lines: readonly string[],
  unique: ReadonlyMap<string, number>,
  from: number,
  least: number,
  to: number,
): [number, number] | null {
  for (let at = from; at < to; at++) {
    const other = unique.get(lines[at] as string) ?? -1;
    if (other >= least) return [at, other];
  }
  return null;
}

/** The change between two stretches of lines, without what is the same at its ends. */
function narrowed(
  old: Lines,
  next: Lines,
  { i, j, i2, j2 }: { i: number; j: number; i2: number; j2: number },
): Change {
  const atEnd = i2 === old.lines.length;
  // The last line has no line feed behind it: where it comes or goes, so does the one before it.
  const back = atEnd && i > 0 && j > 0 && (i === i2 || j === j2) ? 1 : 0;
  let oldStart = (old.starts[i] ?? old.length + 1) - back;
  let newStart = (next.starts[j] ?? next.length + 1) - back;
  let oldEnd = old.starts[i2] ?? old.length;
  let newEnd = next.starts[j2] ?? next.length;
  const was = old.slice(oldStart, oldEnd);
  const is = next.slice(newStart, newEnd);
  const most = Math.min(was.length, is.length);
  let front = 0;
  while (front < most && was.charCodeAt(front) === is.charCodeAt(front)) front++;
  let end = 0;
  while (
    end < most - front &&
    was.charCodeAt(was.length - 1 - end) === is.charCodeAt(is.length - 1 - end)
  ) {
    end++;
  }
  oldStart += front;
  newStart += front;
  oldEnd -= end;
  newEnd -= end;
  return { oldStart, oldEnd, newStart, newEnd };
}
