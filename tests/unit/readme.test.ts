import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ACTIONS, PLACES, type Place } from '../e2e/support/places';

const README = readFileSync('README.md', 'utf8');

/** The cells of a section's only table, a list a row, without the line under its head. */
function tableIn(heading: string): string[][] {
  const [, section = ''] = README.split(`\n## ${heading}\n`);
  const [own = ''] = section.split('\n## ');
  const rows = own.split('\n').filter((line) => line.startsWith('|'));
  return rows
    .map((row) => row.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()))
    .filter((cells) => !cells.every((cell) => /^:?-+:?$/.test(cell)));
}

function cellsOf({ browsers, allowed = [] }: Place, browser: 'chromium' | 'firefox'): string[] {
  if (!browsers.includes(browser)) return ACTIONS.map(() => '–');
  return ACTIONS.map((action) => (allowed.includes(action) ? '✓\\*' : '✓'));
}

describe('the table of places in the README', () => {
  const [head = [], ...rows] = tableIn('Where it works');

  it('has the actions that are tested, for each browser', () => {
    const [tag, ...others] = ACTIONS;
    expect(head).toEqual(['', `Chromium: ${tag}`, ...others, `Firefox: ${tag}`, ...others]);
  });

  it('has the places that are tested, and no others', () => {
    expect(rows).toEqual(
      PLACES.map((place) => [
        place.name,
        ...cellsOf(place, 'chromium'),
        ...cellsOf(place, 'firefox'),
      ]),
    );
  });

  it('names specs that take their places from the same list', () => {
    for (const [name, browser] of [
      ['places', 'chromium'],
      ['places-firefox', 'firefox'],
    ]) {
      const path = `tests/e2e/${name}.spec.ts`;
      expect(README).toContain(`\`${path}\``);
      const spec = readFileSync(path, 'utf8');
      expect(spec).toContain(`placesIn('${browser}')`);
      expect(spec).toContain('for (const action of ACTIONS) it(action,');
    }
  });
});
