import { STOP_WORDS } from './common-words';
import type { Word } from './words';

/** What people say who want to know all that a level asks for. */
const ASKING =
  /^(levels?|expect(s|ed|ations?)?|criteria|promot(e|ed|ion)|gaps?|ladder|role|responsibilit(y|ies))$/;
/** "Senior requirements" may be requirements that a senior writes; "requirements for senior" are not. */
const ASKING_BEFORE = /\b(requirements?|requires?|required|needed)\s+(for|of|at|to|from)\b/i;

/**
 * Whether a query that names a level asks for nothing else: "what is expected at staff".
 *
 * @param words those left when the level was taken from it
 * @param query all of it
 */
export function asksForLevelAlone(words: readonly Word[], query: string): boolean {
  const isBefore = ASKING_BEFORE.test(query);
  return words.every(
    ({ text }) =>
      STOP_WORDS.has(text) || ASKING.test(text) || (isBefore && /^(requir|needed)/.test(text)),
  );
}
