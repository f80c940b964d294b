import { firstOf, MOST_PROBLEMS } from '../first-of';

/** A key that appears more than once in the same group of a JSON text. */
export interface RepeatedKey {
  /** The path to it: keys and the numbers of entries, from 0. */
  readonly path: readonly string[];
  /** The line on which it appears again, from 1. */
  readonly line: number;
}

/** The signs that open, close or separate parts of a JSON text, and its strings. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]/g;

interface Group {
  /** The keys so far; `null` in a list. */
  readonly keys: Set<string> | null;
  /** The key, or the number of the entry, that is being read. */
  at: string;
  /** Whether the next string is a key. */
  awaitsKey: boolean;
}

/**
 * Finds keys that appear twice, of which `JSON.parse` silently keeps the last: someone who copied a
 * group and forgot to rename it would lose the first. Gives no more than `MOST_PROBLEMS`.
 *
 * @param json valid JSON
 */
export function repeatedKeys(json: string): RepeatedKey[] {
  return firstOf(repeatedIn(json), MOST_PROBLEMS);
}

function* repeatedIn(json: string): Generator<RepeatedKey, void> {
  const around: Group[] = [];
  // Counted on from the last one: a wrong file may have a key twice in every line.
  let line = 1;
  let counted = 0;
  for (const { 0: token, index } of json.matchAll(TOKENS)) {
    const group = around.at(-1);
    if (token === '{') around.push({ keys: new Set(), at: '', awaitsKey: true });
    else if (token === '[') around.push({ keys: null, at: '0', awaitsKey: false });
    else if (token === '}' || token === ']') around.pop();
    else if (token === ',') {
      if (group?.keys) group.awaitsKey = true;
      else if (group) group.at = String(Number(group.at) + 1);
    } else if (group?.keys && group.awaitsKey) {
      group.at = JSON.parse(token);
      group.awaitsKey = false;
      if (group.keys.has(group.at)) {
        const path = around.map(({ at }) => at);
        line += json.slice(counted, index).split('\n').length - 1;
        counted = index;
        yield { path, line };
      }
      group.keys.add(group.at);
    }
  }
}
