import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Measures of quality take seconds, on a busy machine many; only a test that hangs takes this. */
const UNIT_TIMEOUT_MS = 60_000;

/** A real browser is started in most files: half a minute is a slow machine, a minute a fault. */
const E2E_TIMEOUT_MS = 60_000;

/** What a browser does is waited for this long; on a busy machine a second is nothing. */
const E2E_PATIENCE_MS = 15_000;

/** By itself vitest leaves a core free, which on a machine with two halves the speed. */
const UNIT_WORKERS = '100%';

/** Each worker drives browsers on displays of its own; more than two starve on a small machine. */
const E2E_WORKERS = 2;

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        // WXT's stand-in for the browser takes itself from here, and would bring all that builds an
        // extension into every file of tests: more than a second each.
        resolve: { alias: [{ find: /^wxt\/testing$/, replacement: 'wxt/testing/fake-browser' }] },
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/fresh-browser.ts'],
          testTimeout: UNIT_TIMEOUT_MS,
          maxWorkers: UNIT_WORKERS,
          restoreMocks: true,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.spec.ts'],
          globalSetup: ['tests/e2e/harness/builds.ts'],
          testTimeout: E2E_TIMEOUT_MS,
          hookTimeout: E2E_TIMEOUT_MS,
          expect: { poll: { timeout: E2E_PATIENCE_MS } },
          maxWorkers: E2E_WORKERS,
          retry: 0,
        },
      },
    ],
  },
});
