import type { Ladder } from '../ladder/schema';
import type { Evidence } from './record';
import { isRepeated } from './same-tag';
import { isUnplaced } from './unplaced';

/**
 * Whether evidence of another ladder names a sub-skill and a level that this one has too. A company's
 * ladder is often made from one that was there before, or from its own of last year.
 */
export function isFitting(one: Evidence, ladder: Ladder): boolean {
  return one.ladder !== ladder.id && !isUnplaced(one, ladder);
}

/**
 * The evidence of other ladders that could as well be of this one: its sub-skill and its level are
 * there. Left out is what would then say of a passage what another piece says of it already.
 */
export function fittingOn(ladder: Ladder, evidence: readonly Evidence[]): Evidence[] {
  const fitting = evidence.filter((one) => isFitting(one, ladder));
  if (fitting.length === 0) return [];
  const alike = new Map<string, Evidence[]>(fitting.map((one) => [likenessOf(one), []]));
  for (const one of evidence) {
    if (one.ladder === ladder.id) alike.get(likenessOf(one))?.push(one);
  }
  return fitting.filter((one) => {
    const moved = { ...one, ladder: ladder.id };
    const others = alike.get(likenessOf(one));
    if (others?.some((other) => isBeside(other, moved) && isRepeated(other, moved))) return false;
    others?.push(moved);
    return true;
  });
}

/** What two pieces have in common that say the same, but for the ladder. */
function likenessOf({ subSkill, level, kind, target }: Evidence): string {
  return JSON.stringify([subSkill, level, kind, target.selector[0].exact]);
}

/** Of one document, or of one that nobody knows, which may be any. */
function isBeside(one: Evidence, { target: { document } }: Evidence): boolean {
  return document === '' || one.target.document === document;
}
