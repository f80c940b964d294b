import type { Unreached } from '../messages/reading';

/** Asks the popup to explain itself: why nothing came of the page, and that a passage can be pasted. */
const HASHES: Readonly<Record<Unreached, string>> = {
  'no-access': '#refused',
  'no-answer': '#unanswered',
};

/** The hash that has the popup say why nothing came of a page. */
export function refusedHash(why: Unreached): string {
  return HASHES[why];
}

/** What a popup with this hash is to say; `null` where it was opened as it always is. */
export function refusedBy(hash: string): Unreached | null {
  const reasons = Object.keys(HASHES) as Unreached[];
  return reasons.find((why) => HASHES[why] === hash) ?? null;
}
