import { BACKUP_FORMAT } from '../export/json';
import { MOST_PROBLEMS } from '../first-of';
import { isObject } from '../json-value';
import { type Ladder, parseLadder, type UnknownKey, unknownKeys } from '../ladder';
import { humanPlace, humanProblem } from './ladder-path';
import { parseJson } from './parse-json';
import { type RepeatedKey, repeatedKeys } from './repeated-keys';

/**
 * Five megabytes, in bytes. The larger of the bundled ladders has 65 kB; what is eighty times
 * larger is another file, and reading it would only make the panel stand still. Look at
 * `File.size` before reading the file, too.
 */
export const MAX_LADDER_FILE_BYTES = 5 * 1024 * 1024;

/**
 * Why a file cannot be imported as a ladder:
 * - `empty`, `not-json`: as it says, `details` have the line where that is known;
 * - `too-large`: more than `MAX_LADDER_FILE_BYTES`;
 * - `backup`: it is a backup, to be restored and not imported as a ladder;
 * - `invalid`: it breaks the ladder's schema, or has a key twice or an evidently misspelt
 *   one; `details` say where;
 * - `bundled`: it has the id of a ladder that comes with Rung.
 */
export type LadderFileProblem =
  | 'empty'
  | 'too-large'
  | 'not-json'
  | 'backup'
  | 'invalid'
  | 'bundled';

export type ReadLadderFile =
  | {
      readonly ok: true;
      readonly ladder: Ladder;
      /** The places of fields that no ladder has, which were left out (`Level 2 "PM2", owner`). */
      readonly leftOut: string[];
      /** Whether there may be more of them. */
      readonly cut: boolean;
    }
  | {
      readonly ok: false;
      readonly problem: LadderFileProblem;
      /**
       * For `invalid` one sentence per problem (`Level 2 "PM2", title is missing`), for `bundled` the
       * id that is taken, for `not-json` the line if it is known; otherwise empty.
       */
      readonly details: string[];
      /** Whether there may be more: those of a file that is wrong almost everywhere are not counted. */
      readonly cut: boolean;
    };

/**
 * Reads a ladder file a user chose. Never throws.
 *
 * @param text the whole file
 * @param bundledIds ids of the ladders that come with Rung and cannot be replaced
 */
export function readLadderFile(text: string, bundledIds: readonly string[]): ReadLadderFile {
  if (isTooLarge(text)) return refuse('too-large');
  const parsed = parseJson(text);
  if (!parsed.ok) {
    return refuse(parsed.problem, parsed.line === undefined ? [] : [String(parsed.line)]);
  }
  const input = parsed.value;
  if (!isObject(input)) return refuse('invalid', ["The file doesn't contain a ladder"]);
  if (input.format === BACKUP_FORMAT) return refuse('backup');
  const repeated = repeatedKeys(text);
  const result = parseLadder(input);
  const unknown = unknownKeys(input);
  const slips = unknown.filter(({ meant }) => meant !== undefined);
  const isFull = (list: readonly unknown[]) => list.length >= MOST_PROBLEMS;
  const cut = isFull(repeated) || isFull(unknown) || (!result.ok && result.cut);
  if (!result.ok || slips.length > 0 || repeated.length > 0) {
    // One slip is one thing to correct: what it was meant to be is not missing as well.
    const meant = new Set(slips.map((slip) => `${siblingOf(slip).join('.')} is missing`));
    const others = (result.ok ? [] : result.problems).filter((problem) => !meant.has(problem));
    const details = [
      ...repeated.map((one) => repeatedWords(one, input)),
      ...new Set(others.map((problem) => humanProblem(problem, input))),
      ...slips.map((slip) => slipWords(slip, input)),
    ];
    return refuse('invalid', details, cut);
  }
  const { ladder } = result;
  if (bundledIds.includes(ladder.id)) return refuse('bundled', [ladder.id]);
  return { ok: true, ladder, leftOut: unknown.map(({ path }) => placeWords(path, input)), cut };
}

function slipWords({ path, meant }: UnknownKey, input: unknown): string {
  return `${placeWords(path, input)} is not a field a ladder has there. Did you mean "${meant}"?`;
}

function repeatedWords({ path, line }: RepeatedKey, input: unknown): string {
  return `${placeWords(path, input)} appears twice, the second time on line ${line}`;
}

function placeWords(path: readonly string[], input: unknown): string {
  return humanPlace(path, input) ?? path.join('.');
}

/** The path of the key that was meant. */
function siblingOf({ path, meant = '' }: UnknownKey): string[] {
  return [...path.slice(0, -1), meant];
}

function refuse(problem: LadderFileProblem, details: string[] = [], cut = false): ReadLadderFile {
  return { ok: false, problem, details, cut };
}

function isTooLarge(text: string): boolean {
  // A UTF-16 unit is one to three bytes of UTF-8, so most files need no counting.
  if (text.length > MAX_LADDER_FILE_BYTES) return true;
  if (text.length * 3 <= MAX_LADDER_FILE_BYTES) return false;
  return new TextEncoder().encode(text).length > MAX_LADDER_FILE_BYTES;
}
