// @ts-check
/** A reporter for vitest that notes errors outside of any test, which its JSON report leaves out. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ERRORS } from './vitest-report.mjs';

export default class {
  /**
   * @param {unknown} _modules
   * @param {readonly unknown[]} errors
   */
  onTestRunEnd(_modules, errors) {
    mkdirSync(dirname(ERRORS), { recursive: true });
    writeFileSync(ERRORS, String(errors.length));
  }
}
