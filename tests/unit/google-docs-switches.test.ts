import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SWITCHES } from '../fixtures/google-docs/switches.js';

/** The specs in which the extension meets the stand-in for Google Docs. */
const WITH_RUNG = ['read', 'show', 'tag', 'firefox', 'firefox-show'];

const specs = WITH_RUNG.map((name) =>
  readFileSync(`tests/e2e/google-docs-${name}.spec.ts`, 'utf8'),
).join('\n');

it.each(SWITCHES)('the stand-in is met with %s by the extension, too', (name) => {
  expect(specs).toContain(`'${name}'`);
});
