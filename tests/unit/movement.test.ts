import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const LONGEST_MS = 150;

const sheets = ['components', 'entrypoints'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => join(folder, name)),
);
const rules = sheets.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /^\s*(transition|animation)(-[a-z]+)?:/.test(line))
    .map((line) => `${file}: ${line.trim()}`),
);
const tokens = readFileSync('components/theme/tokens.css', 'utf8');

it('every movement has the one length there is for it, and what only waits has none', () => {
  expect(rules).not.toEqual([]);
  expect(rules.filter((rule) => !/ (var\(--quick\)|0s) /.test(rule))).toEqual([]);
});

it('that is short, and none where no movement is wanted', () => {
  const [usual, reduced] = tokens.split('(prefers-reduced-motion: reduce)');
  expect(Number(usual?.match(/--quick: (\d+)ms;/)?.[1])).toBeLessThan(LONGEST_MS);
  expect(reduced).toContain('--quick: 0s;');
});
