// @ts-check
/** Which versions of Node will do. Plain Node: it runs before anything is installed. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.mjs';

/** The same for people to read. */
export const NODE_WANTED = '20.19, 22.12, or 24 and newer';

/**
 * Whether a version of Node will do.
 *
 * @param {string} version such as `20.19.0`
 * @param {string} range as packages write theirs: `^20.19.0 || >=22.12.0`; this project's own
 *   unless given
 */
export function supportsNode(version, range = ownRange()) {
  const is = parts(version);
  return range.split('||').some((alternative) => {
    const [, sign, least = ''] = /^\s*(\^|>=)\s*([\d.]+)\s*$/.exec(alternative) ?? [];
    if (!sign) throw new Error(`"${range}" is no range of versions that is understood here.`);
    const from = parts(least);
    return isAtLeast(is, from) && (sign === '>=' || is[0] === from[0]);
  });
}

function ownRange() {
  return JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).engines.node;
}

/** @param {string} version */
function parts(version) {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return [major, minor, patch];
}

/**
 * @param {readonly number[]} version
 * @param {readonly number[]} least
 */
function isAtLeast(version, least) {
  const at = version.findIndex((part, index) => part !== least[index]);
  return at < 0 || (version[at] ?? 0) > (least[at] ?? 0);
}
