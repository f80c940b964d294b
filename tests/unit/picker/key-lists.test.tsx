// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { createEvidenceStore } from '../../../data/evidence';
import type { Ladder } from '../../../data/ladder';
import { BUNDLED_LADDERS } from '../../../data/library';
import type { Place } from '../../../data/panel-place';
import { DEFAULT_SETTINGS } from '../../../data/settings';
import { Picker } from '../../../entrypoints/picker/Picker';
import { keepSettings } from '../../../entrypoints/wiring/saving/keep-settings';
import { seededRecord } from '../../e2e/harness/seed';
import { draw, settled } from '../support/mounted';
import { emptyPlace, Panel } from '../support/panel';

const host = vi.hoisted(() => ({ request: {} as object, page: { url: '', title: '' } }));
vi.mock('../../../entrypoints/picker/connect', () => ({
  connect: async () => ({ ...host, resize() {}, unsaved() {}, close() {} }),
}));

const record = seededRecord(0);
const ladder = BUNDLED_LADDERS.find(({ id }) => id === record.ladder) as Ladder;
const library = {
  ladders: BUNDLED_LADDERS,
  settings: DEFAULT_SETTINGS,
  mine: { ladder, level: record.level },
};
const draft = {
  ...{ surface: 'page', source: 'https://example.com/', title: 'Review', approximate: false },
  ...{ quote: { exact: 'I shipped it.', prefix: '', suffix: '' }, already: [] },
};
const COMMANDS = [
  { name: 'tag', shortcut: 'Alt+Shift+K' },
  { name: '_execute_action', shortcut: 'Ctrl+Shift+Y' },
  { name: 'open-panel', shortcut: '' },
];

let place: HTMLElement;

beforeEach(async () => {
  place = emptyPlace();
  Object.assign(browser.permissions, { contains: async () => false });
  Object.assign(browser, { commands: { getAll: async () => COMMANDS } });
  await createEvidenceStore().putBack([record]);
});
afterEach(() => draw(null, place));

async function openPicker(request: object): Promise<void> {
  host.request = request;
  await draw(<Picker />, place);
}

/** Presses the question mark, and reads what it shows: what is pressed, and what that does. */
async function listed(): Promise<string[]> {
  (document.activeElement as HTMLElement | null)?.blur();
  await act(async () => {
    const key = { key: '?', bubbles: true, cancelable: true };
    document.body.dispatchEvent(new KeyboardEvent('keydown', key));
  });
  await settled();
  return [...place.querySelectorAll('.key-list dl > div')].map((row) =>
    [...row.querySelectorAll('kbd, dd')].map(({ textContent }) => textContent).join(' '),
  );
}

async function pressButton(words: string): Promise<void> {
  const button = [...place.querySelectorAll('button')].find(({ textContent }) =>
    textContent?.includes(words),
  );
  await act(async () => button?.click());
  await settled();
}

const SHORTCUTS = ['Ctrl Shift Y command_lookup', 'Alt Shift K command_tag'];
const FORM = [
  '↑ ↓ keys_chooseLong',
  'Enter keys_saveLong',
  'Shift Enter keys_moreLong',
  'Esc keys_escPickerLong',
];
const UNDO = 'Ctrl Z keys_undoLong';
const HELP = '? keys_helpLong';
const REST = [UNDO, '← → keys_tabsLong', HELP];

it.each<[Place['tab'], string[]]>([
  [
    'ladder',
    [
      '↑ ↓ keys_moveLong',
      'Enter keys_openHereLong',
      'c keys_copyLong',
      'l keys_linkLong',
      'Esc keys_escPanelLong',
    ],
  ],
  [
    'evidence',
    [
      '↑ ↓ keys_moveEvidenceLong',
      'Enter keys_goToLong',
      'e keys_editLong',
      'Del keys_deleteLong',
      'Esc keys_escEvidenceLong',
    ],
  ],
  ['coverage', []],
  ['export', []],
])('the side panel lists what works in its tab %s', async (tab, own) => {
  await draw(<Panel library={library} start={{ tab }} />, place);
  expect(await listed()).toEqual([...SHORTCUTS, ...own, ...REST]);
});

it('the side panel lists the keys of the form where a passage is pasted', async () => {
  await draw(<Panel library={library} start={{ tab: 'evidence' }} />, place);
  await pressButton('page_paste');
  expect(await listed()).toEqual([...SHORTCUTS, ...FORM, ...REST]);
});

it.each([
  ['choosing', { view: 'tag', draft }, [...FORM, UNDO, HELP]],
  ['evidence', { view: 'evidence', ids: [record.id] }, ['Esc keys_escCardLong', UNDO, HELP]],
  ['a refusal', { view: 'refused', why: 'pdf' }, ['Esc common_close', HELP]],
])('the picker lists what works where it shows %s', async (_, request, own) => {
  await keepSettings({ ladder: record.ladder, level: record.level });
  await openPicker(request);
  expect(await listed()).toEqual([...SHORTCUTS, ...own]);
});

it('the picker lists the keys of the form where a passage is pasted', async () => {
  await keepSettings({ ladder: record.ladder, level: record.level });
  await openPicker({ view: 'refused', why: 'pdf' });
  await pressButton('refusal_paste');
  expect(await listed()).toEqual([...SHORTCUTS, ...FORM, UNDO, HELP]);
});

it.each([
  ['choosing', { view: 'tag', draft }, 'command_tag'],
  ['evidence', { view: 'evidence', ids: [record.id] }, 'panel_evidence'],
  ['a refusal', { view: 'refused', why: 'pdf' }, 'command_tag'],
])('the picker is one landmark with one heading where it shows %s', async (_, request, heading) => {
  await keepSettings({ ladder: record.ladder, level: record.level });
  await openPicker(request);
  const headings = [...place.querySelectorAll('h1')];
  expect(headings.map(({ textContent }) => textContent)).toEqual([heading]);
  expect(headings[0]?.parentElement).toBe(place.querySelector('main'));
});

it('the picker has the heading of its question where it asks for the level first', async () => {
  await openPicker({ view: 'tag', draft });
  const headings = [...place.querySelectorAll('h1')];
  expect(headings.map(({ textContent }) => textContent)).toEqual(['setup_welcome']);
});

it('nothing is listed where the picker asks for the level first', async () => {
  await openPicker({ view: 'tag', draft });
  expect(await listed()).toEqual([]);
});

it('the background tells the shortcuts where the browser gives the picker none', async () => {
  const sendMessage = vi.fn(async () => COMMANDS);
  Object.assign(browser, { commands: undefined });
  Object.assign(browser.runtime, { sendMessage });
  await keepSettings({ ladder: record.ladder, level: record.level });
  await openPicker({ view: 'evidence', ids: [record.id] });
  expect((await listed()).slice(0, 2)).toEqual(SHORTCUTS);
  expect(sendMessage).toHaveBeenCalledWith({ to: 'background', type: 'shortcuts' });
});
