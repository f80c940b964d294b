import * as v from 'valibot';
import { isObject } from '../json-value';
import { inconsistencies } from './consistency';
import { type Ladder, ladderShape } from './schema';

export type ParsedLadder =
  | { readonly ok: true; readonly ladder: Ladder }
  | { readonly ok: false; readonly problems: string[] };

/**
 * Checks that `input` is a ladder, in shape and in meaning: ids are unique, every expectation
 * stands at a level and in a dimension that the ladder has, and a level adds only to a lower one.
 *
 * @param input anything, usually parsed JSON; it is not changed
 * @returns the ladder with optional parts filled in, or every problem found, each a sentence that
 *   starts with where it is (`skillAreas.0.name must not be empty`). Never throws.
 */
export function parseLadder(input: unknown): ParsedLadder {
  const result = v.safeParse(ladderShape, input);
  if (!result.success) return { ok: false, problems: result.issues.map(describeIssue) };
  const problems = inconsistencies(result.output);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, ladder: result.output };
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
