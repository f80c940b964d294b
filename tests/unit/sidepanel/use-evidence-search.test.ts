// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import type { Evidence } from '../../../data/evidence';
import { SLICE } from '../../../data/slices';
import { useEvidenceSearch } from '../../../entrypoints/sidepanel/use-evidence-search';
import { record } from '../../fixtures/records';
import { mounted } from '../support/mounted';

afterEach(() => vi.restoreAllMocks());

/** Indexing is so slow that every slice has time for a single record. */
function slowly(): void {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += SLICE * 0.6;
    return now;
  });
}

const quoted = (id: string, quote: string) => record({ id, quote });
const MANY = [
  ...Array.from({ length: 40 }, (_, at) => quoted(`e${at}`, `Passage ${at}`)),
  quoted('oldest', 'We moved to another harbour.'),
];

/** What the view asks for each time that it is drawn. */
const asking = (evidence: readonly Evidence[]) => {
  const search = useEvidenceSearch(evidence, true);
  return { ...search, found: search.soFar.search('harbour') };
};

it('answers from what is indexed so far, goes on by itself and answers anew in the end', async () => {
  slowly();
  const hook = await mounted(asking, MANY);
  expect([hook.now.growing, hook.now.found]).toEqual([true, []]);
  await vi.waitFor(() => expect(hook.now.found).toEqual(['oldest']));
  expect(hook.now.growing).toBe(false);
  await hook.end();
});

it('follows what comes and what goes', async () => {
  const hook = await mounted(asking, MANY);
  await hook.give([...MANY.slice(0, -1), quoted('newer', 'The harbour was closed.')]);
  expect(hook.now.found).toEqual(['newer']);
  await hook.end();
});
