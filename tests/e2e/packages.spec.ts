import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageFile from '../../package.json';
import { CHROMIUM_BUILD, FIREFOX_BUILD } from './harness/builds';
import { filesInZip } from './support/zip';

const OUTPUT = '.output';

function packed(kind: string): Promise<Map<string, Buffer>> {
  const path = join(OUTPUT, `${packageFile.name}-${packageFile.version}-${kind}.zip`);
  if (!existsSync(path)) throw new Error(`There is no ${path}: "npm test -- e2e" packs it first.`);
  return filesInZip(path);
}

describe.each([
  ['Chromium', 'chrome', CHROMIUM_BUILD],
  ['Firefox', 'firefox', FIREFOX_BUILD],
])("the package for %s's store", (_browser, kind, build) => {
  it('holds the build to the byte, and nothing else', async () => {
    const files = await packed(kind);
    const folder = join(OUTPUT, build);
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const built = entries
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name).slice(folder.length + 1));
    expect([...files.keys()].sort()).toEqual(built.sort());
    expect(built).toContain('manifest.json');
    for (const [path, content] of files) {
      expect(content.equals(await readFile(join(folder, path))), path).toBe(true);
    }
  });
});

it.each([CHROMIUM_BUILD, FIREFOX_BUILD])(
  '%s has the licence of every library in it',
  async (build) => {
    const text = await readFile(join(OUTPUT, build, 'licences.txt'), 'utf8');
    expect(text.startsWith('\ufeffRung\n\nMIT License')).toBe(true);
    const named = [...text.matchAll(/^-{72}\n\n(\S+) [\d.]+ \((.+)\)$/gm)].map(([, name]) => name);
    expect(named).toEqual(expect.arrayContaining(Object.keys(packageFile.dependencies)));
    expect(named).toContain('wxt');
    // Of the tools that build and test it, nothing is in it.
    expect(named).not.toContain('vite');
    expect(text).toContain('Apache License');
    expect(text).toContain('Mozilla Public License');
  },
);

it('packs for the reviewers of Firefox all that a build needs', async () => {
  const files = await packed('sources');
  const needed = execFileSync('git', ['ls-files'], { encoding: 'utf8' })
    .split('\n')
    .filter((path) => /^(assets|components|data|entrypoints|locales)\/|^[\w.-]+\.json$/.test(path));
  expect(needed.length).toBeGreaterThan(100);
  expect(needed.filter((path) => !files.has(path))).toEqual([]);
  expect([...files.keys()]).toEqual(expect.arrayContaining(['wxt.config.ts', 'README.md']));
  expect([...files.keys()].filter((path) => /^(node_modules|\.|test-results)/.test(path))).toEqual(
    [],
  );
});
