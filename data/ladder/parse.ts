import * as v from 'valibot';
import { MOST_PROBLEMS } from '../first-of';
import { isObject } from '../json-value';
import { inconsistencies } from './consistency';
import { type Ladder, ladderShape } from './schema';

export type ParsedLadder =
  | { readonly ok: true; readonly ladder: Ladder }
  | {
      readonly ok: false;
      readonly problems: string[];
      /** Whether there may be more: those of a file that is wrong almost everywhere are not counted. */
      readonly cut: boolean;
    };

/**
 * Checks that `input` is a ladder, in shape and in meaning: ids are unique, every expectation
 * stands at a level and in a dimension that the ladder has, and a level adds only to a lower one.
 *
 * @param input anything, usually parsed JSON; it is not changed
 * @returns the ladder with optional parts filled in, or every problem found up to about
 *   `MOST_PROBLEMS`, each a sentence that starts with where it is (`skillAreas.0.name must not be
 *   empty`). Never throws.
 */
export function parseLadder(input: unknown): ParsedLadder {
  const patience = new Patience();
  // `safeParse` would ask only once, at the beginning, whether to stop at a problem.
  const result = ladderShape['~run']({ value: input }, patience);
  if (result.issues) {
    return { ok: false, problems: result.issues.map(describeIssue), cut: patience.abortEarly };
  }
  const ladder = result.value as Ladder;
  const problems = inconsistencies(ladder);
  if (problems.length === 0) return { ok: true, ladder };
  return {
    ok: false,
    problems: problems.slice(0, MOST_PROBLEMS),
    cut: problems.length > MOST_PROBLEMS,
  };
}

/** Stops at a problem only once there were many: Valibot asks for each, in every part around it. */
class Patience {
  private asked = 0;

  get abortEarly(): boolean {
    this.asked++;
    return this.asked > MOST_PROBLEMS;
  }
}

function describeIssue(issue: v.BaseIssue<unknown>): string {
  const where = v.getDotPath(issue) ?? 'The ladder';
  if (issue.received === 'undefined') return `${where} is missing`;
  const instead = issue.kind === 'schema' ? `, but is ${kindOf(issue.input)}` : '';
  return `${where} ${issue.message}${instead}`;
}

/** What a value is to whoever wrote the file. */
function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isObject(value)) return 'a group in curly brackets';
  if (typeof value === 'string') return 'text';
  return typeof value === 'number' ? `the number ${value}` : String(value);
}
