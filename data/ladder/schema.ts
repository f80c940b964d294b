import * as v from 'valibot';
import { isObject } from '../json-value';

// What is wrong with a ladder is said here and not in locales/: each sentence stands beside the rule it
// speaks of, for whoever writes the file, whose fields have English names in any language. Of a value of
// another kind `parseLadder` says what is there instead.

const text = v.string('must be text in quotation marks');

const filled = v.pipe(
  text,
  v.trim(),
  v.nonEmpty('must not be empty'),
  v.maxLength(4000, 'must be at most 4,000 characters long'),
);

const OF_JAVASCRIPT = 'a name reserved by JavaScript, such as "constructor"';
const isOfJavaScript = (text: string) => text in Object.prototype || text === 'prototype';

/** Ids appear in links, storage keys and file names, so they keep to what is safe in all three. */
const id = v.pipe(
  text,
  v.regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'must be lower-case letters and digits joined by hyphens, such as "customer-focus"',
  ),
  v.maxLength(80, 'must be at most 80 characters long'),
  v.check((text) => !isOfJavaScript(text), `must not be ${OF_JAVASCRIPT}`),
);

function list<const T extends v.GenericSchema>(item: T) {
  return v.array(item, 'must be a list in square brackets');
}

/**
 * Valibot takes a list for an object: it would say that parts are missing, or nothing at all. And it
 * silently leaves names reserved by JavaScript out of a record.
 */
function inCurlyBrackets<const T extends v.GenericSchema>(schema: T) {
  return v.pipe(
    v.custom<v.InferInput<T>>(isObject, 'must be a group in curly brackets'),
    v.check(
      (group) => !Object.keys(group as object).some(isOfJavaScript),
      `must not use ${OF_JAVASCRIPT}`,
    ),
    schema as v.GenericSchema<v.InferInput<T>, v.InferOutput<T>>,
  );
}

function group<const T extends v.ObjectEntries>(entries: T) {
  return inCurlyBrackets(v.object(entries));
}

function byId<const T extends v.GenericSchema>(value: T) {
  return inCurlyBrackets(v.record(id, value));
}

const named = group({ name: filled, meaning: filled });

const levelSchema = group({
  id,
  name: filled,
  title: filled,
  summary: filled,
  aliases: v.optional(list(filled), []),
});

const subSkillSchema = group({
  id,
  name: filled,
  definition: filled,
  words: v.optional(list(filled), []),
  expectations: byId(byId(list(filled))),
});

const skillAreaSchema = group({
  id,
  name: filled,
  summary: filled,
  addsTo: v.optional(byId(id), {}),
  subSkills: v.pipe(list(subSkillSchema), v.minLength(1, 'needs at least one sub-skill')),
});

/** The shape of a ladder file. What it means is checked in `./consistency`. */
export const ladderShape = group({
  schema: v.literal(1, 'must be the number 1, the version Rung understands'),
  id,
  name: filled,
  summary: filled,
  source: group({
    title: filled,
    publisher: filled,
    url: v.nullable(
      v.pipe(
        v.string('must be an https:// address in quotation marks, or null'),
        v.regex(/^https:\/\//, 'must be an https:// address, or null without quotation marks'),
      ),
    ),
    note: text,
  }),
  levels: v.pipe(list(levelSchema), v.minLength(1, 'needs at least one level')),
  relatedRoles: v.optional(list(group({ name: filled, summary: filled })), []),
  dimensions: v.pipe(
    list(group({ id, name: filled, meaning: filled })),
    v.minLength(1, 'needs at least one dimension'),
  ),
  guide: v.optional(
    group({
      use: v.optional(list(filled), []),
      assessment: v.optional(list(filled), []),
      ratings: v.optional(list(named), []),
      resources: v.optional(list(named), []),
    }),
    {},
  ),
  changeLog: v.optional(
    list(
      group({
        date: v.pipe(
          text,
          v.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'must be a year and month: 2021-04'),
        ),
        changes: list(filled),
      }),
    ),
    [],
  ),
  glossary: v.optional(list(group({ term: filled, meaning: filled })), []),
  skillAreas: v.pipe(list(skillAreaSchema), v.minLength(1, 'needs at least one skill area')),
});

export type Ladder = v.InferOutput<typeof ladderShape>;
export type Level = Ladder['levels'][number];
export type Dimension = Ladder['dimensions'][number];
export type SkillArea = Ladder['skillAreas'][number];
export type SubSkill = SkillArea['subSkills'][number];
