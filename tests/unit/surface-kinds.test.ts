import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SURFACES } from '../../data/evidence/record';

const SURFACES_FOLDER = 'entrypoints/tagger/surfaces/';

/** Where a kind of surface may be named: what lists them, what chooses one, what belongs to one. */
const MAY_NAME = [
  SURFACES_FOLDER,
  'entrypoints/tagger/frame-surfaces.ts',
  'data/evidence/record.ts',
  // The ends of the Google Docs surface in other worlds than the tagger's.
  'entrypoints/background/google-docs.ts',
  'entrypoints/docs-flag.ts',
  'entrypoints/docs-flag-id.ts',
  'entrypoints/wiring/site/use-told-too-late.ts',
];

/** Passages that are pasted stand on no surface. */
const KINDS = SURFACES.filter((kind) => kind !== 'pasted');

/** The names of kinds where they mean something else: where the browser shows a menu. */
const OTHER_MEANINGS = /\bcontexts: \[.*\]/g;

/** One surface's own module, and not what all of them share. */
const OWN_MODULE = /from '[^']*surfaces\/(google-docs|page-text|text-field|field-rules)\b/;

const sources = ['data', 'components', 'entrypoints']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
  )
  .filter((path) => /\.tsx?$/.test(path) && !MAY_NAME.some((one) => path.startsWith(one)));

const codeOf = (path: string) =>
  readFileSync(path, 'utf8')
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    .replace(OTHER_MEANINGS, '');

describe('what is written once for all surfaces', () => {
  it('is looked at: the picker, quotes, storage, painting and the session', () => {
    expect(sources).toEqual(
      expect.arrayContaining([
        'entrypoints/picker/Picker.tsx',
        'data/quote/finder.ts',
        'data/evidence/store.ts',
        'entrypoints/tagger/painting/painter.ts',
        'entrypoints/tagger/session.ts',
        'entrypoints/background/go-to.ts',
      ]),
    );
  });

  it('names no kind of surface', () => {
    const named = new RegExp(`(['"\`])(?:${KINDS.join('|')})\\1`);
    expect(sources.filter((path) => named.test(codeOf(path)))).toEqual([]);
  });

  it('takes nothing from the module of one surface', () => {
    expect(sources.filter((path) => OWN_MODULE.test(codeOf(path)))).toEqual([]);
  });
});
