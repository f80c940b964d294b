// @vitest-environment happy-dom
import { createRef } from 'preact';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createEvidenceStore } from '../../../data/evidence';
import type { Ladder } from '../../../data/ladder';
import { BUNDLED_LADDERS } from '../../../data/library';
import { DEFAULT_SETTINGS } from '../../../data/settings';
import { Search } from '../../../entrypoints/popup/Search';
import { seededRecord } from '../../e2e/harness/seed';
import { draw, settled } from '../support/mounted';
import { emptyPlace, Panel } from '../support/panel';

const records = [seededRecord(0), seededRecord(1)];
const ladder = BUNDLED_LADDERS.find(({ id }) => id === records[0]?.ladder) as Ladder;
const mine = { ladder, level: ladder.levels[0]?.id ?? '' };
const library = { ladders: BUNDLED_LADDERS, settings: DEFAULT_SETTINGS, mine };
const nothing = () => undefined;

/** Shorter than keys have to rest for something to be said, but not than half of that. */
const BETWEEN_KEYS_MS = 300;

function Popup() {
  const [input] = useState(() => createRef<HTMLInputElement>());
  const [list] = useState(() => createRef<HTMLDivElement>());
  const refs = { input, list };
  return (
    <Search
      {...{ ladders: BUNDLED_LADDERS, mine, header: null, ...refs }}
      onOpen={nothing}
      onCopy={nothing}
    />
  );
}

const VIEWS = {
  popup: () => <Popup />,
  ladder: () => <Panel library={library} start={{ tab: 'ladder' }} />,
  evidence: () => <Panel library={library} start={{ tab: 'evidence' }} />,
};

let place: HTMLElement;

beforeEach(() => {
  place = emptyPlace();
});
afterEach(() => {
  vi.useRealTimers();
});

async function open(view: keyof typeof VIEWS): Promise<void> {
  await createEvidenceStore().putBack(records);
  await draw(VIEWS[view](), place);
  vi.useFakeTimers();
}

function type(words: string): void {
  const field = place.querySelector('input[type=search]') as HTMLInputElement;
  field.value = words;
  act(() => void field.dispatchEvent(new InputEvent('input', { bubbles: true })));
}

/** Lets keys rest. */
const rest = () => act(() => void vi.runAllTimers());

/** What stands beside the field to be read out. */
function region(): Element {
  const regions = place.querySelectorAll(':is(.popup-top, .room-top) [role=status]');
  expect(regions).toHaveLength(1);
  return regions[0] as Element;
}

it.each([
  ['popup', 'ownership', /^search_foundFirst.* Ownership/],
  ['popup', 'zzyzx', /^search_nothing “?zzyzx/],
  ['ladder', 'ownershp', /search_foundFirst.* Ownership.*/],
  ['evidence', 'pricing', /^evidence_countShown 1 2$/],
  ['evidence', 'zzyzx', /^evidence_nothingFound zzyzx/],
] as const)('the %s says what it found for %s once keys rest', async (view, query, words) => {
  await open(view);
  const before = region();
  expect(before.textContent).toBe('');
  const changes = vi.fn();
  const observer = new MutationObserver(changes);
  observer.observe(before, { childList: true, characterData: true, subtree: true });
  for (let length = 1; length <= query.length; length++) type(query.slice(0, length));
  expect(observer.takeRecords()).toEqual([]);
  expect(before.textContent).toBe('');

  rest();
  expect(region()).toBe(before);
  expect(before.textContent).toMatch(words);
});

it('says nothing between two keys, however long ago the first of them was', async () => {
  await open('popup');
  const shortly = () => act(() => void vi.advanceTimersByTime(BETWEEN_KEYS_MS));
  type('zzy');
  shortly();
  type('zzyzx');
  shortly();
  expect(region().textContent).toBe('');
  rest();
  expect(region().textContent).toContain('zzyzx');
});

it('says what may have been meant', async () => {
  await open('popup');
  type('stakehlder');
  rest();
  expect(region().textContent).toContain('search_meant stakeholder');
});

it('says the same of another query again, and nothing of none', async () => {
  await open('popup');
  type('zzyzx');
  rest();
  const said = region().textContent;
  type('zzyzx ');
  rest();
  expect(region().textContent).not.toBe(said);
  expect(region().textContent?.trim()).toBe(said);
  type('');
  rest();
  expect(region().textContent).toBe('');
});

it('is the only thing there that speaks of what was found', async () => {
  await open('popup');
  type('ownership');
  rest();
  expect(place.querySelectorAll('[role=status]')).toHaveLength(1);
  type('zzyzx');
  rest();
  expect(place.querySelectorAll('[role=status]')).toHaveLength(1);
  vi.useRealTimers();
  await settled();
});
