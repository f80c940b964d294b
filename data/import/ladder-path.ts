import { isObject } from '../json-value';

/** What an entry of each list in a ladder file is called. */
const ENTRY_NAMES: Readonly<Record<string, string>> = {
  levels: 'level',
  aliases: 'alias',
  relatedRoles: 'related role',
  dimensions: 'dimension',
  use: 'advice',
  assessment: 'assessment',
  ratings: 'rating',
  resources: 'resource',
  changeLog: 'change',
  changes: 'change',
  glossary: 'glossary entry',
  skillAreas: 'skill area',
  subSkills: 'sub-skill',
  words: 'word',
};

/**
 * A problem of `parseLadder` with its place said as a person counts: `skillAreas.0.subSkills.2.name
 * must not be empty` becomes `Skill area 1 "Insight", sub-skill 3, name must not be empty`. A
 * problem that names its place another way stays as it is.
 *
 * @param input the file's value, to name what stands at the place
 */
export function humanProblem(problem: string, input: unknown): string {
  const [, path = '', rest = ''] = /^(.+?)( (?:is missing|must|needs)\b.*)$/s.exec(problem) ?? [];
  const place = path && humanPlace(path.split('.'), input);
  return place ? place + rest : problem;
}

/**
 * A place in a file as a person counts, to begin a sentence with.
 *
 * @param keys what leads there; `undefined` is said where nothing does
 */
export function humanPlace(keys: readonly string[], input: unknown): string | undefined {
  const place = placeOf(keys, input);
  // Whoever has misspelt a key types what is shown here.
  if (!place || keys.length === 1) return place && `"${place}"`;
  return place.charAt(0).toUpperCase() + place.slice(1);
}

function placeOf(keys: readonly string[], input: unknown): string | undefined {
  const parts: string[] = [];
  let here = input;
  for (const [at, key] of keys.entries()) {
    const isEntry = Array.isArray(here);
    if (isEntry ? !/^\d+$/.test(key) : !isObject(here)) return undefined;
    here = (here as Record<string, unknown>)[key];
    if (isEntry) {
      const list = keys[at - 1] ?? '';
      parts.pop();
      parts.push(`${ENTRY_NAMES[list] ?? `${list}, item`} ${Number(key) + 1}${nameOf(here)}`);
    } else {
      parts.push(key);
    }
  }
  return parts.join(', ');
}

function nameOf(value: unknown): string {
  const name = isObject(value) ? (value.name ?? value.term) : undefined;
  return typeof name === 'string' && name.trim() !== '' ? ` "${name.trim()}"` : '';
}
