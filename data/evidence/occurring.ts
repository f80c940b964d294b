import { findLevel, findSubSkill, type Ladder } from '../ladder';
import { documentNames } from './document-names';
import type { Evidence } from './record';

/** What evidence can be narrowed down to, each with its name for people. */
type Choices = [value: string, name: string][];

/** A sub-skill or level, with the name of its ladder in case another has one of the same name. */
interface Named {
  readonly name: string;
  readonly ladder: string;
}

/**
 * The ladders, sub-skills, levels and documents that occur in evidence, as a filter has them (see
 * `EvidenceFilter`), by name; and the ladders that lack a sub-skill or level it names.
 */
export function occurring(evidence: readonly Evidence[], ladders: readonly Ladder[]) {
  const onLadders = new Map<string, string>();
  const changed = new Map<string, string>();
  const subSkills = new Map<string, Named>();
  const levels = new Map<string, Named>();
  const named = (id: string, name: string | undefined, ladder: Ladder | undefined, of: string) => ({
    name: name ?? id,
    ladder: ladder?.name ?? of,
  });
  for (const one of evidence) {
    const subSkill = `${one.ladder}/${one.subSkill}`;
    const level = `${one.ladder}/${one.level}`;
    // Ten thousand pieces speak of a few dozen: each is looked up once.
    if (subSkills.has(subSkill) && levels.has(level)) continue;
    const ladder = ladders.find(({ id }) => id === one.ladder);
    const found = ladder && findSubSkill(ladder, one.subSkill)?.subSkill;
    const onLevel = ladder && findLevel(ladder, one.level);
    onLadders.set(one.ladder, ladder?.name ?? one.ladder);
    if (ladder && !(found && onLevel)) changed.set(ladder.id, ladder.name);
    subSkills.set(subSkill, named(one.subSkill, found?.name, ladder, one.ladder));
    levels.set(level, named(one.level, onLevel?.name, ladder, one.ladder));
  }
  return {
    ladders: byName(onLadders),
    changed: byName(changed),
    subSkills: byName(told(subSkills)),
    levels: byName(told(levels)),
    documents: byName(documentNames(evidence)),
  };
}

/** A sub-skill as a filter has it, `ladder/sub-skill`, by its name; as it stands where that is not known. */
export function subSkillNamed(key: string, ladders: readonly Ladder[]): string {
  const { ladder, id } = placeIn(key, ladders);
  return (ladder && findSubSkill(ladder, id)?.subSkill.name) ?? key;
}

/** The same of a level, `ladder/level`. */
export function levelNamed(key: string, ladders: readonly Ladder[]): string {
  const { ladder, id } = placeIn(key, ladders);
  return (ladder && findLevel(ladder, id)?.name) ?? key;
}

function placeIn(key: string, ladders: readonly Ladder[]) {
  const end = key.indexOf('/');
  return { ladder: ladders.find(({ id }) => id === key.slice(0, end)), id: key.slice(end + 1) };
}

const byName = (choices: Map<string, string>): Choices =>
  [...choices].sort(([, a], [, b]) => a.localeCompare(b));

/** Each by its name, and by its ladder's where the name is not its own. */
function told(choices: ReadonlyMap<string, Named>): Map<string, string> {
  const taken = new Map<string, number>();
  for (const { name } of choices.values()) taken.set(name, (taken.get(name) ?? 0) + 1);
  return new Map(
    [...choices].map(([id, { name, ladder }]) => [
      id,
      (taken.get(name) ?? 0) > 1 ? `${name} · ${ladder}` : name,
    ]),
  );
}
