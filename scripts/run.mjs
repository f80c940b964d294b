// @ts-check
/** Running other programs: what they print is shown as it comes, and they get no keyboard. */

import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, wherever the command was given. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** @type {NodeJS.Signals[]} */
const PASSED_ON = ['SIGTERM', 'SIGHUP'];
/** What a program says that was ended so. */
const ENDED = 143;

/**
 * Runs a program to its end.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [env] added to this process's environment
 * @returns {Promise<number>} its exit code; 1 where a signal ended it or it could not be started
 */
export function run(program, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    // Ended from outside, it ends what it began before itself.
    let ended = false;
    const pass = (/** @type {NodeJS.Signals} */ signal) => {
      ended = true;
      child.kill(signal);
    };
    for (const signal of PASSED_ON) process.once(signal, pass);
    child.once('close', (code) => {
      for (const signal of PASSED_ON) process.off(signal, pass);
      if (ended) process.exit(ENDED);
      resolve(code ?? 1);
    });
  });
}

/** Where the command-line programs of installed packages start. */
const ENTRY_FILES = {
  biome: ['@biomejs', 'biome', 'bin', 'biome'],
  tsc: ['typescript', 'bin', 'tsc'],
  vitest: ['vitest', 'vitest.mjs'],
  wxt: ['wxt', 'bin', 'wxt.mjs'],
};

/**
 * Runs the command-line program of an installed package. Not by its name on the path, because that
 * is a shell script on one system and a batch file on another.
 *
 * @param {keyof typeof ENTRY_FILES} name
 * @param {...string} args
 * @returns {Promise<number>} its exit code
 */
export function runPackage(name, ...args) {
  const entry = join(ROOT, 'node_modules', ...ENTRY_FILES[name]);
  return run(process.execPath, [entry, ...args]);
}

/**
 * Runs npm: the one that runs us, where one does.
 *
 * @param {...string} args
 * @returns {Promise<number>} its exit code
 */
export function runNpm(...args) {
  const npm = process.env.npm_execpath;
  // Other programs that run scripts say where they are under the same name.
  return npm && /npm-cli\.[cm]?js$/.test(npm)
    ? run(process.execPath, [npm, ...args])
    : run('npm', args);
}
