import { readdirSync, readFileSync } from 'node:fs';
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

describe('data', () => {
  it('is there, and is read', () => {
    expect(takenBy('data/evidence/store.ts')).toContain('wxt/browser');
  });

  it('knows no views and no rooms', () => {
    expect(offenders('data', /preact|^#i18n$|\/(components|entrypoints)\//)).toEqual([]);
  });

  it('asks the browser for storage alone, and the background for a turn in it', () => {
    const asked = filesIn('data').flatMap((path) =>
      [...codeOf(path).matchAll(/\bbrowser\.(\w+)/g)].map(([, part]) => `${path}: ${part}`),
    );
    expect(new Set(asked.filter((one) => !one.endsWith(': storage')))).toEqual(
      new Set(['data/lent-turn.ts: runtime']),
    );
  });

  it('touches no page; one function asks whether it runs in a frame', () => {
    const page =
      /\bwindow\.\w+\(|\bwindow\.top|\bdocument\.(\w+\(|body|title|cookie)|HTML\w*Element/;
    expect(filesIn('data').filter((path) => page.test(codeOf(path)))).toEqual([
      'data/lent-turn.ts',
    ]);
  });
});

describe('components', () => {
  it('know nothing of the browser and of the rooms', () => {
    expect(offenders('components', /^wxt\/|\/entrypoints\//)).toEqual([]);
    const asked = /(?<![.\w])(browser|chrome)\./;
    expect(filesIn('components').filter((path) => asked.test(codeOf(path)))).toEqual([]);
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
    // What messages say of a surface, and how an editor's address is known, is the tagger's to say.
    expect(found.sort()).toEqual([
      'entrypoints/wiring/messages.ts: surface',
      'entrypoints/wiring/site/use-told-too-late.ts: names',
    ]);
  });
});
