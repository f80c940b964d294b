import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A passage of one text and where it stands in a later one. */
export interface Case {
  before: string;
  after: string;
  start: number;
  end: number;
  label: string;
  /** Accepted ranges in `after`; none when the passage is gone. */
  accepted: [number, number][];
  /** Documents with the same group belong to the same half. */
  group: string;
}

interface DocumentLine {
  id: string;
  text?: string;
  parts?: string[];
  base?: string;
  transform?: string;
}

interface CaseLine {
  a: string;
  b: string;
  start: number;
  end: number;
  label: string;
  gt: [number, number][];
}

/** Reads the cases of a folder in the form that the README beside describes. */
export function readCases(folder: string): Case[] {
  const lines = gunzipSync(readFileSync(join(folder, 'docs.jsonl.gz'))).toString('utf8');
  const documents = new Map(parseLines<DocumentLine>(lines).map((line) => [line.id, line]));
  const texts = new Map<string, string>();
  const textOf = (id: string): string => {
    const known = texts.get(id);
    if (known !== undefined) return known;
    const line = documents.get(id);
    if (!line) throw new Error(`No document "${id}" in ${folder}.`);
    const text = line.parts
      ? line.parts.map(textOf).join('\n\n')
      : line.base
        ? withTypography(textOf(line.base), line.transform ?? '')
        : oneUnitEach(line.text ?? '');
    texts.set(id, text);
    return text;
  };
  const cases = readFileSync(join(folder, 'cases.jsonl'), 'utf8');
  return parseLines<CaseLine>(cases).map(({ a, b, start, end, label, gt }) => ({
    before: textOf(a),
    after: textOf(b),
    start,
    end,
    label,
    accepted: gt,
    group: a.split('@')[0] ?? a,
  }));
}

function parseLines<Line>(text: string): Line[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

/** Offsets in the files count characters: those beyond the basic plane become one unit. */
function oneUnitEach(text: string): string {
  return text.replace(/[\u{10000}-\u{10FFFF}]/gu, '\u25A1');
}

function withTypography(text: string, name: string): string {
  if (name === 'nonewline') return text.replaceAll('\n', '');
  if (name === 'curly') {
    return text
      .replace(/(^|[ \n([])"/g, '$1\u201C')
      .replaceAll('"', '\u201D')
      .replace(/(^|[ \n([])'/g, '$1\u2018')
      .replaceAll("'", '\u2019');
  }
  let spaces = 0;
  return text.replaceAll(' ', () => (++spaces % 5 === 0 ? '\u00A0' : ' '));
}
