// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { EVERYTHING } from '../../../data/evidence/filter';
import { useAnswer } from '../../../entrypoints/sidepanel/use-answer';
import type { PanelSearch } from '../../../entrypoints/sidepanel/use-evidence-search';
import { mounted } from '../support/mounted';

const soFar = {
  search: () => [],
  marksFor: vi.fn(() => () => []),
  didYouMean: vi.fn((query: string) => (query === 'ownershp' ? 'ownership' : undefined)),
};

beforeEach(() => vi.clearAllMocks());

/** The answer to some words, as far as the search over evidence is. */
async function answerTo(query: string, growing: boolean, complete = true) {
  const search: PanelSearch = { soFar, whole: soFar, growing, growth: 0 };
  const filter = { ...EVERYTHING, query };
  const hook = await mounted(() => useAnswer(filter, search, complete), undefined);
  const { now } = hook;
  await hook.end();
  return now;
}

it('takes a word for a slip only once all there is was looked through', async () => {
  expect((await answerTo('ownershp', false)).meant).toBe('ownership');
  const indexing = await answerTo('ownershp', true);
  const reading = await answerTo('ownershp', false, false);
  for (const { growing, meant } of [indexing, reading]) {
    expect([growing, meant]).toEqual([true, undefined]);
  }
});

it('waits for no index, and marks nothing, where nothing is searched for', async () => {
  const { searching, growing, marks } = await answerTo(' ', true);
  expect([searching, growing, marks]).toEqual([false, false, undefined]);
  expect(soFar.marksFor).not.toHaveBeenCalled();
});
