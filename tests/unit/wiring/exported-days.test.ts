import { beforeEach, expect, it } from 'vitest';
import { exportedDays } from '../../../entrypoints/wiring/words/exported-days';
import { wordsByKey } from '../support/mounted';

const PERIOD = { from: '2026-01-01', to: '2026-06-30' };

beforeEach(wordsByKey);

it('names the review period, with the year once', () => {
  const line = exportedDays({ ...PERIOD }, PERIOD);
  expect(line).toMatch(/^export_words_reviewPeriod .*January.*June/);
  expect(line?.match(/2026/g)).toHaveLength(1);
});

it('does not call other days so', () => {
  expect(exportedDays({ ...PERIOD, to: '2026-03-31' }, PERIOD)).toMatch(
    /^export_words_dated .*Mar/,
  );
  expect(exportedDays(PERIOD, null)).toMatch(/^export_words_dated /);
});

it('says at which end they are open', () => {
  const from = { from: '2026-01-01', to: null };
  expect(exportedDays(from, from)).toMatch(/^export_words_reviewPeriod export_words_from .*2026/);
  expect(exportedDays({ from: null, to: '2026-06-30' }, null)).toMatch(
    /^export_words_dated export_words_upTo .*June/,
  );
});

it.each([
  ['no days', { from: null, to: null }],
  ['days the wrong way round', { from: '2026-06-30', to: '2026-01-01' }],
  ['what is no day', { from: 'May', to: null }],
])('says nothing of %s', (_, days) => {
  expect(exportedDays(days, days)).toBeNull();
});
