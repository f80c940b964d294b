import type { LadderIndex } from './ladder-index';
import type { QueryTerms } from './query-terms';

/** How much words in common with a name count beside words found anywhere. */
const NAME = 1.5;
/** An area's name stands for all of its sub-skills, so it says less for each. */
const AREA = 0.4;
/** How much it counts if a name is, begins with or has the query as it was typed. */
const WHOLE = { same: 1.2, begins: 0.7, has: 0.5 } as const;
/** Shorter beginnings of a word inside a name are chance. */
const SHORTEST_INSIDE = 4;

/**
 * Adds what names say.
 *
 * @param text the query as `foldText` makes it, without what was read as level or dimension
 */
export function addNames(
  index: LadderIndex,
  query: QueryTerms,
  text: string,
  scores: Float64Array,
): void {
  const bySureness = new Map<number, number>();
  let asked = 0;
  for (const word of query.words) {
    asked += word.weight;
    for (const { term, weight } of word.alternatives) {
      bySureness.set(term, Math.max(weight * word.weight, bySureness.get(term) ?? 0));
    }
  }
  for (const { place, nameTerms, foldedName, areaTerms } of index.subSkills) {
    const name = likeness(nameTerms, bySureness, asked, index);
    const area = likeness(areaTerms, bySureness, asked, index) * AREA;
    let whole = 0;
    if (foldedName === text) whole = WHOLE.same;
    else if (text.length > 1 && foldedName.startsWith(text)) whole = WHOLE.begins;
    else if (text.length >= SHORTEST_INSIDE && ` ${foldedName}`.includes(` ${text}`))
      whole = WHOLE.has;
    scores[place] = (scores[place] as number) + NAME * Math.max(name, area) + whole;
  }
}

/** How alike a name and a query are: the harmonic mean of what each has of the other (F1). */
function likeness(
  nameTerms: readonly number[],
  bySureness: ReadonlyMap<number, number>,
  asked: number,
  index: LadderIndex,
): number {
  let [common, size] = [0, 0];
  for (const term of nameTerms) {
    size += index.termWeight(term);
    common += bySureness.get(term) ?? 0;
  }
  return size + asked > 0 ? (2 * Math.min(common, asked)) / (size + asked) : 0;
}
