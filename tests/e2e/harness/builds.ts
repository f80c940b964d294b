import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { until } from './until';

const OUTPUT = resolve('.output');
const BUILD_TIMEOUT_MS = 60_000;

/** Names the folder with this run's copies, for the processes the tests run in. */
const VARIABLE = 'RUNG_BUILDS';

export const CHROMIUM_BUILD = 'chrome-mv3';
export const FIREFOX_BUILD = 'firefox-mv3';

/** The folder of a build: this run's copy, or what was built last where no run has been set up. */
export function buildFolder(name: string): string {
  return join(process.env[VARIABLE] ?? OUTPUT, name);
}

/** Parts of a manifest, to stand in place of what a build's manifest says. */
export type ManifestChange = Readonly<Record<string, unknown>>;

/** Changes the manifest of the build in a folder. */
export async function changeManifest(folder: string, change: ManifestChange): Promise<void> {
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  await writeFile(path, JSON.stringify({ ...manifest, ...change }));
}

/** A copy of a build with its manifest changed. It goes with this run's copies, after the last test. */
export async function changedBuild(build: string, change: ManifestChange): Promise<string> {
  const folder = await mkdtemp(join(process.env[VARIABLE] ?? tmpdir(), 'changed-'));
  await cp(build, folder, { recursive: true });
  await changeManifest(folder, change);
  return folder;
}

/** The same, where the user has allowed sites, named by their patterns. */
export function allowSites(build: string, host_permissions: string[]): Promise<string> {
  return changedBuild(build, { host_permissions });
}

/**
 * Copies both builds before the first test, so that a whole run tests one and the same build even
 * where somebody builds again meanwhile. vitest calls it, and what it returns after the last test.
 *
 * @throws where there is no build
 */
export default async function copyBuilds(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'rung-builds-'));
  for (const name of [CHROMIUM_BUILD, FIREFOX_BUILD]) {
    if (!existsSync(join(OUTPUT, name))) {
      throw new Error(`There is no ${name} to test: "npm test -- e2e" builds it first.`);
    }
    await until(
      `${name} is complete`,
      async () => {
        await cp(join(OUTPUT, name), join(folder, name), { recursive: true });
        return existsSync(join(folder, name, 'manifest.json'));
      },
      BUILD_TIMEOUT_MS,
    );
  }
  process.env[VARIABLE] = folder;
  return () => rm(folder, { recursive: true, force: true });
}
