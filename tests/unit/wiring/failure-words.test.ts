import { beforeEach, expect, it } from 'vitest';
import { StorageFailure } from '../../../data/evidence';
import {
  failureWords,
  readFailureWords,
  unsavedWords,
} from '../../../entrypoints/wiring/words/failure-words';
import { wordsByKey } from '../support/mounted';

beforeEach(wordsByKey);

it.each([
  ['full', 'failure_full', 'failure_full', 'failure_unreadable Why'],
  ['gone', 'failure_gone', 'failure_gone', 'failure_gone'],
  ['newer', 'failure_newer', 'failure_newer', 'failure_unreadable Why'],
  ['said', 'failure_said', 'failure_said', 'failure_unreadable Why'],
  ['refused', 'failure_notDone Why', 'failure_refused Why', 'failure_unreadable Why'],
] as const)('says what to do where storage is at fault: %s', (reason, words, typed, whenRead) => {
  const failure = new StorageFailure(reason, 'Why');
  expect(failureWords(failure)).toBe(words);
  expect(unsavedWords(failure)).toBe(typed);
  expect(readFailureWords(failure)).toBe(whenRead);
});

it('gives what else went wrong in its own words', () => {
  expect(failureWords(new Error('A fault'))).toBe('failure_other A fault');
  expect(failureWords('a fault')).toBe('failure_other a fault');
  expect(readFailureWords(new Error('A fault'))).toBe('failure_other A fault');
});
