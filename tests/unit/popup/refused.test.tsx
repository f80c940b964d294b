// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { settingsItem } from '../../../data/settings';
import { Popup } from '../../../entrypoints/popup/Popup';
import { SETTLED } from '../../e2e/support/afresh';
import { loseLevelAndChoose } from '../support/lost-level';
import { draw, settled } from '../support/mounted';
import { emptyPlace } from '../support/panel';

const TAB = { id: 3, url: 'https://notes.example/', title: 'Notes' };
let place: HTMLElement;

beforeEach(async () => {
  place = emptyPlace();
  Object.assign(browser.tabs, { query: async () => [TAB] });
  Object.assign(browser.windows, { getCurrent: async () => ({ id: 1 }) });
  Object.assign(browser.permissions, { contains: async () => false });
  Object.assign(browser, { action: { setBadgeText: async () => {}, setPopup: async () => {} } });
  await settingsItem.setValue(SETTLED.settings);
});

const WORDS = [
  ['no-access', 'refusal_noAccess'],
  ['no-answer', 'refusal_noAnswer'],
] as const;

it.each(WORDS)('says why it was opened, and takes a pasted passage: %s', async (why, words) => {
  await draw(<Popup refused={why} />, place);
  await settled();
  expect(place.querySelector('main p')?.textContent).toBe(words);
  expect(place.querySelector('.paste')).not.toBeNull();
});

it.each(WORDS)('says what came of its own button: %s', async (why, words) => {
  Object.assign(browser.runtime, { sendMessage: async () => why });
  await draw(<Popup refused={null} />, place);
  await settled();
  const button = place.querySelector<HTMLElement>('header [aria-label=page_tag]');
  await act(async () => button?.click());
  await settled();
  expect(place.querySelector('main p')?.textContent).toBe(words);
});

it('takes a pasted passage also where the tab has gone by then', async () => {
  const setBadgeText = vi.fn(() => Promise.reject(new Error('No tab with id: 3.')));
  Object.assign(browser, { action: { setBadgeText, setPopup: async () => {} } });
  await draw(<Popup refused="no-access" />, place);
  await settled();
  // A rejection that nobody handles fails the run of all tests.
  expect(setBadgeText).toHaveBeenCalled();
  expect(place.querySelector('.paste')).not.toBeNull();
});

it('closes where its button brought up the picker', async () => {
  const close = vi.spyOn(window, 'close').mockReturnValue(undefined);
  Object.assign(browser.runtime, { sendMessage: async () => null });
  await draw(<Popup refused={null} />, place);
  await settled();
  const button = place.querySelector<HTMLElement>('header [aria-label=page_tag]');
  await act(async () => button?.click());
  await settled();
  expect(close).toHaveBeenCalledOnce();
});

it('says no more why it was opened where somebody pastes of their own accord', async () => {
  await draw(<Popup refused="no-access" />, place);
  await settled();
  const press = async (words: string) => {
    const button = [...place.querySelectorAll('button')].find((one) => one.textContent === words);
    await act(async () => button?.click());
    await settled();
  };
  await press('common_cancel');
  expect(place.querySelector('.paste')).toBeNull();
  await press('page_paste');
  expect(place.querySelector('.paste')).not.toBeNull();
  expect(place.querySelector('main')?.textContent).not.toContain('refusal_');
});

it('gives the keyboard back to what is being pasted once a level that was lost is chosen anew', async () => {
  await draw(<Popup refused="no-access" />, place);
  await settled();
  await loseLevelAndChoose(place);
  expect(document.activeElement).toBe(place.querySelector('.paste'));
});
