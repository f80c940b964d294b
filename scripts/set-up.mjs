// @ts-check
/** Gets onto the machine what a command needs. Plain Node: it runs before anything is installed. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BROWSER_VARIABLES, findBrowser, findOnPath } from './browsers.mjs';
import { NODE_WANTED, supportsNode } from './node-version.mjs';
import { ROOT, run, runNpm } from './run.mjs';

/** What can be asked for, how it is recognised, and the Debian package that brings it. */
const TOOLS = {
  chromium: { find: () => findBrowser('chromium'), packages: ['chromium', 'fonts-liberation'] },
  firefox: { find: () => findBrowser('firefox'), packages: ['firefox-esr'] },
  Xvfb: { find: () => findOnPath('Xvfb'), packages: ['xvfb'] },
  openbox: { find: () => findOnPath('openbox'), packages: ['openbox'] },
  xdotool: { find: () => findOnPath('xdotool'), packages: ['xdotool'] },
  import: { find: () => findOnPath('import'), packages: ['imagemagick'] },
};

/** @typedef {keyof typeof TOOLS} Tool */

/** What the end-to-end tests need: both browsers, and a desktop nobody sees to press keys on. */
export const TEST_TOOLS = /** @type {Tool[]} */ (Object.keys(TOOLS));

/** A sentence for the person at the machine; no stack belongs under it. */
export class SetUpError extends Error {}

/**
 * Installs the project's packages where they are missing or not those of the lock file.
 *
 * @throws {SetUpError} where this Node will not do or npm fails
 */
export async function setUpPackages() {
  const { node } = process.versions;
  if (!supportsNode(node)) {
    throw new SetUpError(`Rung needs Node ${NODE_WANTED}; this is ${node}.`);
  }
  if (/[#?]/.test(ROOT)) {
    throw new SetUpError(`Rung cannot be built in a folder with "#" or "?" in its path: ${ROOT}.`);
  }
  if (packagesAreCurrent()) return;
  console.log('Installing packages …');
  // Whatever the person's npm leaves out elsewhere, here it is needed.
  const all = ['--include=dev', '--include=optional'];
  const code = await runNpm('ci', ...all, '--no-audit', '--no-fund');
  if (code !== 0) throw new SetUpError('"npm ci" failed; what it printed above says why.');
}

/**
 * Looks for programs, and installs the missing ones where that is possible without asking: as root
 * on Debian.
 *
 * @param {readonly Tool[]} tools
 * @throws {SetUpError} that says what to install where that is left to the person
 */
export async function setUpTools(tools) {
  let missing = missingOf(tools);
  if (missing.length === 0) return;
  if (canInstall()) {
    console.log(`Installing ${missing.join(', ')} …`);
    const packages = missing.flatMap((tool) => TOOLS[tool].packages);
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], quiet);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet);
    missing = missingOf(tools);
  }
  if (missing.length > 0) throw new SetUpError(whatToInstall(missing));
}

/** @param {readonly Tool[]} tools */
function missingOf(tools) {
  try {
    return tools.filter((tool) => !TOOLS[tool].find());
  } catch (error) {
    throw new SetUpError(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Whether what npm has installed is what the lock file asks for. npm keeps its own account of that
 * in node_modules; packages for other platforms are in the lock file only.
 */
function packagesAreCurrent() {
  const wanted = readPackages(join(ROOT, 'package-lock.json'));
  const installed = readPackages(join(ROOT, 'node_modules', '.package-lock.json'));
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([path, { version, integrity, optional, ...system }]) => {
    const there = installed[path];
    if (path === '' || (optional && !there && !isForThisOne(system))) return true;
    return there !== undefined && there.version === version && there.integrity === integrity;
  });
}

/**
 * @typedef {{ os?: string[], cpu?: string[], libc?: string[] }} System
 */

/**
 * Whether a package is for this system and no other. Where such a one is missing, the folder came
 * from another system, whose packages it has.
 *
 * @param {System} system
 */
function isForThisOne({ os, cpu, libc }) {
  if ((!os && !cpu) || libc) return false;
  return (os?.includes(process.platform) ?? true) && (cpu?.includes(process.arch) ?? true);
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean } & System> | undefined}
 */
function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Ubuntu is left out: what apt calls Chromium there is a pointer to a snap. */
function canInstall() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !findOnPath('apt-get')) {
    return false;
  }
  if (!existsSync('/etc/os-release')) return false;
  return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** @param {readonly Tool[]} missing */
function whatToInstall(missing) {
  const packages = missing.flatMap((tool) => TOOLS[tool].packages).join(' ');
  const variables = missing.flatMap((tool) =>
    tool === 'chromium' || tool === 'firefox' ? [BROWSER_VARIABLES[tool]] : [],
  );
  return [
    `Not found on this machine: ${missing.join(', ')}.`,
    process.platform === 'linux'
      ? `On Debian: sudo apt-get install ${packages}`
      : 'Install what is named above, and run the command again.',
    ...(variables.length > 0
      ? [`Or say where the browser is: ${variables.map((one) => `${one}=/path/to/it`).join(' ')}`]
      : []),
  ].join('\n');
}
