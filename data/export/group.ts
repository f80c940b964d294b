import { compareDays } from '../days';
import { dayOf } from '../evidence/day';
import { oldestFirst } from '../evidence/order';
import type { Evidence } from '../evidence/record';
import { expectationsAt } from '../ladder/expectations';
import { findLevel, levelIndex } from '../ladder/lookup';
import type { Ladder, Level, SkillArea, SubSkill } from '../ladder/schema';
import { compare } from '../order';
import type { ExportInclude, LadderPart } from './include';
import type { ExportWords } from './words';

/** What every export takes. `evidence` is what the user sees, in any order; it is not changed. */
export interface ExportInput {
  readonly ladders: readonly Ladder[];
  readonly evidence: readonly Evidence[];
  readonly exportedAt: Date;
  /** The days the export is limited to, as a line of their own; `null` where it is not limited. */
  readonly days: string | null;
  readonly include: ExportInclude;
  readonly words: ExportWords;
}

/** One expectation that evidence speaks for. */
export interface Expectation {
  /** The dimension's name (Scope, Autonomy, Impact); `undefined` on a ladder with only one. */
  readonly dimension: string | undefined;
  readonly statement: string;
  /** The lower level it is carried over from; `undefined` where the level states it itself. */
  readonly from: Level | undefined;
  /**
   * True where the level is silent and stands alone: `from` is then the level that spoke of it
   * last, and nothing says that it still holds.
   */
  readonly unstated: boolean;
}

export interface LevelGroup {
  /** The level's id as the evidence has it. */
  readonly levelId: string;
  /** `undefined` where the ladder has no such level (any more). */
  readonly level: Level | undefined;
  /** As many as were asked for. */
  readonly expectations: readonly Expectation[];
  /** Oldest first. */
  readonly evidence: readonly Evidence[];
}

export interface SubSkillGroup {
  readonly subSkill: SubSkill;
  /** Lowest level first, unknown levels last. */
  readonly levels: readonly LevelGroup[];
}

export interface SkillAreaGroup {
  readonly skillArea: SkillArea;
  readonly subSkills: readonly SubSkillGroup[];
}

export interface LadderGroup {
  readonly ladder: Ladder;
  readonly skillAreas: readonly SkillAreaGroup[];
}

export interface EvidenceGroups {
  /** Ladders, skill areas and sub-skills in their own order; those without evidence left out. */
  readonly ladders: readonly LadderGroup[];
  /** Evidence of a ladder or sub-skill that is not there (any more), oldest first. */
  readonly unplaced: readonly Evidence[];
}

/**
 * Sorts evidence into ladder, skill area, sub-skill and level. None is ever left out.
 *
 * @param part what to say of the ladder at each level
 */
export function groupEvidence(
  ladders: readonly Ladder[],
  evidence: readonly Evidence[],
  part: LadderPart,
): EvidenceGroups {
  const bySubSkill = new Map<string, Evidence[]>();
  for (const one of byAge(evidence)) {
    put(bySubSkill, slot(one.ladder, one.subSkill), one);
  }

  const take = (ladder: Ladder, subSkill: SubSkill) => {
    const key = slot(ladder.id, subSkill.id);
    const found = bySubSkill.get(key) ?? [];
    bySubSkill.delete(key);
    return found;
  };
  const groups = ladders.map((ladder) => ({
    ladder,
    skillAreas: ladder.skillAreas
      .map((skillArea) => ({
        skillArea,
        subSkills: skillArea.subSkills
          .map((subSkill) => ({
            subSkill,
            levels: groupByLevel(ladder, subSkill, take(ladder, subSkill), part),
          }))
          .filter(({ levels }) => levels.length > 0),
      }))
      .filter(({ subSkills }) => subSkills.length > 0),
  }));
  return {
    ladders: groups.filter(({ skillAreas }) => skillAreas.length > 0),
    unplaced: byAge([...bySubSkill.values()].flat()),
  };
}

/**
 * What is expected in a sub-skill at a level, to compare its evidence with. `all` is, in each
 * dimension, what the level states itself, then what it carries over; where there is neither, what
 * was said last, marked as such.
 *
 * `stated` is what the level states itself, in whichever dimensions. Where it states nothing itself,
 * there would be nothing to compare with: then it is, in each dimension, what the nearest lower level
 * that has something states, with the name of that level.
 */
export function expectationsFor(
  ladder: Ladder,
  subSkillId: string,
  levelId: string,
  part: LadderPart,
): Expectation[] {
  if (part === 'none') return [];
  const several = ladder.dimensions.length > 1;
  const expected = expectationsAt(ladder, subSkillId, levelId);
  const states = expected.some(({ fresh }) => fresh.length > 0);
  return expected.flatMap(({ dimension, fresh, carried, unstated }) => {
    const name = several ? dimension.name : undefined;
    const below = part === 'all' ? carried : states ? [] : carried.slice(0, 1);
    return [{ from: undefined, statements: fresh }, ...below].flatMap(({ from, statements }) =>
      statements.map((statement) => ({ dimension: name, statement, from, unstated })),
    );
  });
}

function groupByLevel(
  ladder: Ladder,
  { id }: SubSkill,
  evidence: Evidence[],
  part: LadderPart,
): LevelGroup[] {
  const byLevel = new Map<string, Evidence[]>();
  for (const one of evidence) put(byLevel, one.level, one);
  const rank = (levelId: string) => {
    const index = levelIndex(ladder, levelId);
    return index < 0 ? ladder.levels.length : index;
  };
  return [...byLevel]
    .sort(([a], [b]) => rank(a) - rank(b) || compare(a, b))
    .map(([levelId, found]) => ({
      levelId,
      level: findLevel(ladder, levelId),
      expectations: expectationsFor(ladder, id, levelId, part),
      evidence: found,
    }));
}

// Ids hold no space (see the ladder's schema); an imported record's may, and then meets nothing.
const slot = (ladderId: string, subSkillId: string) => `${ladderId} ${subSkillId}`;

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** By the day it speaks of, and within one by when it was tagged. */
function byAge(evidence: readonly Evidence[]): Evidence[] {
  return evidence
    .map((one) => [dayOf(one), one] as const)
    .sort(([dayA, a], [dayB, b]) => compareDays(dayA, dayB) || oldestFirst(a, b))
    .map(([, one]) => one);
}
