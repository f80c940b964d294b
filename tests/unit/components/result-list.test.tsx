// @vitest-environment happy-dom
import type { ComponentProps } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ResultList } from '../../../components/search/ResultList';
import type { Ladder } from '../../../data/ladder';
import { BUNDLED_LADDERS } from '../../../data/library';
import { createLadderSearch } from '../../../data/search';
import { draw, wordsByKey } from '../support/mounted';

const [ladder] = BUNDLED_LADDERS as readonly [Ladder, ...Ladder[]];
const search = createLadderSearch([ladder]);
const mine = { ladder: ladder.id, level: ladder.levels[2]?.id ?? '' };
const levels = ladder.levels.slice(2, 4);
const nothing = () => undefined;
const copied = vi.fn();

/** Longer than keys come one after the other. */
const RESTED = 500;
const rested = () => new Promise((resolve) => setTimeout(resolve, RESTED));

let place: HTMLElement;
const all = (selector: string) => [...place.querySelectorAll(selector)];

beforeEach(() => {
  // Nothing here has a height; in a window that has none either, the best match fills it.
  vi.stubGlobal('innerHeight', 0);
  wordsByKey();
  place = document.createElement('div');
  document.body.replaceChildren(place);
});

afterEach(() => vi.unstubAllGlobals());

function answer(query: string, rest: Partial<ComponentProps<typeof ResultList>> = {}) {
  return (
    <ResultList
      ladders={[ladder]}
      results={search.search(query)}
      didYouMean={null}
      nothing=""
      nearest={[]}
      mine={mine}
      levelsFor={() => levels}
      onQuery={nothing}
      onOpen={nothing}
      onCopy={copied}
      {...rest}
    />
  );
}

it('leaves out what is folded and the copy buttons while keys come, and brings both at rest', async () => {
  await draw(answer('data'), place);
  expect(all('.statement').length).toBeGreaterThan(0);
  expect(all('details:not([open]) .statement')).toEqual([]);
  expect(all('.statement button')).toEqual([]);

  await rested();
  expect(all('details:not([open]) .statement').length).toBeGreaterThan(0);
  expect(all('.statement button')).toHaveLength(all('.statement').length);
});

it('does so again for the next key', async () => {
  await draw(answer('roadmap'), place);
  await rested();
  await draw(answer('stakeholder'), place);
  const [first] = all('.results > li');
  expect(first?.querySelectorAll('.dimension:first-of-type .statement button')).toHaveLength(0);
  await rested();
  expect(all('.statement button')).toHaveLength(all('.statement').length);
});

it.each([
  ['beside what was found', 'data'],
  ['where nothing was found', 'zzyzx'],
])('asks %s what was meant, and takes that with a click', async (_, query) => {
  const onQuery = vi.fn();
  await draw(answer(query, { didYouMean: 'roadmap', onQuery }), place);
  const [meant] = all('.search-note button') as HTMLElement[];
  expect(meant?.textContent).toBe('roadmap');
  act(() => meant?.click());
  expect(onQuery).toHaveBeenCalledExactlyOnceWith('roadmap');
});

it('copies an expectation by its button', async () => {
  await draw(answer('data'), place);
  await rested();
  const [statement] = all('.statement');
  statement?.querySelector('button')?.click();
  expect(copied).toHaveBeenCalledWith(statement?.textContent);
});
