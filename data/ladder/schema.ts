import * as v from 'valibot';
import { levelIndex, subSkillsOf } from './lookup';

const filled = v.pipe(
  v.string('must be text'),
  v.trim(),
  v.nonEmpty('must not be empty'),
  v.maxLength(4000, 'must be at most 4,000 characters long'),
);

/** Ids appear in links, storage keys and file names, so they keep to what is safe in all three. */
const id = v.pipe(
  v.string('must be text'),
  v.regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'must be lower-case letters and digits joined by hyphens, such as "customer-focus"',
  ),
  v.maxLength(80, 'must be at most 80 characters long'),
);

const named = v.object({ name: filled, meaning: filled });

const levelSchema = v.object({
  id,
  name: filled,
  title: filled,
  summary: filled,
  aliases: v.optional(v.array(filled), []),
});

const subSkillSchema = v.object({
  id,
  name: filled,
  definition: filled,
  words: v.optional(v.array(filled), []),
  expectations: v.record(id, v.record(id, v.array(filled))),
});

const skillAreaSchema = v.object({
  id,
  name: filled,
  summary: filled,
  addsTo: v.optional(v.record(id, id), {}),
  subSkills: v.pipe(v.array(subSkillSchema), v.minLength(1, 'needs at least one sub-skill')),
});

const ladderShape = v.object({
  schema: v.literal(1, 'must be 1, the version this Rung understands'),
  id,
  name: filled,
  summary: filled,
  source: v.object({
    title: filled,
    publisher: filled,
    url: v.nullable(
      v.pipe(v.string(), v.regex(/^https:\/\//, 'must be an https:// address or null')),
    ),
    note: v.string(),
  }),
  levels: v.pipe(v.array(levelSchema), v.minLength(1, 'needs at least one level')),
  relatedRoles: v.optional(v.array(v.object({ name: filled, summary: filled })), []),
  dimensions: v.pipe(
    v.array(v.object({ id, name: filled, meaning: filled })),
    v.minLength(1, 'needs at least one dimension'),
  ),
  guide: v.optional(
    v.object({
      use: v.optional(v.array(filled), []),
      assessment: v.optional(v.array(filled), []),
      ratings: v.optional(v.array(named), []),
      resources: v.optional(v.array(named), []),
    }),
    {},
  ),
  changeLog: v.optional(
    v.array(
      v.object({
        date: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/, 'must be a year and month: 2021-04')),
        changes: v.array(filled),
      }),
    ),
    [],
  ),
  glossary: v.optional(v.array(v.object({ term: filled, meaning: filled })), []),
  skillAreas: v.pipe(v.array(skillAreaSchema), v.minLength(1, 'needs at least one skill area')),
});

export type Ladder = v.InferOutput<typeof ladderShape>;
export type Level = Ladder['levels'][number];
export type Dimension = Ladder['dimensions'][number];
export type SkillArea = Ladder['skillAreas'][number];
export type SubSkill = SkillArea['subSkills'][number];

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
  const where = v.getDotPath(issue) ?? 'The file';
  if (issue.received === 'undefined') return `${where} is missing`;
  return `${where} ${/^(must|needs) /.test(issue.message) ? issue.message : `is not what a ladder has there (${issue.message})`}`;
}

function inconsistencies(ladder: Ladder): string[] {
  const problems: string[] = [];
  const unique = (what: string, ids: string[]) => {
    const seen = new Set<string>();
    for (const one of ids) {
      if (seen.has(one)) problems.push(`${what} "${one}" stands there more than once`);
      seen.add(one);
    }
  };
  unique(
    'The level',
    ladder.levels.map((level) => level.id),
  );
  unique(
    'The dimension',
    ladder.dimensions.map((dimension) => dimension.id),
  );
  unique(
    'The skill area',
    ladder.skillAreas.map((area) => area.id),
  );
  unique(
    'The sub-skill',
    subSkillsOf(ladder).map((subSkill) => subSkill.id),
  );

  for (const area of ladder.skillAreas) {
    for (const [above, below] of Object.entries(area.addsTo)) {
      const [high, low] = [levelIndex(ladder, above), levelIndex(ladder, below)];
      if (high < 0 || low < 0 || low >= high) {
        problems.push(`"${area.name}" says "${above}" adds to "${below}", which is no lower level`);
      }
    }
    for (const subSkill of area.subSkills) {
      for (const [level, cells] of Object.entries(subSkill.expectations)) {
        if (levelIndex(ladder, level) < 0) {
          problems.push(`"${subSkill.name}" has expectations at the unknown level "${level}"`);
        }
        for (const dimension of Object.keys(cells)) {
          if (!ladder.dimensions.some((known) => known.id === dimension)) {
            problems.push(`"${subSkill.name}" uses the unknown dimension "${dimension}"`);
          }
        }
      }
    }
  }
  return problems;
}
