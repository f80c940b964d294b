import * as v from 'valibot';

// What is wrong with a ladder is said here and not in locales/: each sentence stands beside the rule it
// speaks of, for whoever writes the file, whose fields have English names in any language.

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
  v.check((text) => !(text in Object.prototype), 'must not be "constructor", a name of JavaScript'),
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

/** The shape of a ladder file. What it means is checked in `./consistency`. */
export const ladderShape = v.object({
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
