// @ts-check
/** A reporter for vitest that notes errors outside of any test, which its JSON report leaves out. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ERRORS } from './vitest-report.mjs';

export default class {
  /**
   * @param {readonly { moduleId: string, state(): string }[]} modules
   * @param {readonly { VITEST_TEST_PATH?: string }[]} errors
   */
  onTestRunEnd(modules, errors) {
    // What a failed test leaves behind is no fault beside it: its file is run again.
    const failed = new Set(
      modules.filter((one) => one.state() === 'failed').map((one) => one.moduleId),
    );
    const others = errors.filter(({ VITEST_TEST_PATH: path }) => !path || !failed.has(path));
    mkdirSync(dirname(ERRORS), { recursive: true });
    writeFileSync(ERRORS, String(others.length));
  }
}
