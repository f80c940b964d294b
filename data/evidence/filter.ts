import { withinDays } from '../days';
import type { Ladder } from '../ladder/schema';
import type { EvidenceSearch } from '../search/evidence';
import { dayOf } from './day';
import type { Evidence, EvidenceKind } from './record';
import { isUnplaced } from './unplaced';

/** Which evidence to show; every part that is `null` or `''` lets everything through. */
export interface EvidenceFilter {
  readonly query: string;
  /** Id of the only ladder it is of. */
  readonly ladder: string | null;
  /** Id of the one ladder it is not of: what belongs to any other. */
  readonly notLadder: string | null;
  /** Id of the ladder it is of, with a sub-skill or level that the ladder does not have (any more). */
  readonly unplaced: string | null;
  /** `ladder/sub-skill`, both ids. */
  readonly subSkill: string | null;
  /** `ladder/level`, both ids: ladders made from one another have levels of the same ids. */
  readonly level: string | null;
  /** Canonical document key. */
  readonly document: string | null;
  readonly kind: EvidenceKind | null;
  /** First and last day it speaks of (see `dayOf`), `YYYY-MM-DD`, both included. */
  readonly from: string | null;
  readonly to: string | null;
  /** Just this record. */
  readonly id: string | null;
}

export const EVERYTHING: EvidenceFilter = {
  query: '',
  ladder: null,
  notLadder: null,
  unplaced: null,
  subSkill: null,
  level: null,
  document: null,
  kind: null,
  from: null,
  to: null,
  id: null,
};

/** How many parts of a filter hold something back, the text that is searched for included. */
export function narrowings(filter: EvidenceFilter): number {
  return Object.values(filter).filter((part) => part !== null && part.trim() !== '').length;
}

/**
 * The evidence a filter lets through: in the order given, or best match first where text is
 * searched for.
 *
 * @param search knows at least the records in `evidence`; used only for text
 * @param ladders used only for `unplaced`: nothing is so of a ladder that is not among them
 */
export function filterEvidence(
  evidence: readonly Evidence[],
  filter: EvidenceFilter,
  search: Pick<EvidenceSearch, 'search'>,
  ladders: readonly Ladder[] = [],
): Evidence[] {
  const dated = filter.from !== null || filter.to !== null;
  const isWithin = withinDays(filter);
  const changed = ladders.find(({ id }) => id === filter.unplaced);
  const passes = (one: Evidence) =>
    (filter.id === null || one.id === filter.id) &&
    (filter.ladder === null || one.ladder === filter.ladder) &&
    (filter.notLadder === null || one.ladder !== filter.notLadder) &&
    (filter.unplaced === null || (one.ladder === changed?.id && isUnplaced(one, changed))) &&
    (filter.subSkill === null || `${one.ladder}/${one.subSkill}` === filter.subSkill) &&
    (filter.level === null || `${one.ladder}/${one.level}` === filter.level) &&
    (filter.document === null || one.target.document === filter.document) &&
    (filter.kind === null || one.kind === filter.kind) &&
    (!dated || isWithin(dayOf(one)));

  if (filter.query.trim() === '') return evidence.filter(passes);
  const byId = byIdOf(evidence);
  const found: Evidence[] = [];
  for (const id of search.search(filter.query, { limit: evidence.length })) {
    const one = byId.get(id);
    if (one && passes(one)) found.push(one);
  }
  return found;
}

/** Kept for as long as their list is: with every key the same ten thousand are searched. */
const known = new WeakMap<readonly Evidence[], ReadonlyMap<string, Evidence>>();

function byIdOf(evidence: readonly Evidence[]): ReadonlyMap<string, Evidence> {
  let byId = known.get(evidence);
  if (!byId) {
    byId = new Map(evidence.map((one) => [one.id, one]));
    known.set(evidence, byId);
  }
  return byId;
}
