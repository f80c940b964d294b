import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../../scripts/run.mjs';
import { countOf, passedLater } from '../../../scripts/vitest-report.mjs';

/** A file of a report, as vitest writes it. */
function file(name: string, tests: Record<string, string>, status?: string) {
  const assertionResults = Object.entries(tests).map(([fullName, status]) => ({
    fullName,
    status,
  }));
  const failed = assertionResults.some((one) => one.status === 'failed');
  return {
    name: join(ROOT, name),
    status: status ?? (failed ? 'failed' : 'passed'),
    assertionResults,
  };
}

it('names what passed only at the second try, by its file and in order', () => {
  const first = [
    file('a.spec.ts', { 'a one': 'failed', 'a two': 'passed', 'a three': 'failed' }),
    file('b.spec.ts', { 'b one': 'failed' }),
    file('c.spec.ts', { 'c one': 'passed' }),
  ];
  const again = [
    file('b.spec.ts', { 'b one': 'passed' }),
    file('a.spec.ts', { 'a one': 'passed', 'a two': 'failed', 'a three': 'failed' }),
  ];
  expect(passedLater(first, again)).toEqual(['a.spec.ts: a one', 'b.spec.ts: b one']);
});

it('names a file that failed outside of its tests, and passed then', () => {
  const first = [
    file('a.spec.ts', { 'a one': 'passed' }, 'failed'),
    file('b.spec.ts', {}, 'failed'),
  ];
  const again = [file('a.spec.ts', { 'a one': 'passed' }), file('b.spec.ts', {}, 'failed')];
  expect(passedLater(first, again)).toEqual(['a.spec.ts']);
});

it('names nothing that was not come to again, was left out, or failed under the same name', () => {
  const first = [
    file('a.spec.ts', { 'a one': 'failed' }),
    file('b.spec.ts', { 'b one': 'failed', 'b two': 'failed' }),
  ];
  expect(passedLater(first, [])).toEqual([]);
  const twice = file('b.spec.ts', { 'b one': 'skipped' });
  twice.assertionResults.push(
    { fullName: 'b two', status: 'passed' },
    { fullName: 'b two', status: 'failed' },
  );
  expect(passedLater(first, [twice])).toEqual([]);
});

it('names a test once, where several of that name failed at first', () => {
  const first = file('a.spec.ts', { 'a one': 'failed' });
  first.assertionResults.push({ fullName: 'a one', status: 'failed' });
  expect(passedLater([first], [file('a.spec.ts', { 'a one': 'passed' })])).toEqual([
    'a.spec.ts: a one',
  ]);
});

it('counts tests, and a file that failed outside of them as one', () => {
  const files = [
    file('a.spec.ts', { one: 'passed', two: 'failed', three: 'skipped' }),
    file('b.spec.ts', { four: 'passed' }, 'failed'),
  ];
  expect(countOf(files)).toEqual({ passed: 2, failed: 2 });
});
