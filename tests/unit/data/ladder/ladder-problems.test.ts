import { describe, expect, it } from 'vitest';
import { parseLadder } from '../../../../data/ladder';
import { ladderShape } from '../../../../data/ladder/schema';
import { LADDER } from '../../../fixtures/records';

/** What of a schema says what is to stand in it. */
interface Node {
  readonly type: string;
  readonly wrapped?: Node;
  readonly pipe?: readonly Node[];
  readonly item?: Node;
  readonly value?: Node;
  readonly entries?: Readonly<Record<string, Node>>;
}

interface Place {
  readonly path: readonly string[];
  readonly kind: string;
  /** Whether `null` may stand there, too. */
  readonly nullable: boolean;
}

function inner(node: Node): Node {
  if (node.wrapped) return inner(node.wrapped);
  return node.pipe?.find((one) => one.item ?? one.value ?? one.entries) ?? node;
}

const isNullable = (node: Node): boolean =>
  node.type === 'nullable' || (node.wrapped !== undefined && isNullable(node.wrapped));

/** Every place that the schema has, one entry of each list and group among them. */
function places(node: Node, path: readonly string[] = []): Place[] {
  const { type, item, value, entries } = inner(node);
  const below = [
    ...(item ? places(item, [...path, '0']) : []),
    ...(value ? places(value, [...path, 'a']) : []),
    ...Object.entries(entries ?? {}).flatMap(([key, one]) => places(one, [...path, key])),
  ];
  return [{ path, kind: type, nullable: isNullable(node) }, ...below];
}

/** A value for a node in which every place below it is there, right in kind if not in content. */
function filled(node: Node): unknown {
  const { type, item, value, entries } = inner(node);
  if (item) return [filled(item)];
  if (value) return { a: filled(value) };
  if (entries) {
    return Object.fromEntries(Object.entries(entries).map(([key, one]) => [key, filled(one)]));
  }
  return type === 'literal' ? 1 : 'text';
}

function withAt(whole: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const part = (whole as Record<string, unknown>)[key];
  const changed = { ...(whole as object), [key]: withAt(part, rest, value) };
  return Array.isArray(whole) ? Object.values(changed) : changed;
}

const SHAPE = ladderShape as unknown as Node;
const WHOLE = filled(SHAPE);

const VALUES: [kind: string, value: unknown, words: string][] = [
  ['null', null, 'null'],
  ['boolean', true, 'true'],
  ['number', 7, 'the number 7'],
  ['string', 'some text', 'text'],
  ['array', [], 'a list'],
  ['object', {}, 'a group in curly brackets'],
];

const WANTED: Record<string, RegExp> = {
  object: /must be a group in curly brackets/,
  record: /must be a group in curly brackets/,
  array: /must be a list in square brackets/,
  string: /must be (?:text|an https:\/\/ address) in quotation marks/,
  literal: /must be the number 1\b/,
};

const fits = ({ kind, nullable }: Place, given: string) =>
  given === kind || (kind === 'record' && given === 'object') || (nullable && given === 'null');

describe('a value of another kind than a ladder has there', () => {
  const all = places(SHAPE);

  it('is tried at every kind of place', () => {
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(Object.keys(WANTED)));
    expect(all.filter(({ nullable }) => nullable)).toHaveLength(1);
    expect(all.length).toBeGreaterThan(50);
  });

  it.each(VALUES)('is said in plain words: %s', (given, value, words) => {
    for (const place of all.filter((one) => !fits(one, given))) {
      const where = place.path.join('.') || 'The ladder';
      const result = parseLadder(withAt(WHOLE, place.path, value));
      const problems = result.ok ? [] : result.problems;
      const said = problems.find((one) => one.startsWith(`${where} must`)) ?? '';
      expect(said, where).toMatch(WANTED[place.kind] as RegExp);
      expect(said, where).toMatch(new RegExp(`, but is ${words}$`));
      expect(problems.join('\n')).not.toMatch(
        /Invalid|Expected|[Rr]eceived|Object|Array|undefined|NaN|function/,
      );
    }
  });
});

it('says of a part that is not there that it is missing', () => {
  const result = parseLadder({});
  expect(result.ok || result.problems).toEqual([
    'schema is missing',
    'id is missing',
    'name is missing',
    'summary is missing',
    'source is missing',
    'levels is missing',
    'dimensions is missing',
    'skillAreas is missing',
  ]);
});

it.each(['2021-00', '2021-13', '2021-1'])('a change of %s was in no month', (date) => {
  const changed = { ...LADDER, changeLog: [{ date, changes: ['Something.'] }] };
  const parsed = parseLadder(changed);
  expect(parsed.ok ? [] : parsed.problems).toEqual([expect.stringContaining('a year and month')]);
});
