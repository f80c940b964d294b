// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { createEvidenceStore } from '../../../data/evidence';
import type { Ladder } from '../../../data/ladder';
import { BUNDLED_LADDERS } from '../../../data/library';
import { DEFAULT_SETTINGS } from '../../../data/settings';
import { seededRecord } from '../../e2e/harness/seed';
import { draw, settled } from '../support/mounted';
import { emptyPlace, Panel } from '../support/panel';

const first = seededRecord(0);
const ladder = BUNDLED_LADDERS.find(({ id }) => id === first.ladder) as Ladder;
const library = {
  ladders: BUNDLED_LADDERS,
  settings: DEFAULT_SETTINGS,
  mine: { ladder, level: first.level },
};

let place: HTMLElement;
const sent = vi.fn(async () => 'there');

beforeEach(() => {
  place = emptyPlace();
  sent.mockClear();
  Object.assign(browser.runtime, { sendMessage: sent });
});

afterEach(() => draw(null, place));

async function openWith(count: number): Promise<void> {
  const records = Array.from({ length: count }, (_, index) => seededRecord(index));
  await createEvidenceStore().putBack(records);
  await draw(<Panel library={library} start={{ tab: 'evidence' }} />, place);
}

/** @returns whether the browser would go on and do what it does by itself */
async function press(key: string, rest: KeyboardEventInit = {}): Promise<boolean> {
  const options = { key, bubbles: true, cancelable: true, ...rest };
  let goesOn = true;
  await act(async () => {
    goesOn = (document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent('keydown', options),
    );
  });
  await settled();
  return goesOn;
}

const field = () => place.querySelector<HTMLInputElement>('input[type=search]');
const pieces = () => [...place.querySelectorAll<HTMLElement>('.evidence')];
const form = () => place.querySelector<HTMLElement>('.edit-evidence');
const focused = () => document.activeElement;

it('arrows lead from the search field through the pieces of evidence and back', async () => {
  await openWith(3);
  expect(focused()).toBe(field());
  expect(await press('ArrowDown')).toBe(false);
  expect(focused()).toBe(pieces()[0]);
  await press('ArrowDown');
  expect(focused()).toBe(pieces()[1]);
  await press('ArrowUp');
  await press('ArrowUp');
  expect(focused()).toBe(field());
  await press('ArrowUp');
  expect(focused()).toBe(field());
});

it('arrows go on from a button inside of a piece', async () => {
  await openWith(2);
  pieces()[0]?.querySelector<HTMLElement>('[data-edit]')?.focus();
  await press('ArrowDown');
  expect(focused()).toBe(pieces()[1]);
});

it('arrows go on past what is drawn, to the end', async () => {
  await openWith(130);
  for (let piece = 0; piece < 130; piece++) await press('ArrowDown');
  expect(pieces()).toHaveLength(130);
  expect(focused()).toBe(pieces()[129]);
});

it('Enter on a piece goes to its passage, and on a button presses that', async () => {
  await openWith(1);
  await press('ArrowDown');
  await press('Enter');
  expect(sent).toHaveBeenCalledWith({ to: 'background', type: 'go-to', id: first.id });
  sent.mockClear();
  pieces()[0]?.querySelector<HTMLElement>('[data-edit]')?.focus();
  expect(await press('Enter')).toBe(true);
  expect(sent).not.toHaveBeenCalled();
});

it('e opens the form of a piece, and leads back to one that is open', async () => {
  await openWith(2);
  await press('ArrowDown');
  expect(await press('e', { code: 'KeyE' })).toBe(false);
  expect(pieces()[0]?.contains(form())).toBe(true);
  expect(focused()).toBe(form()?.querySelector('select'));
  pieces()[0]?.focus();
  await press('e', { code: 'KeyE' });
  expect(focused()).toBe(form()?.querySelector('select'));
});

it('Delete takes out one piece after the other, the next only when it is pressed again', async () => {
  await openWith(4);
  const ids = pieces().map(({ dataset }) => dataset.id);
  const left = () => pieces().map(({ dataset }) => dataset.id);
  await press('ArrowDown');
  expect(await press('Delete', { shiftKey: true })).toBe(true);
  expect(left()).toEqual(ids);
  expect(await press('Delete')).toBe(false);
  expect(left()).toEqual(ids.slice(1));
  expect(focused()).toBe(pieces()[0]);
  expect(await press('Delete', { repeat: true })).toBe(false);
  expect(left()).toEqual(ids.slice(1));
  await press('Delete');
  expect(left()).toEqual(ids.slice(2));
});

it('Delete in the search field and on a button of a piece is theirs', async () => {
  await openWith(2);
  expect(await press('Delete')).toBe(true);
  pieces()[0]?.querySelector<HTMLElement>('[data-edit]')?.focus();
  expect(await press('Delete')).toBe(true);
  expect(pieces()).toHaveLength(2);
});

it('e in the search field is a letter', async () => {
  await openWith(1);
  expect(await press('e', { code: 'KeyE' })).toBe(true);
  expect(focused()).toBe(field());
  expect(form()).toBeNull();
});

it('an open form has its own keys', async () => {
  await openWith(2);
  await press('ArrowDown');
  await press('e');
  const note = form()?.querySelector('textarea');
  note?.focus();
  for (const key of ['ArrowDown', 'ArrowUp', 'Enter', 'e', 'a']) {
    expect(await press(key), key).toBe(true);
    expect(focused(), key).toBe(note);
  }
  await press('Escape');
  expect(form()).toBeNull();
  expect(focused()).toBe(pieces()[0]?.querySelector('[data-edit]'));
});

it('Escape and any other character lead back to the search field', async () => {
  await openWith(1);
  for (const key of ['Escape', 'a', 'E']) {
    await press('ArrowDown');
    expect(focused()).toBe(pieces()[0]);
    await press(key, { shiftKey: key === 'E' });
    expect(focused(), key).toBe(field());
  }
});

it('nothing of it is meant while a passage is pasted', async () => {
  await openWith(1);
  const paste = [...place.querySelectorAll('button')].find(({ textContent }) =>
    textContent?.includes('page_paste'),
  );
  await act(async () => paste?.click());
  await settled();
  const button = place.querySelector<HTMLElement>('.tag-form button');
  button?.focus();
  expect(await press('ArrowDown')).toBe(true);
  expect(focused()).toBe(button);
});

it('nothing of it is meant while a dialog is open, or where other keys are held', async () => {
  await openWith(2);
  expect(await press('ArrowDown', { shiftKey: true })).toBe(true);
  expect(focused()).toBe(field());
  await press('ArrowDown');
  await press('?');
  const dialog = place.querySelector('dialog');
  expect(dialog?.open).toBe(true);
  pieces()[0]?.focus();
  await press('ArrowDown');
  expect(focused()).toBe(pieces()[0]);
});

it('brings a piece out from behind the filter that lies over the list', async () => {
  await openWith(2);
  const room = place.querySelector<HTMLElement>('.room');
  const top = room?.querySelector<HTMLElement>('.room-top');
  const [first, second] = pieces();
  if (!room || !top || !first || !second) throw new Error('There is no list.');
  const at = (y: number, height: number) => () => new DOMRect(0, y, 300, height);
  top.getBoundingClientRect = at(0, 200);
  first.getBoundingClientRect = at(150, 100);
  second.getBoundingClientRect = at(260, 100);
  room.scrollTop = 90;
  await press('ArrowDown');
  expect(room.scrollTop).toBe(40);
  await press('ArrowDown');
  expect(room.scrollTop).toBe(40);
});
