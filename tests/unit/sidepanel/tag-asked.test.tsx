// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { BUNDLED_LADDERS } from '../../../data/library';
import { DEFAULT_SETTINGS } from '../../../data/settings';
import { seededRecord } from '../../e2e/harness/seed';
import { draw, event, settled } from '../support/mounted';
import { emptyPlace, Panel } from '../support/panel';

const { ladder: id, level } = seededRecord(0);
const ladder = BUNDLED_LADDERS.find((one) => one.id === id) ?? BUNDLED_LADDERS[0];
if (!ladder) throw new Error('There is no ladder.');
const library = {
  ladders: BUNDLED_LADDERS,
  settings: DEFAULT_SETTINGS,
  mine: { ladder, level },
};
const DRAFT = {
  quote: { exact: 'We asked eleven customers.', prefix: '', suffix: '' },
  surface: 'page',
  source: 'https://example.com/review',
  title: 'Review',
  already: [],
};

let place: HTMLElement;
let onMessage: { answers: () => Promise<unknown[]> };
let hasFocus = true;

beforeEach(() => {
  place = emptyPlace();
  const listeners = new Set<(message: unknown, sender: object) => unknown>();
  onMessage = {
    answers: async () => {
      const all = [...listeners].map((one) => one({ to: 'panel', type: 'tag' }, {}));
      await settled();
      return Promise.all(all.filter((one) => one !== undefined));
    },
  };
  const tab = { id: 7, url: DRAFT.source, title: DRAFT.title };
  Object.assign(browser.tabs, { query: async () => [tab], get: async () => tab });
  Object.assign(browser.permissions, {
    contains: async () => false,
    onAdded: event(),
    onRemoved: event(),
  });
  Object.assign(browser.runtime, {
    onMessage: {
      addListener: (one: never) => listeners.add(one),
      removeListener: (one: never) => listeners.delete(one),
    },
    sendMessage: async ({ type }: { type: string }) =>
      type === 'read-selection' ? { ok: true, draft: DRAFT, box: null } : null,
  });
  hasFocus = true;
  vi.spyOn(document, 'hasFocus').mockImplementation(() => hasFocus);
});

it('has the form in the panel where that has the keyboard, whichever tab is open', async () => {
  await draw(<Panel library={library} start={{ tab: 'export' }} />, place);
  expect(await onMessage.answers()).toEqual([true]);
  await settled();
  expect(place.querySelector('.tag-form .passage')?.textContent).toBe(DRAFT.quote.exact);
});

it('leaves a passage alone that is being tagged there', async () => {
  await draw(<Panel library={library} start={{ tab: 'evidence' }} />, place);
  await onMessage.answers();
  await settled();
  const note = place.querySelector<HTMLTextAreaElement>('.note textarea');
  if (!note) throw new Error('There is no note.');
  note.value = 'Half a sentence';
  await act(async () => void note.dispatchEvent(new InputEvent('input', { bubbles: true })));
  expect(await onMessage.answers()).toEqual([true]);
  await settled();
  expect(place.querySelector<HTMLTextAreaElement>('.note textarea')?.value).toBe('Half a sentence');
});

it('leaves it to the page where that has the keyboard', async () => {
  hasFocus = false;
  await draw(<Panel library={library} start={{ tab: 'evidence' }} />, place);
  expect(await onMessage.answers()).toEqual([]);
  expect(place.querySelector('.tag-form')).toBeNull();
});
