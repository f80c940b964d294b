import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { describe, expect, it } from 'vitest';

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `${folder}/${path}`);

const codeOf = (path: string) =>
  readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

/** What a file takes from elsewhere, as it is written there. */
const takenBy = (path: string) =>
  [...codeOf(path).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, from]) => from ?? '');

/** The files of a folder that take something they may not. */
const offenders = (folder: string, forbidden: RegExp) =>
  filesIn(folder).filter((path) => takenBy(path).some((from) => forbidden.test(from)));

/** The project's file that another takes something from; `undefined` where it is a package's. */
function fileOf(path: string, from: string): string | undefined {
  if (!from.startsWith('.')) return undefined;
  const taken = join(path, '..', from);
  return ['.ts', '.tsx', '/index.ts'].map((end) => taken + end).find(existsSync);
}

/** The files that run where one runs: what it takes, and what that takes, but for types alone. */
function runWith(path: string, all = new Set<string>()): Set<string> {
  if (all.has(path)) return all;
  all.add(path);
  const code = codeOf(path).replace(/^import type [^;]*;$/gm, '');
  for (const [, from] of code.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)) {
    const file = fileOf(path, from ?? '');
    if (file) runWith(file, all);
  }
  return all;
}

/** What stands in the files of a folder, but for imports, by file: `path: what`. */
const usesIn = (folder: string, what: RegExp) =>
  filesIn(folder).flatMap((path) => {
    const code = codeOf(path).replace(/^import[^;]*;$/gm, '');
    return [...code.matchAll(what)].map(([found]) => `${path}: ${found}`);
  });

/** The browser's interface in whatever spelling: `browser.tabs`, `chrome['tabs']`, `= browser;`. */
const BROWSER =
  /(?<![.\w])(?:browser|chrome)(?:\??\.\w+|!?\.\w+|(?=\s*[[;,)}])| as\b)|\bglobalThis\??\.(?:browser|chrome)|\bglobalThis\[/g;

/** The page, or the window it is in. */
const PAGE =
  /(?<![.\w])(?:document|window|self|top|parent|location|history|localStorage|sessionStorage|navigator)(?:[?!]?\.\w+|(?=\[))|\bglobalThis\b[?!]?\.?\w*|\bHTML\w*Element\b|(?<![.\w])(?:addEventListener|getSelection|getComputedStyle)(?=\()/g;

/** Files that take the browser's interface under another name. */
const renaming = (folder: string) =>
  filesIn(folder).filter((path) => /\bas \w+[^;]*'wxt\/browser'/.test(codeOf(path)));

/** The files of some folders that need each other, be it for types alone: `one > other > one`. */
function circles(...folders: string[]): string[] {
  const left = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, way: readonly string[]) => {
    if (way.includes(path)) found.push([...way.slice(way.indexOf(path)), path].join(' > '));
    if (left.has(path)) return;
    left.add(path);
    for (const from of takenBy(path)) {
      const file = fileOf(path, from);
      if (file) walk(file, [...way, path]);
    }
  };
  for (const folder of folders) for (const path of filesIn(folder)) walk(path, []);
  return found;
}

it('no two files need each other, directly or by way of others', () => {
  expect(circles('data', 'components', 'entrypoints')).toEqual([]);
});

describe('data', () => {
  it('is there, and is read', () => {
    expect(takenBy('data/evidence/store.ts')).toContain('wxt/browser');
  });

  it('knows no views and no rooms', () => {
    expect(offenders('data', /preact|^#i18n$|\/(components|entrypoints)\//)).toEqual([]);
  });

  it('asks the browser for storage alone, and the background for a turn in it', () => {
    const asked = usesIn('data', BROWSER).filter((one) => !one.endsWith(': browser.storage'));
    expect(asked).toEqual(['data/lent-turn.ts: browser.runtime']);
    expect(renaming('data')).toEqual([]);
  });

  it('touches no page; it asks whether it runs in a frame, and for a lock', () => {
    expect(usesIn('data', PAGE).sort()).toEqual([
      'data/in-turn.ts: globalThis.navigator',
      'data/lent-turn.ts: window.self',
      'data/lent-turn.ts: window.top',
    ]);
  });
});

describe('components', () => {
  it('know nothing of the browser and of the rooms', () => {
    expect(offenders('components', /^wxt\/|\/entrypoints\//)).toEqual([]);
    expect(usesIn('components', BROWSER)).toEqual([]);
  });
});

describe('what runs where no view is', () => {
  it.each([
    ['entrypoints/background/index.ts', 'entrypoints/wiring/view/panel.ts'],
    ['entrypoints/tagger/index.ts', 'data/quote/place.ts'],
  ])('takes nothing from the views: %s', (start, far) => {
    const all = [...runWith(start)];
    expect(all).toContain(far);
    expect(all.filter((path) => path.startsWith('components/'))).toEqual([]);
  });
});

describe('wiring', () => {
  it('takes nothing from the rooms that share it', () => {
    const room = /\/(popup|sidepanel|options|picker|background|tagger)\//;
    const own = (from: string) => !from.includes('components/') && room.test(from);
    const found = filesIn('entrypoints/wiring').flatMap((path) =>
      takenBy(path)
        .filter(own)
        .map((from) => `${path}: ${from.slice(from.lastIndexOf('/') + 1)}`),
    );
    // How an editor's address is known stands in one place, with all else of that editor.
    expect(found).toEqual(['entrypoints/wiring/site/use-told-too-late.ts: names']);
  });
});
