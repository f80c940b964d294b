// @ts-check
/**
 * Builds Rung and shows it on a sample review:
 *
 *     npm start                in a window, until it is closed
 *     npm start -- --fresh     the same, with nothing kept from last time
 *     npm start -- --headless  without a window: looks up, tags, exports, and prints what came out
 *     npm start -- --built     shows what was built last: installs and builds nothing
 *
 * Where there is no screen it works as with `--headless`.
 */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hasScreen } from './browsers.mjs';
import { ROOT, runPackage } from './run.mjs';
import { SetUpError, setUpPackages, setUpTools } from './set-up.mjs';

/** What Playwright says first where a browser does not come up. */
const NOT_STARTED = /^(?:browserType\.|spawn |Failed to launch)/;

const wishes = new Set(process.argv.slice(2));
const known = ['--fresh', '--headless', '--built'];
const unknown = [...wishes].find((wish) => !known.includes(wish));

try {
  if (unknown) throw new SetUpError(`npm start does not know "${unknown}".`);
  // What is built is shown with the packages there are: under a running test they must stay.
  if (!wishes.has('--built')) await setUpPackages();
  else if (!existsSync(join(ROOT, '.output', 'chrome-mv3', 'manifest.json'))) {
    throw new SetUpError('Nothing is built yet: run npm start without --built.');
  }
  await setUpTools(['chromium']);
  if (!wishes.has('--built') && (await runPackage('wxt', 'build')) !== 0) {
    throw new SetUpError('Rung could not be built.');
  }
  process.chdir(ROOT);
  if (wishes.has('--headless') || !hasScreen()) {
    const { walkThrough } = await load('walk-through.ts');
    await walkThrough();
  } else {
    const { openForPerson } = await load('open.ts');
    await openForPerson({ fresh: wishes.has('--fresh') });
  }
} catch (error) {
  const [first = ''] = error instanceof Error ? error.message.split('\n') : [];
  if (error instanceof SetUpError) console.error(error.message);
  else if (NOT_STARTED.test(first)) {
    console.error(
      `The browser did not start: ${first}\n` +
        'Is Rung open already? Then close it first. Without a screen there is "npm start -- --headless",' +
        ' and RUNG_CHROMIUM may name another browser.',
    );
  } else throw error;
  process.exitCode = 1;
}

/**
 * TypeScript, which Node 20 does not read by itself. Only after the packages are there.
 *
 * @param {string} file in scripts/demo
 */
async function load(file) {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(ROOT, 'scripts', 'demo', file), { configFile: false });
  return /** @type {any} */ (module);
}
