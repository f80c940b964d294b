// @ts-check
/** Reading vitest's JSON report, and what `vitest-errors.mjs` notes beside it. */

import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './run.mjs';

/** Where the number of errors outside of any test is noted. */
export const ERRORS = join(ROOT, 'test-results', 'unhandled-errors');

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {{ name: string, status: string, assertionResults: { status: string, fullName: string }[] }} File
 */

/**
 * The files of a run; none where there is no report.
 *
 * @param {string} path of the report
 * @returns {File[]}
 */
export function filesOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).testResults;
  } catch {
    return [];
  }
}

/** How many errors the last run met outside of any test; 0 where it did not come so far as to say. */
export function unhandledErrors() {
  try {
    return Number(readFileSync(ERRORS, 'utf8'));
  } catch {
    return 0;
  }
}

/**
 * How many tests of these files passed and failed. A file that failed outside of its tests (it does
 * not load, or its set-up throws) counts as one that failed.
 *
 * @param {File[]} files
 * @returns {Count}
 */
export function countOf(files) {
  const count = { passed: 0, failed: 0 };
  for (const { status, assertionResults } of files) {
    const failed = assertionResults.filter((one) => one.status === 'failed').length;
    count.passed += assertionResults.filter((one) => one.status === 'passed').length;
    count.failed += failed > 0 || status !== 'failed' ? failed : 1;
  }
  return count;
}

/**
 * What failed in one run and passed in the next, by name and each once: tests, and files that failed
 * outside of any test. What the second run did not come to is not among them.
 *
 * @param {File[]} first
 * @param {File[]} again
 * @returns {string[]} in the order of the first run
 */
export function passedLater(first, again) {
  const later = new Map(again.map((file) => [file.name, file]));
  const names = first.flatMap(({ name, status, assertionResults }) => {
    const file = later.get(name);
    if (status !== 'failed' || !file) return [];
    const failed = assertionResults.filter((one) => one.status === 'failed');
    if (failed.length === 0) return file.status === 'passed' ? [nameOf(name)] : [];
    return failed
      .filter(({ fullName }) => {
        const tries = file.assertionResults.filter((one) => one.fullName === fullName);
        return tries.length > 0 && tries.every((one) => one.status === 'passed');
      })
      .map(({ fullName }) => `${nameOf(name)}: ${fullName}`);
  });
  return [...new Set(names)];
}

/** @param {string} path */
function nameOf(path) {
  return relative(ROOT, path).replaceAll('\\', '/');
}
