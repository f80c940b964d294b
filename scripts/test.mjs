// @ts-check
/**
 * All checks, or some of them:
 *
 *     npm test
 *     npm test -- unit
 *     npm test -- e2e popup
 *
 * The first word names a check, the others are passed on to vitest as names of files. The last line
 * is `N passed, N failed`: every vitest test counts as one, every other check as one. A line before it
 * names the tests that passed at the second try alone.
 */

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runNpm, runPackage } from './run.mjs';
import { SetUpError, setUpPackages, setUpTools, TEST_TOOLS } from './set-up.mjs';
import { countOf, ERRORS, filesOf, passedLater, unhandledErrors } from './vitest-report.mjs';

/**
 * @typedef {{ passed: number, failed: number }} Count
 */

/** In the order they run: what is quick and says most comes first. */
const CHECKS = {
  lint: () => one('Lint', () => runPackage('biome', 'check', '--error-on-warnings')),
  types: () => one('Types', () => runPackage('tsc', '--noEmit')),
  unit: (/** @type {string[]} */ ...files) => tests('unit', files),
  // Packing builds first, so nothing is built twice.
  build: () => one('Build and pack for both browsers', () => runNpm('run', 'zip')),
  e2e: (/** @type {string[]} */ ...files) => tests('e2e', files),
};

/** @typedef {keyof typeof CHECKS} Check */

/**
 * Tests that passed at the second try alone, by name. They count as passed.
 *
 * @type {string[]}
 */
const later = [];

/** @type {Count} */
const FAILED = { passed: 0, failed: 1 };

const [first, ...files] = process.argv.slice(2);
const names = /** @type {Check[]} */ (Object.keys(CHECKS));

if (first !== undefined && !names.includes(/** @type {Check} */ (first))) {
  console.error(`There is no check "${first}". There are: ${names.join(', ')}.`);
  process.exit(2);
}

try {
  const { passed, failed } = await checkAll(/** @type {Check | undefined} */ (first), files);
  if (later.length > 0) console.log(`\nPassed only at a second try: ${later.join('; ')}`);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof SetUpError)) throw error;
  console.error(error.message);
  console.log('\n0 passed, 1 failed');
  process.exitCode = 1;
}

/**
 * @param {Check | undefined} only
 * @param {string[]} files
 * @returns {Promise<Count>}
 */
async function checkAll(only, files) {
  await setUpPackages();
  // TypeScript's settings and the extension's own types are written by this.
  const prepared = await one('Prepare', () => runPackage('wxt', 'prepare'));
  if (only === 'e2e') await setUpTools(TEST_TOOLS);
  if (prepared.failed > 0) return prepared;
  if (only === 'e2e') {
    const built = await CHECKS.build();
    return built.failed > 0 ? built : CHECKS.e2e(...files);
  }
  if (only !== undefined) return CHECKS[only](...files);

  /** @type {Count[]} */
  const counts = [];
  for (const name of names) {
    const before = sum(counts);
    const stale = name === 'e2e' && (counts.at(-1)?.failed ?? 0) > 0;
    if (stale) console.error('End-to-end tests were not run: there is no build to run them on.');
    counts.push(stale || (name === 'e2e' && !(await hasTools())) ? FAILED : await CHECKS[name]());
    const now = sum(counts);
    console.log(
      `${name}: ${now.passed - before.passed} passed, ${now.failed - before.failed} failed`,
    );
  }
  return sum(counts);
}

/** Whether there is all that end-to-end tests need; says what is missing. The other checks run without. */
async function hasTools() {
  try {
    await setUpTools(TEST_TOOLS);
    return true;
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    console.error(error.message);
    return false;
  }
}

/**
 * A check that passes or fails as a whole.
 *
 * @param {string} title
 * @param {() => Promise<number>} work resolves with an exit code
 * @returns {Promise<Count>}
 */
async function one(title, work) {
  console.log(`\n— ${title}`);
  const code = await work();
  if (code !== 0) console.error(`${title}: failed`);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * The tests of one vitest project, counted from vitest's own report.
 *
 * @param {string} project
 * @param {string[]} files parts of file names; all files when empty
 * @returns {Promise<Count>}
 */
async function tests(project, files) {
  console.log(`\n— Tests: ${project}`);
  const { code, ran, errors } = await runTests(project, files);
  const failed = ran.filter(({ status }) => status === 'failed');
  if (project !== 'e2e' || failed.length === 0) return settled(code, countOf(ran));

  // Two real browsers at a time on a small machine take the keyboard's time from each other. What
  // failed gets one more chance, alone; what fails then is at fault.
  console.log(`\n— Once more, alone: ${failed.length} of ${ran.length} files`);
  for (const { fullName } of failed.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed'),
  )) {
    console.log(`  failed at first: ${fullName}`);
  }
  const names = failed.map(({ name }) => name);
  const flag = files.findIndex((one) => one.startsWith('-'));
  const flags = flag < 0 ? [] : files.slice(flag);
  const again = await runTests(project, ['--maxWorkers=1', ...names, ...flags]);
  later.push(...passedLater(failed, again.ran));
  const repeated = new Set(again.ran.map(({ name }) => name));
  const passed = ran.filter((file) => !failed.includes(file) && !repeated.has(file.name));
  const outside = { passed: 0, failed: errors > 0 ? 1 : 0 };
  if (errors > 0)
    console.error('Beside the tests that failed at first there were errors outside of any.');
  return sum([countOf(passed), settled(again.code, countOf(again.ran)), outside]);
}

/**
 * @param {string} project
 * @param {string[]} args
 */
async function runTests(project, args) {
  const report = join(ROOT, 'test-results', `${project}.json`);
  for (const old of [report, ERRORS]) rmSync(old, { force: true });
  const code = await runPackage(
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    `--reporter=${join(ROOT, 'scripts', 'vitest-errors.mjs')}`,
    ...args,
  );
  return { code, ran: filesOf(report), errors: unhandledErrors() };
}

/**
 * An error outside of every file (nothing found, an unhandled rejection) fails only the run.
 *
 * @param {number} code
 * @param {Count} count
 * @returns {Count}
 */
function settled(code, count) {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/**
 * @param {Count[]} counts
 * @returns {Count}
 */
function sum(counts) {
  return counts.reduce(
    (all, each) => ({ passed: all.passed + each.passed, failed: all.failed + each.failed }),
    { passed: 0, failed: 0 },
  );
}
