import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageFile from '../../package.json';
import config from '../../wxt.config';
import { ACTIONS, PLACES, type Place, type TestedBrowser } from '../e2e/support/places';

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

function cellsOf({ allowed }: Place, browser: TestedBrowser): string[] {
  return ACTIONS.map((action) => (allowed?.[browser]?.includes(action) ? '✓\\*' : '✓'));
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
    for (const name of ['places', 'places-firefox']) {
      const path = `tests/e2e/${name}.spec.ts`;
      expect(README).toContain(`\`${path}\``);
      const spec = readFileSync(path, 'utf8');
      expect(spec).toContain('describe.each(PLACES.map(');
      expect(spec).toContain('for (const action of ACTIONS) it(action,');
    }
  });
});

const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n');
const isInProject = (path: string) =>
  path.endsWith('/') ? files.some((file) => file.startsWith(path)) : files.includes(path);

/** What stands between backticks, also in a block of code, and each block whole. */
const code = [...README.matchAll(/`([^`\n]+)`|```[a-z]*\n([\s\S]*?)```/g)].flatMap(
  ([, span, block = '']) => [
    span ?? block,
    ...[...block.matchAll(/`([^`\n]+)`/g)].map(([, inner]) => inner ?? ''),
  ],
);

describe('what the README names', () => {
  it('as a command of npm is a script', () => {
    const commands = code.flatMap((text) => [...text.matchAll(/\bnpm (?:run )?([a-z]+)/g)]);
    expect(commands.length).toBeGreaterThan(8);
    const unknown = commands.filter(([, name = '']) => !Object.hasOwn(packageFile.scripts, name));
    // What npm itself does needs no script.
    expect(unknown.map(([text]) => text)).toEqual(['npm ci']);
  });

  it('as a benchmark is one', () => {
    const names = code.flatMap((text) => [...text.matchAll(/\bnpm run bench -- ([a-z]+)/g)]);
    expect(names.length).toBeGreaterThan(3);
    for (const [, name] of names) expect(files).toContain(`tests/bench/${name}.ts`);
  });

  it('as a picture is in the project, and is a picture', () => {
    const pictures = [...README.matchAll(/!\[[^\]]+\]\(([^)]+)\)|<img src="([^"]+)"/g)].map(
      ([, linked, placed]) => linked ?? placed ?? '',
    );
    expect(pictures.length).toBeGreaterThan(4);
    expect(pictures.filter((path) => !isInProject(path))).toEqual([]);
    for (const path of pictures.filter((one) => one.endsWith('.png'))) {
      expect(readFileSync(path).subarray(0, 8).toString('hex'), path).toBe('89504e470d0a1a0a');
    }
  });

  it('as a file or a folder is one', () => {
    const paths = code.filter((text) => /^[a-z][\w./-]*$/.test(text) && /[/.]/.test(text));
    const homes = ['', 'tests/e2e/', 'tests/fixtures/'];
    const built = (path: string) => path.startsWith('.output');
    const exists = (path: string) =>
      homes.some((home) => isInProject(home + path) || isInProject(`${home}${path}/`));
    expect(paths.length).toBeGreaterThan(5);
    expect(paths.filter((path) => !built(path) && !exists(path))).toEqual([]);
  });

  it('in its layout is where it says', () => {
    const paths = layout();
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter((path) => !existsSync(path) || !isInProject(path))).toEqual([]);
  });

  it('as a key is what the browsers are asked for', () => {
    const { commands = {} } = manifest();
    const keys = tableIn('The keys')
      .map(([key = '']) => [...key.matchAll(/<kbd>([^<]+)<\/kbd>/g)].map(([, name]) => name))
      .filter((names) => names.length > 1)
      .map((names) => names.join('+'));
    const asked = Object.values(commands).map((one) => one.suggested_key?.default);
    expect(keys.sort()).toEqual(asked.sort());
    for (const { suggested_key: key } of Object.values(commands)) {
      expect(key?.mac).toBe(key?.default?.replace('Alt', 'MacCtrl'));
    }
  });
});

/** The paths in the tree under "How it is laid out": two spaces deeper is one folder further in. */
function layout(): string[] {
  const [, section = ''] = README.split('\n## How it is laid out\n');
  const [, block = ''] = section.split('```');
  const above: string[] = [];
  return block.split('\n').flatMap((line) => {
    const [, indent = '', names = ''] =
      /^( *)((?:[\w.-]+\/? {1,2}(?=[\w.-]+\/ ))?[\w.-]+\/?) /.exec(line) ?? [];
    if (names === '') return [];
    above.length = indent.length / 2;
    const paths = names.split(/ +/).map((name) => join(...above, name));
    above.push(paths.length === 1 ? names : '');
    return paths;
  });
}

function manifest() {
  const { manifest: of } = config;
  if (typeof of !== 'function') throw new Error('The manifest is written by a function.');
  const made = of({ browser: 'chrome', command: 'build', manifestVersion: 3, mode: 'production' });
  return made as { commands?: Record<string, { suggested_key?: Record<string, string> }> };
}
