import { type Days, withinDays } from './days';
import { dayOf } from './evidence/day';
import { EVIDENCE_KINDS, type Evidence, type EvidenceKind } from './evidence/record';
import { expectationsAt } from './ladder/expectations';
import { levelIndex } from './ladder/lookup';
import type { Ladder, Level } from './ladder/schema';

/** How much evidence there is of each kind. */
export type Kinds = Readonly<Record<EvidenceKind, number>>;

/** One sub-skill at one level. */
export interface CoverageCell {
  readonly level: string;
  /** How many pieces of evidence are tagged with it, and whose view they are. */
  readonly count: number;
  readonly kinds: Kinds;
  /** Whether anything is expected there, newly or carried over; otherwise it cannot be a gap. */
  readonly expected: boolean;
}

export interface CoverageRow {
  readonly skillArea: string;
  readonly subSkill: string;
  /** One for each level of the ladder, lowest first. */
  readonly cells: readonly CoverageCell[];
}

/** How far evidence covers a ladder. Every record is counted in exactly one place. */
export interface Coverage {
  /** One for each sub-skill, in the ladder's order. */
  readonly rows: readonly CoverageRow[];
  /** All evidence of this ladder and period, counted by kind, including what has no place in the rows. */
  readonly kinds: Kinds;
  /** What the rows do not hold. */
  readonly elsewhere: {
    /** Of this ladder, of a day before or after the period. */
    readonly outsidePeriod: number;
    /** Of this ladder, with a sub-skill it does not have (any more). */
    readonly unknownSubSkill: number;
    /** Of a sub-skill of this ladder, at a level it does not have (any more). */
    readonly unknownLevel: number;
    /** Of other ladders, at any time. */
    readonly otherLadder: number;
  };
}

const ALWAYS: Days = { from: null, to: null };

/**
 * Counts evidence per sub-skill and level. Takes time in proportion to the evidence and to the
 * size of the ladder, not to their product.
 */
export function coverage(
  ladder: Ladder,
  evidence: readonly Evidence[],
  period: Days = ALWAYS,
): Coverage {
  const dated = period.from !== null || period.to !== null;
  const isWithin = withinDays(period);
  const tallies = new Map(
    ladder.skillAreas.flatMap((skillArea) =>
      skillArea.subSkills.map(({ id }) => [
        id,
        { skillArea: skillArea.id, cells: ladder.levels.map(noKinds) },
      ]),
    ),
  );
  const levels = new Map(ladder.levels.map(({ id }, index) => [id, index]));
  const elsewhere = { outsidePeriod: 0, unknownSubSkill: 0, unknownLevel: 0, otherLadder: 0 };
  const kinds = noKinds();

  for (const one of evidence) {
    const tally = tallies.get(one.subSkill);
    const index = levels.get(one.level);
    const cell = index === undefined ? undefined : tally?.cells[index];
    if (one.ladder !== ladder.id) {
      elsewhere.otherLadder++;
      continue;
    }
    if (dated && !isWithin(dayOf(one))) {
      elsewhere.outsidePeriod++;
      continue;
    }
    kinds[one.kind]++;
    if (!tally) elsewhere.unknownSubSkill++;
    else if (!cell) elsewhere.unknownLevel++;
    else cell[one.kind]++;
  }

  const rows = [...tallies].map(([subSkill, { skillArea, cells }]) => ({
    skillArea,
    subSkill,
    cells: cells.map((ofCell, index) => {
      const level = ladder.levels[index]?.id ?? '';
      const expected = isExpected(ladder, subSkill, level);
      return { level, count: sum(ofCell), kinds: ofCell, expected };
    }),
  }));
  return { rows, kinds, elsewhere };
}

/**
 * The ids of the sub-skills that have expectations but no evidence at a level, in the ladder's order.
 * For my level these are what a review lacks, for the next what to work on.
 *
 * @param levelId a level of the ladder the coverage is of; `[]` for any other
 */
export function gapsAt({ rows }: Coverage, levelId: string): string[] {
  return rows.flatMap(({ subSkill, cells }) => {
    const cell = cells.find(({ level }) => level === levelId);
    return cell?.expected && cell.count === 0 ? [subSkill] : [];
  });
}

/** How many sub-skills have expectations at a level: the total to compare `gapsAt` with. */
export function expectedAt({ rows }: Coverage, levelId: string): number {
  return rows.filter(({ cells }) =>
    cells.some(({ level, expected }) => level === levelId && expected),
  ).length;
}

/**
 * The level just below a hardly covered one, with its amount of evidence, if it has more; otherwise
 * `null`. Someone just promoted finds their earlier evidence there.
 *
 * @param levelId a level of the ladder the coverage is of; `null` for any other
 */
export function standingBelow(
  counted: Coverage,
  ladder: Ladder,
  levelId: string,
): { readonly level: Level; readonly count: number; readonly alone: boolean } | null {
  const level = ladder.levels[levelIndex(ladder, levelId) - 1];
  // Half of what is expected there says enough: what is missing is named anyway.
  const hardly = gapsAt(counted, levelId).length * 2 > expectedAt(counted, levelId);
  if (!level || !hardly) return null;
  const count = countAt(counted, level.id);
  const here = countAt(counted, levelId);
  return count > here ? { level, count, alone: here === 0 } : null;
}

function countAt({ rows }: Coverage, levelId: string): number {
  return rows.reduce(
    (total, { cells }) => total + (cells.find(({ level }) => level === levelId)?.count ?? 0),
    0,
  );
}

function isExpected(ladder: Ladder, subSkillId: string, levelId: string): boolean {
  return expectationsAt(ladder, subSkillId, levelId).some(
    ({ fresh, carried }) => fresh.length > 0 || carried.length > 0,
  );
}

function noKinds(): Record<EvidenceKind, number> {
  return Object.fromEntries(EVIDENCE_KINDS.map((kind) => [kind, 0])) as Record<
    EvidenceKind,
    number
  >;
}

function sum(kinds: Kinds): number {
  return EVIDENCE_KINDS.reduce((total, kind) => total + kinds[kind], 0);
}
